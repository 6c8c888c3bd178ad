import { describe, expect, test } from "vitest";
import { isSealed, readRecord, writeRecord } from "../../src/ledger/codec.ts";
import type { KnownRecord } from "../../src/ledger/forms.ts";
import { AT as at, issueRecord, noteRecord, ZONE } from "./records.ts";
import { CHAIN } from "./support.ts";

const ISSUE = issueRecord();
const NOTE = noteRecord();

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
    way: "退回",
    original: { name: "甲.yaml", sha256: "00ff", item: 2 },
  },
];

const written = (record: KnownRecord = ISSUE): string => writeRecord(record, CHAIN, { seq: 12, before: "00" });

describe("a record", () => {
  test.each(RECORDS)("of $event comes back as it was", async (record) => {
    const text = written(record);
    const found = readRecord({ text }, ZONE);
    expect(found).toEqual({
      head: { version: 1, ...CHAIN, seq: 12, before: "00" },
      record,
    });
    expect(isSealed(text)).toBe(true);
  });

  test("is read by people: Chinese keys, a line each, the checksum last", async () => {
    const lines = written().split("\n");
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
    const source = written();
    for (let place = 0; place < source.length; place += 7) {
      const changed = `${source.slice(0, place)}${source[place] === "0" ? "1" : "0"}${source.slice(place + 1)}`;
      const broken = typeof readRecord({ text: changed }, ZONE) === "string";
      expect(broken || !isSealed(changed)).toBe(true);
    }
  });

  test("of a later kind is kept and shown", async () => {
    const text = written(NOTE).replace('"事": "批示"', '"事": "评分"');
    const found = readRecord({ text }, ZONE);
    expect(found).toMatchObject({ record: { event: null, name: "评分", at } });
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
    expect(readRecord({ text }, ZONE)).toContain(words);
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
    expect(readRecord({ text: written().replace(from, to) }, ZONE)).toContain(words);
  });
});
