import { cell, document, h, MASTHEAD, p, t, TAB, TAIL } from "../../render/support/samples.ts";
import type { Block, Document, TableBlock } from "../../../src/model/document.ts";

/** Numbers from a seed: the same documents on every machine (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// prettier-ignore
const PHRASES = [
  "今年以来", "县委办公室", "乡村振兴", "高标准农田建设", "防汛抗旱", "人居环境整治", "优化营商环境", "一站式服务", "干部群众", "反映强烈", "据了解",
  "截至目前", "组织开展", "专项行动", "安全生产", "隐患排查", "全面落实", "河长制", "林长制", "基层治理", "网格员", "项目建设", "招商引资", "重点企业",
  "在水一方小区", "东湖泵站", "特色产业", "带动就业", "持续推进", "统筹协调", "狠抓落实", "压实责任", "强化保障", "数字化转型", "政务服务中心",
  "的", "和", "与", "了", "在", "对", "由", "已", "仍", "并",
];
// prettier-ignore
const FIGURES = [
  "1264座", "3.2亿元", "12.5%", "2026年3月18日", "同比增长8.6%", "第12期", "350余人", "5G基站23个", "98.7%", "1,200万元", "9时10分", "X205线", "K12+300处",
  "GDP增速5.8%", "PM2.5浓度", "WPS Office", "APP上线", "3至5个", "2.6万亩", "±0.5米", "24小时", "110千伏", "零下3度", "80后", "一号文件", "A级景区4家", "120急救",
];
// prettier-ignore
const QUOTED = [
  "“三大行动”", "《信息专报》", "“一站式”服务", "《关于做好2026年“三农”工作的意见》", "（含3个社区）", "“最多跑一次”", "‘双减’", "……", "“放管服”",
  "（以下简称“意见”）", "《中共中央、国务院关于进一步深化农村改革的意见》", "××镇", "（2026〕12号）", "“1+3+N”体系", "“互联网+政务”", "【要情】",
];
const STOPS = ["，", "，", "，", "。", "；", "：", "、", "？", "！"];

/** A paragraph of what such texts are made of: words, figures, quotations, signs. Without ℃, · and —, whose widths differ between the free fonts that stand in for the office's. */
export function prose(next: () => number, words: number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? "";
  let text = "";
  for (let count = 0; count < words; count++) {
    const kind = next();
    text += kind < 0.72 ? pick(PHRASES) : kind < 0.86 ? pick(FIGURES) : pick(QUOTED);
    if (next() < 0.3) text += pick(STOPS);
  }
  return `${text}。`;
}

/** An issue of several entries with everything such an issue has. */
export function issue(seed: number, entries: number): Document {
  const next = random(seed);
  const blocks: Block[] = [
    ...MASTHEAD,
    p("空行"),
    p("按语", t("按语：", "标签"), prose(next, 20)),
    p("空行"),
    p("要目标题", "本期要目"),
  ];
  for (let at = 1; at <= entries; at++)
    blocks.push(p("要目条目", `关于第${at}件事的情况`, TAB, { kind: "page", anchor: `e${at}`, style: null }));
  for (let at = 1; at <= entries; at++) blocks.push(...entry(next, at));
  return document(blocks, TAIL);
}

function entry(next: () => number, at: number): readonly Block[] {
  const group =
    at % 3 === 1 ? [h("分组", 1, ["一、紧急要情", "二、领导关注", "三、中心工作"][Math.floor(next() * 3)] ?? "")] : [];
  const title = h("条目标题", 2, { kind: "anchor", name: `e${at}` }, prose(next, 2 + Math.floor(next() * 5)));
  const blocks: Block[] = [...group, title];
  const parts = 1 + Math.floor(next() * 3);
  for (let part = 0; part < parts; part++) {
    blocks.push(h("一级", 3, `${"一二三"[part] ?? ""}、主要情况`));
    if (next() < 0.4) blocks.push(p("正文", t("（一）基本做法。", "二级句"), t(prose(next, 12))));
    for (let count = 1 + Math.floor(next() * 3); count > 0; count--)
      blocks.push(p("正文", prose(next, 8 + Math.floor(next() * 50))));
    if (next() < 0.3) blocks.push(p("列表项", prose(next, 6)), p("列表项", prose(next, 14)));
  }
  if (next() < 0.4) blocks.push(table(next), p("正文", prose(next, 6)));
  return [...blocks, p("供稿", "（××县××局）")];
}

function table(next: () => number): TableBlock {
  const row = (...cells: readonly string[]): TableBlock["rows"][number] => cells.map((text) => cell(text));
  const rows = Array.from({ length: 3 + Math.floor(next() * 20) }, (_, at) =>
    row(`第${at + 1}乡镇`, `${Math.floor(next() * 9000)}`, next() < 0.3 ? prose(next, 12) : "无"),
  );
  return {
    kind: "table",
    style: "表格",
    head: [["乡镇", "受灾面积（亩）", "备注"].map((text) => cell(text, "表头"))],
    rows,
  };
}
