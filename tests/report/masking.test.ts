import { describe, expect, it, test } from "vitest";
import { findPersonal, isCardNumber, isIdNumber, maskPersonal } from "../../src/base/personal.ts";
import { parseMoment } from "../../src/base/time.ts";
import { quote } from "../../src/base/visible.ts";
import { width } from "../../src/base/width.ts";
import type { Finding } from "../../src/model/diagnostic.ts";
import type { Moment } from "../../src/model/moment.ts";
import { readEntries } from "../../src/read/entry.ts";
import { DEFAULT_OFFICE } from "../../src/read/office.ts";
import { renderCompact } from "../../src/report/compact.ts";
import { fingerprintsOf } from "../../src/report/fingerprints.ts";
import { renderGithub } from "../../src/report/github.ts";
import { renderCheckJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit.ts";
import { locate } from "../../src/report/locate.ts";
import { renderPretty } from "../../src/report/pretty.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { runRules } from "../../src/rules/engine.ts";
import { shippedProfile } from "../rules/harness.ts";

// No area has the code 990521, and the cards are those that banks test with: the numbers are nobody's.
const ID = "990521196801150013";
const ID_X = "99052119680115003X";
const CARD_16 = "6200000000000005";
const CARD_19 = "6200000000000000018";
const MOBILE = "13800001111";
const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const grouped = (text: string, sizes: readonly number[], by = " "): string => {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(by);
};

/** All the ways one number is written. */
const WAYS = [
  ID,
  ID_X,
  ID_X.toLowerCase(),
  wide(ID),
  wide(ID_X),
  grouped(ID, [6, 8, 4]),
  grouped(ID, [6, 4, 4, 4], "-"),
  CARD_16,
  CARD_19,
  wide(CARD_16),
  grouped(CARD_16, [4, 4, 4, 4]),
  grouped(CARD_16, [4, 4, 4, 4], "-"),
  grouped(CARD_19, [4, 4, 4, 4, 3]),
  grouped(CARD_19, [4, 4, 4, 4, 3], "\u00a0"),
  MOBILE,
  wide(MOBILE),
  grouped(MOBILE, [3, 4, 4]),
  grouped(MOBILE, [3, 4, 4], "-"),
  grouped(MOBILE, [4, 3, 4], "　"),
];

describe("numbers of persons are found", () => {
  it.each(WAYS)("%s", (number) => {
    expect(findPersonal(`甲${number}乙`)).toMatchObject([{ start: 1, end: 1 + number.length }]);
  });

  it.each([
    ["with a country code", `+86${MOBILE}`, 3],
    ["with a country code and a space", `0086 ${MOBILE}`, 5],
    ["with a trunk prefix", `0${MOBILE}`, 1],
    ["behind letters", `ID${ID}`, 2],
  ])("%s, itself only", (_, text, start) => {
    expect(findPersonal(text)).toMatchObject([{ start, end: text.length }]);
  });

  it("of several in a row, each", () => {
    const text = [MOBILE, MOBILE, CARD_16, ID, MOBILE].join(" ");
    expect(findPersonal(text).map(({ kind }) => kind)).toEqual(["mobile", "mobile", "card", "id", "mobile"]);
  });
});

test.each([
  ["a wrong check digit", "990521196801150014"],
  ["no such birthday", "990521200902290031"],
  ["a wrong check of a card", "6200000000000006"],
  ["part of a longer run", `${CARD_16}0001`],
  ["part of a longer run, at its end", `12${MOBILE}`],
  ["a 统一社会信用代码 of digits only, which passes Luhn", "915105001000000175"],
  ["a 统一社会信用代码", "93510521MA68K1234T"],
  ["part of a code with letters", `A${MOBILE}`],
  ["a landline", "0700-6022110"],
  ["a landline in one run", "07006022110"],
  ["a hotline", "400-800-1234"],
  ["an amount", "13800001111.50元"],
  ["an amount in 万元", "13800001111万元"],
  ["four columns", "3200 4100 2600 1805"],
  ["a date and a time", "2026-11-18 09:10:00"],
  ["masked already", "138****1111"],
])("%s is no number of a person: %s", (_, text) => {
  expect(findPersonal(`甲${text}乙`)).toEqual([]);
  expect(maskPersonal(text)).toBe(text);
});

test("checks by the standards", () => {
  expect([ID, ID_X, ID_X.toLowerCase()].every(isIdNumber)).toBe(true);
  expect([CARD_16, CARD_19].every(isCardNumber)).toBe(true);
  expect(isCardNumber("0000000000000000")).toBe(false);
});

test("a masked text is as long and as wide, shows the ends only, and is masked already", () => {
  for (const number of WAYS) {
    const masked = maskPersonal(`甲${number}乙`);
    expect(masked).toHaveLength(number.length + 2);
    expect(width(masked)).toBe(width(`甲${number}乙`));
    expect(masked.replace(/[^*＊]/gu, "").length).toBeGreaterThanOrEqual(4);
    expect(findPersonal(masked)).toEqual([]);
    expect(maskPersonal(masked)).toBe(masked);
  }
});

test("a number is masked before a message is cut, or most of it would be told", () => {
  expect(quote(`${"甲".repeat(30)}${ID}乙`, 40)).toBe(`${"甲".repeat(30)}9905******…`);
  expect(quote(`${ID}乙`)).toBe("9905**********0013乙");
});

test("megabytes of digits take no time to speak of", () => {
  const started = performance.now();
  for (const text of ["1".repeat(1_000_000), "1234 ".repeat(200_000), "138-0000-".repeat(100_000)]) maskPersonal(text);
  expect(performance.now() - started).toBeLessThan(5000);
});

/** An entry with every number in every field, and faults that quote them. */
const source = {
  path: "entries/a.yaml",
  text: `标题: ${"甲".repeat(25)}${ID}的救助金
类别: 动态${CARD_16}
报送单位: 砚坪镇${CARD_16}
报送员: 邹小舟${ID_X}
密级: 内部
签发人: 施怀瑾
报送时间: ${MOBILE}
来源: [台账${CARD_19}, "${wide(CARD_16)}"]
地点: 砚坪镇${grouped(ID, [6, 8, 4])}
户主${MOBILE}: 张有田
附件: ["${ID}.pdf"]
正文: |
  我镇向张有田（${ID}、${MOBILE}、死亡××人）发放救助金，卡号${grouped(CARD_16, [4, 4, 4, 4])}、${CARD_19}。
  李小满${wide(MOBILE)}说：“近日领到。
  近日，王敏${grouped(MOBILE, [3, 4, 4])}、${wide(ID)}办理。
`,
};

function found(): readonly Finding[] {
  const readings = readEntries(source, { zone: "Asia/Shanghai", defaultId: "a", urgent: "紧急" });
  const entries = readings.flatMap(({ entry }) => (entry ? [entry] : []));
  const now = parseMoment("2026-11-23 17:00", "Asia/Shanghai") as Moment;
  const context = { profile: shippedProfile(), office: DEFAULT_OFFICE, now, published: [], whole: true };
  const hostile: Finding = {
    rule: "bad-value",
    severity: "error",
    message: `“${ID}”和“${CARD_16}”`,
    hint: `不要写${MOBILE}`,
    at: { source, start: 0, end: 2 },
    entry: "a",
    related: [{ at: { source, start: 0, end: 2 }, message: `另见${CARD_19}` }],
    fix: [{ at: { source, start: 0, end: 2 }, text: MOBILE }],
  };
  return [...readings.flatMap(({ findings }) => findings), ...runRules(entries, context), hostile];
}

describe("no format shows a number", () => {
  const diagnostics = locate(found());
  const sources = new Map([[source.path, source]]);
  const fingerprints = fingerprintsOf(diagnostics, sources);
  const rules = diagnostics.map(({ rule, severity }) => ({ name: rule, severity, summary: rule, what: "", mend: "" }));
  const reports = {
    pretty: renderPretty(diagnostics, { sources, colour: false, columns: 400 }),
    narrow: renderPretty(diagnostics, { sources, colour: true, columns: 60 }),
    compact: renderCompact(diagnostics),
    json: renderCheckJson({ date: "2026-11-23", files: 1, entries: 1, diagnostics }),
    sarif: renderSarif({ version: "1", rules, diagnostics, fingerprints }),
    junit: renderJunit([{ file: source.path, id: "a" }], diagnostics),
    github: renderGithub(diagnostics),
  };

  it("though there is enough to show", () => {
    expect(diagnostics.filter(({ rule }) => rule === "personal-data").length).toBeGreaterThan(10);
    expect(new Set(diagnostics.map(({ rule }) => rule)).size).toBeGreaterThan(5);
    expect(reports.pretty).toContain("138****1111");
    expect(reports.json).toContain("6200********0005");
  });

  it.each(Object.entries(reports))("%s", (_, text) => {
    const plain = text
      .replace(/\u001b\[[\d;]*m/gu, "")
      .replace(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    expect(findPersonal(plain).map(({ start, end }) => plain.slice(start, end))).toEqual([]);
    for (const number of WAYS) expect(plain).not.toContain(number);
    // What is left of a number that was cut must not be most of it.
    expect(plain).not.toContain(ID.slice(0, 12));
    expect(plain).not.toContain(CARD_16.slice(0, 12));
  });

  it("and carets still stand under it", () => {
    const lines = renderPretty(
      diagnostics.filter(({ rule, line }) => rule === "personal-data" && line === 13),
      { sources, colour: false, columns: 400 },
    ).split("\n");
    const at = lines.findIndex((line) => line.includes("^"));
    const [shown, carets] = [lines[at - 1] ?? "", lines[at] ?? ""];
    const before = shown.slice(0, shown.indexOf("9905"));
    expect(carets.indexOf("^")).toBe(width(before));
    expect(carets.match(/\^/gu)).toHaveLength(18);
  });
});
