import { entryText, officeWith, urgentText, type Folder } from "../../commands/support.ts";

/** One full sentence of a report, 50 characters. */
const SENTENCE =
  "县委办公室会同县直有关部门和乡镇逐村逐户核查情况，建立台账，明确责任单位、责任人和完成时限，按期销号。";

function sentences(count: number): string {
  return SENTENCE.repeat(count);
}

/** So many sentences, four to a paragraph. */
function paragraphs(length: number): string[] {
  return Array.from({ length: Math.ceil(length / 4) }, (_, at) => sentences(Math.min(4, length - at * 4)));
}

/** The shortest and the longest of everything that is printed beside the text. */
export interface Extent {
  readonly title: string;
  readonly unit: string;
  readonly recipients: readonly string[];
  readonly note: string;
}

export const SHORTEST: Extent = { title: "通水", unit: "青石镇", recipients: ["县长"], note: "" };

export const LONGEST: Extent = {
  title: "县人力资源和社会保障局关于做好2026年冬季农民工工资支付保障和根治欠薪专项行动有关情况的报告",
  unit: "澄岭县农业农村和水利移民工作综合行政执法大队驻青石镇石坝片区工作站",
  recipients: [
    "市委办公室",
    "县委书记",
    "县长",
    "县人大常委会主任",
    "县政协主席",
    "县委副书记",
    ..."组织部长 宣传部长 统战部长 政法委书记 纪委书记 常务副县长 人武部政委 农业农村工作副县长 公安局长 法院院长 检察院检察长"
      .split(" ")
      .map((post) => `县委常委、${post}`),
  ],
  note: `${sentences(3)}\n${sentences(2)}`,
};

const TABLE = [
  "| 乡镇 | 面积（亩） | 说明 |",
  "|---|---|---|",
  "| 青石镇 | 1200 | 已经通水 |",
  "| 望樟镇 | 860 | 月底通水 |",
].join("\n");

/** An office that prints `publication`, with looks. */
function officeText(publication: string, extent: Extent, looks: readonly string[] = []): string {
  const { unit, recipients } = extent;
  return `机关: 中共澄岭县委办公室
单位: [${unit}]
刊物:
  ${publication}:
    报: [${recipients.join(", ")}]
    送: [${recipients.slice(0, 3).join(", ")}]
    印数: 30
    责任编辑: 张三
    联系电话: 0830-7654321
    版式: [${looks.join(", ")}]
`;
}

/** An issue as files: `count` entries, or for the urgent one its newest report, each with `length` sentences. */
export function issueFolder(
  publication: string,
  { extent, count, length, table = false, looks = [] }: IssueSize & { extent: Extent; looks?: readonly string[] },
): Folder {
  const urgent = publication === "紧急信息快报";
  const entries = Array.from({ length: count }, (_, index): [string, string] => {
    const fields = {
      编号: `第${index + 1}条`,
      标题: count === 1 ? extent.title : `${extent.title}之${index + 1}`,
      报送单位: extent.unit,
      正文: [...paragraphs(length), ...(table ? [TABLE] : [])].join("\n"),
    };
    return [`${String(index).padStart(3, "0")}.yaml`, urgent ? urgentText(fields) : entryText(fields)];
  });
  const folder = officeWith(Object.fromEntries(entries), officeText(publication, extent, looks));
  const note = extent.note === "" ? "" : `按语: |-\n  ${extent.note.replaceAll("\n", "\n  ")}\n`;
  const rows = entries.map((_, index) => `      - { 编号: 第${index + 1}条 }\n`).join("");
  folder.write(
    "p.yaml",
    `刊物: ${publication}\n日期: 2026-11-23\n${note}分组:\n  - 名称: 中心工作\n    条目:\n${rows}`,
  );
  return folder;
}

export interface IssueSize {
  readonly count: number;
  readonly length: number;
  readonly table?: boolean;
}
