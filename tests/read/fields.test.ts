import { describe, expect, it } from "vitest";
import type { FieldName } from "../../src/model/entry.ts";
import { ENTRY_FIELDS } from "../../src/read/entry-fields.ts";
import { placeIn, read, SOUND, valueOf, withKeys } from "./support.ts";

/** What a field is made of: decides which values are wrong for it. */
type Kind = "text" | "lines" | "texts" | "choice" | "choices" | "time" | "number" | "record" | "records";

interface Row {
  readonly field: FieldName;
  readonly key: string;
  readonly kind: Kind;
  /** A right value as it is written, and what it is read as. */
  readonly good: string;
  readonly value: unknown;
  readonly required?: boolean;
}

const MORNING = { day: 20775, clock: 550, instant: 29916070 };

/** Every key of an entry. */
const TABLE: readonly Row[] = [
  { field: "title", key: "标题", kind: "text", good: "甲", value: "甲", required: true },
  { field: "category", key: "类别", kind: "text", good: "经验", value: "经验", required: true },
  { field: "unit", key: "报送单位", kind: "texts", good: "[甲镇, 乙局]", value: ["甲镇", "乙局"], required: true },
  { field: "reporter", key: "报送员", kind: "text", good: "王敏", value: "王敏", required: true },
  { field: "phone", key: "联系电话", kind: "text", good: "0830-1", value: "0830-1" },
  { field: "approver", key: "签发人", kind: "text", good: "李", value: "李", required: true },
  { field: "editor", key: "责任编辑", kind: "text", good: "苏禾", value: "苏禾" },
  { field: "register", key: "登记号", kind: "text", good: "0012", value: "0012" },
  { field: "taken", key: "收到时间", kind: "time", good: "2026-11-18 09:10", value: MORNING },
  { field: "clerk", key: "录入人", kind: "text", good: "苏禾", value: "苏禾" },
  { field: "submitted", key: "报送时间", kind: "time", good: "2026-11-18 09:10", value: MORNING, required: true },
  { field: "occurred", key: "事发时间", kind: "time", good: "2026-11-18 09:10", value: MORNING },
  { field: "received", key: "接报时间", kind: "time", good: "2026-11-18 09:10", value: MORNING },
  { field: "sources", key: "来源", kind: "texts", good: "村干部报告", value: ["村干部报告"] },
  {
    field: "verification",
    key: "核实",
    kind: "record",
    good: "{人: 王, 时间: 2026-11-18 09:10, 方式: 电话}",
    value: { by: "王", at: MORNING, method: "电话" },
  },
  { field: "themes", key: "主题", kind: "texts", good: "[防汛, 抗旱]", value: ["防汛", "抗旱"] },
  { field: "decision", key: "决策事项", kind: "text", good: "常委会-1", value: "常委会-1" },
  { field: "stage", key: "决策阶段", kind: "choice", good: "决策中", value: "决策中" },
  { field: "tone", key: "喜忧", kind: "choice", good: "忧", value: "忧" },
  { field: "channel", key: "渠道", kind: "choice", good: "走访", value: "走访" },
  { field: "place", key: "地点", kind: "text", good: "石坝村", value: "石坝村" },
  { field: "field", key: "领域", kind: "text", good: "水利", value: "水利" },
  { field: "sensitivity", key: "敏感", kind: "choices", good: "[时间, 人群]", value: ["时间", "人群"] },
  { field: "commission", key: "约稿", kind: "text", good: "2026-3", value: "2026-3" },
  {
    field: "instructions",
    key: "批示",
    kind: "records",
    good: "[{领导: 韩, 内容: 请办, 时间: 2026-11-18 09:10}]",
    value: [{ leader: "韩", text: "请办", at: MORNING }],
  },
  { field: "attachments", key: "附件", kind: "texts", good: "[甲.pdf]", value: ["甲.pdf"] },
  { field: "kind", key: "事件类型", kind: "choice", good: "自然灾害", value: "自然灾害" },
  { field: "grade", key: "等级", kind: "choice", good: "较大", value: "较大" },
  {
    field: "casualties",
    key: "伤亡",
    kind: "record",
    good: "{死亡: 1, 受伤: 2}",
    value: { dead: 1, serious: 0, minor: 0, injured: 2, missing: 0 },
  },
  { field: "loss", key: "损失", kind: "number", good: "12.5", value: 12.5 },
  {
    field: "onsite",
    key: "现场负责人",
    kind: "record",
    good: "{姓名: 贾, 职务: 乡长, 电话: 0700-1}",
    value: { name: "贾", post: "乡长", phone: "0700-1" },
  },
  {
    field: "report",
    key: "报告",
    kind: "record",
    good: "{阶段: 续报, 次: 2, 续: 甲-01}",
    value: { stage: "续报", number: 2, follows: "甲-01" },
  },
  {
    field: "timeline",
    key: "报送记录",
    kind: "records",
    good: "[{对象: 县委办, 名称: 值班室, 方式: 电话, 时间: 2026-11-18 09:10, 接报人: 苏}]",
    value: [{ to: "县委办", name: "值班室", via: "电话", at: MORNING, by: "苏" }],
  },
];

/** Values that are wrong for a kind of field; `⟦` marks where the finding must stand. */
const WRONG: Readonly<Record<Kind, readonly string[]>> = {
  text: ["⟦[甲, 乙]", "⟦{甲: 乙}", '⟦"甲\\n乙"', '⟦"甲\\u0007"'],
  lines: ["⟦[甲, 乙]", "⟦{甲: 乙}"],
  texts: ["⟦{甲: 乙}", "[甲, ⟦{乙: 丙}]", "[甲, ⟦[乙]]", '[甲, ⟦""]'],
  choice: ["⟦别的", "⟦[决策中]", "⟦{决策中: 1}", "⟦10"],
  choices: ["⟦别的", "[时间, ⟦别的]", "[⟦{时间: 1}]"],
  time: ["⟦明天", "⟦20261118", "⟦[2026-11-18]", "⟦{日: 18}", "⟦2026-02-30", "⟦12:30"],
  number: ["⟦十二", "⟦1e3", "⟦-1", "⟦0x10", "⟦１２", "⟦[12]", "⟦{元: 12}", "⟦12万元"],
  record: ["⟦甲", "⟦[甲]", "⟦10"],
  records: ["⟦甲", "[⟦甲]", "[⟦[甲]]"],
};

const EMPTY = ["", '""', '"  "', "[]", "{}"];

describe.each(TABLE)("$key $field", ({ field, key, kind, good, value, required }) => {
  it("is read under its Chinese and its English key", () => {
    for (const name of [key, field]) {
      const text = withoutKey(key) + `${name}: ${good}\n`;
      expect(read(text).findings).toEqual([]);
      expect(valueOf(text, field)).toEqual(value);
    }
  });

  it.each(WRONG[kind])("refuses %s at its place", (written) => {
    const marked = `${withoutKey(key)}${key}: ${written}\n`;
    const text = marked.replace("⟦", "");
    expect(read(text).findings).toEqual([`${placeIn(marked, "⟦")} bad-value`]);
    expect(read(text).entries[0]?.broken.has(field)).toBe(true);
  });

  it.each(EMPTY)("counts %j as absent", (written) => {
    const { findings } = read(`${withoutKey(key)}${key}: ${written}\n`);
    expect(findings.map((each) => each.replace(/^\S+ /u, ""))).toEqual(required ? ["missing-field"] : []);
  });
});

function withoutKey(key: string): string {
  return SOUND.split(/^(?=\S)/mu)
    .filter((line) => !line.startsWith(`${key}:`))
    .join("");
}

describe("the table of keys", () => {
  it("has no field that these tests leave out", () => {
    const tested = new Set<string>(TABLE.map((row) => row.field));
    const special = ["id", "secrecy", "body"];
    expect(Object.keys(ENTRY_FIELDS).filter((name) => !tested.has(name) && !special.includes(name))).toEqual([]);
  });

  it("reports what is required and absent once, on the first key", () => {
    expect(read("标题: 甲\n").findings).toEqual(Array.from({ length: 6 }, () => "1:1 missing-field"));
    expect(read("标题: 甲\n").words.join()).toMatch(/类别.*报送单位.*报送员.*报送时间.*正文.*签发人/su);
  });

  it.each(["电话补录", "纸质补录"])("does not ask for 签发人 of %s", (channel) => {
    expect(read(`${withoutKey("签发人")}渠道: ${channel}\n`).findings).toEqual([]);
  });

  it("asks for 联系电话, 事发时间 and 报送记录 of an urgent report, and for the minute", () => {
    const day = "2026-11-18";
    const text = withKeys(`类别: 紧急\n报送时间: ${day}\n接报时间: ${day}\n`);
    const { findings, words } = read(text);
    expect(findings.filter((each) => each.endsWith("missing-field"))).toHaveLength(3);
    expect(words.join()).toMatch(/联系电话.*事发时间.*报送记录/su);
    expect(findings.filter((each) => each.endsWith("bad-value"))).toEqual([
      `${placeIn(text, `${day}\n接`)} bad-value`,
      `${placeIn(text, `接报时间: ${day}`).replace(/:\d+$/u, ":7")} bad-value`,
    ]);
  });

  it("asks for the minute in each row of 报送记录 of an urgent report", () => {
    const text = withKeys(
      "类别: 紧急\n联系电话: 1\n事发时间: 2026-11-18 09:00\n报送记录:\n  - {对象: 县委办, 时间: 2026-11-18}\n",
    );
    expect(read(text).findings).toEqual([`${placeIn(text, "2026-11-18}")} bad-value`]);
  });

  it.each(["对象", "时间"])("requires %s in a row of 报送记录", (key) => {
    const row = ["对象: 县委办", "时间: 2026-11-18 09:00"].filter((each) => !each.startsWith(key)).join(", ");
    expect(read(`${SOUND}报送记录: [{${row}}]\n`).findings).toEqual(["9:9 missing-field"]);
  });

  it("keeps 密级 as it was written, whatever it says: the gate judges it", () => {
    for (const level of ["公开", "内部", "工作秘密", "秘密", "机 密", "internal"]) {
      const text = withKeys(`密级: ${level}\n`);
      expect(read(text).findings).toEqual([]);
      expect(valueOf(text, "secrecy")).toBe(level);
    }
  });

  it("never takes a 密级 that is no text for an open or an absent one", () => {
    for (const level of ["[内部]", "{内部: 1}"]) {
      const written = valueOf(withKeys(`密级: ${level}\n`), "secrecy");
      expect(["公开", "内部", "工作秘密", null]).not.toContain(written);
    }
  });
});
