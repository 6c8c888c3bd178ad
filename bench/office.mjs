// Made-up offices for timing: half the entries YAML, half Markdown, five paragraphs each, about 1.5 KB.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const PARAGRAPHS = [
  "10月以来，某镇对辖区12个行政村的灌溉渠道逐段排查，发现渗漏点37处，涉及农田1260亩，其中5处已影响下游3个村的冬灌。",
  "一是渠道老化。37处渗漏点中有29处建于20世纪90年代，衬砌剥落长度合计4.3公里，近三年累计投入维修资金86万元。",
  "二是管护脱节。12个村中只有4个村落实了专职管水员，渠道清淤由群众自发组织，今年汛后仍有6.8公里淤积未清。",
  "由于管护责任没有落实到人，渗漏点从发现到处置平均用时19天，比上年多6天，群众反映较多。",
  "建议由县水利局牵头，12月10日前完成渗漏点鉴定，12月31日前完成5处急需渠段修复，所需资金62万元请县财政局统筹。",
];

export function writeOffice(folder, count) {
  const text = `机关: 中共某县委办公室\n关注:\n  - 名称: 冬春农田水利\n    类型: 阶段\n    起: 2026-10-01\n    止: 2027-03-31\n    权重: 4\n    关键词: [灌溉, 渠道]\n刊物:\n  信息专报:\n    报: [市委办公室]\n    印数: 45\n    条数上限: ${count}\n`;
  writeFileSync(join(folder, "zhuanbao.yaml"), text);
}

export function writeEntries(folder, count) {
  for (let index = 1; index <= count; index++) {
    const name = String(index).padStart(4, "0");
    const head = [
      `编号: 2026-1120-${name}`,
      `标题: 某镇${index}号渠段渗漏影响冬灌`,
      "类别: 问题",
      `报送单位: 第${index % 12}镇`,
      "报送员: 张三",
      "联系电话: 0570-0000000",
      "签发人: 李四",
      "密级: 内部",
      "报送时间: 2026-11-20 09:10",
      "事发时间: 2026-11-18",
    ].join("\n");
    if (index % 2 === 0) writeFileSync(join(folder, `${name}.md`), `---\n${head}\n---\n\n${PARAGRAPHS.join("\n")}\n`);
    else
      writeFileSync(
        join(folder, `${name}.yaml`),
        `${head}\n正文: |\n${PARAGRAPHS.map((line) => `  ${line}\n`).join("")}`,
      );
  }
}
