import { expect, test } from "vitest";
import { parseMoment } from "../../src/base/time.ts";
import type { Moment } from "../../src/model/moment.ts";
import { readEntries } from "../../src/read/entry.ts";
import { DEFAULT_OFFICE, publicationOf } from "../../src/read/office.ts";
import { runIssueRules } from "../../src/rules/engine.ts";
import { shippedProfile } from "./harness.ts";

const entry = (id: string, secrecy: string): string =>
  `编号: ${id}\n标题: 砚坪镇冬修水渠${id}\n类别: 动态\n报送单位: 砚坪镇\n密级: ${secrecy}\n正文: 冬修水渠26处。\n`;

test("a publication that stands in no file: told at the first entry that is not 公开", () => {
  const source = {
    path: "a.yaml",
    text: [entry("甲", "公开"), entry("乙", "内部"), entry("丙", "工作秘密")].join("---\n"),
  };
  const readings = readEntries(source, { zone: "Asia/Shanghai", defaultId: "a", urgent: "紧急" });
  const entries = readings.flatMap(({ entry }) => (entry ? [entry] : []));
  const now = parseMoment("2026-11-23 17:00", "Asia/Shanghai") as Moment;
  const publication = { ...publicationOf(DEFAULT_OFFICE, "每周信息"), issueTo: ["各乡镇党委"] };
  const found = runIssueRules(
    { publication, entries },
    { profile: shippedProfile(), office: DEFAULT_OFFICE, now, published: [], whole: false },
  ).filter(({ rule }) => rule === "over-distribution");
  expect(found).toHaveLength(1);
  const [{ entry: id, at, message }] = found as [(typeof found)[number]];
  expect([id, source.text.slice(at.start, at.end)]).toEqual(["乙", "内部"]);
  expect(message).toContain("本期密级是“工作秘密”");
});
