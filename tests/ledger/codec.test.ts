import { describe, expect, test } from "vitest";
import { readRecord, writeRecord } from "../../src/ledger/codec.ts";
import type { KnownRecord } from "../../src/ledger/forms.ts";
import type { IssueRecord, NoteRecord } from "../../src/model/ledger.ts";
import { momentAt } from "../../src/base/time.ts";
import { CHAIN } from "./support.ts";

const ZONE = "Asia/Shanghai";
const at = momentAt(20_780, 1020, ZONE);

export const ISSUE: IssueRecord = {
  event: "编发",
  at,
  publication: "信息专报",
  kind: "正刊",
  year: 2026,
  number: 12,
  total: 128,
  day: 20_780,
  signer: "王某",
  editor: "李某",
  title: "信息专报（2026年11月23日）",
  secrecy: "内部",
  key: "ab",
  plan: "plans/信息专报-2026-11-23.yaml",
  paper: { path: "out/信息专报/2026/信息专报-2026-第12期.docx", sha256: "cd", bytes: 9000, pages: 3 },
  entries: [
    {
      id: "甲",
      fingerprint: "ef",
      title: "青石镇抢修“石坝”水渠",
      units: ["青石镇党政办公室"],
      category: "动态",
      group: "工作动态",
      themes: ["防汛抗旱"],
      decision: null,
      stage: null,
      tone: "喜",
      place: "石坝村",
      occurred: { day: 20_779, clock: null, instant: null },
      received: null,
      submitted: at,
      taken: null,
      report: { stage: "续报", number: 2, follows: "乙" },
      text: "第一段。\n第二段。",
    },
  ],
};

const NOTE: NoteRecord = {
  event: "批示",
  at,
  issue: { publication: "信息专报", kind: "增刊", year: 2026, number: 3 },
  entry: "甲",
  leader: "王县长",
  text: "请水利局研处。",
  when: at,
  owner: "县水利局",
  due: 20_790,
  level: null,
  publication: null,
  answers: { year: 2026, seq: 4 },
  clerk: null,
};

const RECORDS: readonly KnownRecord[] = [
  ISSUE,
  NOTE,
  { event: "作废", at, issue: { publication: "甲", kind: "正刊", year: 2026, number: 3 }, reason: "印错", clerk: "张" },
  {
    event: "登记",
    at,
    id: "甲",
    fingerprint: "ef",
    title: "标题",
    units: ["甲", "乙"],
    category: "动态",
    submitted: at,
    taken: at,
    channel: "电话补录",
    clerk: null,
  },
];

const written = (record: KnownRecord = ISSUE): Promise<string> => writeRecord(record, CHAIN, { seq: 12, before: "00" });

describe("a record", () => {
  test.each(RECORDS)("of $event comes back as it was", async (record) => {
    const found = await readRecord({ text: await written(record) }, ZONE);
    expect(found).toEqual({
      head: { version: 1, ...CHAIN, seq: 12, before: "00" },
      record,
      sealed: true,
    });
  });

  test("is read by people: Chinese keys, a line each, the checksum last", async () => {
    const lines = (await written()).split("\n");
    expect(lines.slice(0, 9)).toEqual([
      "{",
      '  "版本": 1,',
      '  "系列": "信息专报",',
      '  "年度": 2026,',
      '  "序号": 12,',
      '  "上一条": "00",',
      '  "事": "编发",',
      '  "记于": "2026-11-23 17:00",',
      '  "刊物": "信息专报",',
    ]);
    expect(lines.at(-3)).toMatch(/^ {2}"校验": "[0-9a-f]{64}"$/u);
    expect(lines.join("\n")).not.toContain("null");
  });

  test("shows any change of a single character", async () => {
    const source = await written();
    for (let place = 0; place < source.length; place += 7) {
      const changed = `${source.slice(0, place)}${source[place] === "0" ? "1" : "0"}${source.slice(place + 1)}`;
      const found = await readRecord({ text: changed }, ZONE);
      expect(typeof found === "string" || !found.sealed).toBe(true);
    }
  });

  test("of a later kind is kept and shown", async () => {
    const text = (await written(NOTE)).replace('"事": "批示"', '"事": "评分"');
    const found = await readRecord({ text }, ZONE);
    expect(found).toMatchObject({ sealed: false, record: { event: null, name: "评分", at } });
    const { record } = found as { record: { fields: ReadonlyMap<string, string> } };
    expect(record.fields.get("承办")).toBe("县水利局");
    expect(record.fields.get("答复")).toBe('{"年":2026,"序号":4}');
  });

  test.each([
    ["", "是空的"],
    ["{", "不是完整的 JSON"],
    ["[]", "应是一组键和值"],
    ["{}", "“版本”应是整数"],
  ])("that holds %j is none", async (text, words) => {
    expect(await readRecord({ text }, ZONE)).toContain(words);
  });

  test.each([
    ['"期号": 12', '"期号": "十二"', "“期号”应是整数"],
    ['"种": "正刊"', '"种": "特刊"', "“种”应是 正刊、增刊 之一"],
    ['"日期": "2026-11-23"', '"日期": "2026-11-31"', "“日期”应是 2026-11-23 这样的日期"],
    ['"报送时间": "2026-11-23 17:00"', '"报送时间": "昨天"', "“条目”第 1 项“报送时间”应是"],
    ['"条目": [', '"条目": 3, "旧": [', "“条目”应是列表"],
    ['"事": "编发"', '"事": 1', "没有“事”"],
    ['"签发人": "王某",', "", "“签发人”应是文字"],
  ])("with %s changed to %s says what is wrong", async (from, to, words) => {
    expect(await readRecord({ text: (await written()).replace(from, to) }, ZONE)).toContain(words);
  });
});
