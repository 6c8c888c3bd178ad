import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { fingerprintsOf } from "../../src/report/fingerprints.ts";
import { locate } from "../../src/report/locate.ts";
import { parseSuppressions, printSuppressions } from "../../src/report/suppressions-file.ts";
import { keyOf, prune, record, sift, totalOf, type Candidate } from "../../src/report/suppressions.ts";
import { DIAGNOSTIC, findingAt, HOSTILE, NASTY } from "./support.ts";

const candidate = (fingerprint: string, more: Partial<Diagnostic> = {}, mayPass = true): Candidate => ({
  diagnostic: { ...DIAGNOSTIC, ...more },
  fingerprint,
  mayPass,
});

describe("what a finding is known by", () => {
  const text = "标题: 甲\n正文: |\n  近日，水渠修复。\n  近日，水渠修复。\n  日前，道路通车。\n";
  const printOf = (text: string, needle: string, message = "“近日”不具体"): string => {
    const source = { path: "entries/甲.yaml", text };
    const found = locate([findingAt(source, needle, { message })]);
    return fingerprintsOf(found, new Map([[source.path, source]]))[0] ?? "";
  };

  it("stays when the line moves, is indented otherwise, or ends otherwise", () => {
    const before = printOf(text, "近日");
    expect(printOf(`# 注\n\n${text}`, "近日")).toBe(before);
    expect(printOf(text.replaceAll("  近日", "      近日"), "近日")).toBe(before);
    expect(printOf(text.replaceAll("\n", "\r\n"), "近日")).toBe(before);
  });

  it("stays when a number in the message goes on: a place, or days gone by", () => {
    expect(printOf(text, "近日", "第 3 处，已过 12 天")).toBe(printOf(text, "近日", "第 14 处，已过 9 天"));
  });

  it("stays when the text around it is edited, and when a stretch too long to be one word is", () => {
    expect(printOf(text.replaceAll("水渠修复", "水渠已全部修复"), "近日")).toBe(printOf(text, "近日"));
    const long = (word: string): string => `${"长".repeat(40)}${word}`;
    expect(printOf(`正文: ${long("甲")}\n`, long("甲"))).toBe(printOf(`正文: ${long("乙")}\n`, long("乙")));
  });

  it("is another where what was found, the message or the entry is another", () => {
    const prints = [printOf(text, "近日"), printOf(text, "日前"), printOf(text, "近日", "另一句")];
    expect(new Set(prints).size).toBe(3);
    const source = { path: "entries/甲.yaml", text };
    const of = (entry: string): string =>
      fingerprintsOf(locate([findingAt(source, "近日", { entry })]), new Map([[source.path, source]]))[0] ?? "";
    expect(of("青石-1")).not.toBe(of("青石-2"));
    // The place of an entry in its file is no name of it.
    expect(of("甲#2")).toBe(of("甲#3"));
  });

  it("tells nothing of the line of a file that may not be shown", () => {
    const source = { path: "entries/甲.yaml", text };
    const found = locate([findingAt(source, "近日"), findingAt(source, "日前")]);
    const [first, second] = fingerprintsOf(found, new Map());
    expect(first).toBe(second);
  });

  it("of a whole file does not hang on its first line", () => {
    const source = { path: "entries/甲.yaml", text };
    const changed = { path: "entries/甲.yaml", text: `# 注\n${text}` };
    const [a, b] = [source, changed].map((each) =>
      fingerprintsOf(locate([findingAt(each, "")]), new Map([[each.path, each]])),
    );
    expect(a).toEqual(b);
  });
});

describe("setting aside", () => {
  const two = [candidate("a"), candidate("a")];

  it("of faults alike, as many as there were: one more is new", () => {
    const known = record(two, new Map());
    expect(totalOf(known)).toBe(2);
    expect(sift(two, known)).toEqual({ fresh: [], aside: 2, gone: 0 });
    const three = [...two, candidate("a", { line: 9 })];
    expect(sift(three, known)).toMatchObject({ fresh: [{ diagnostic: { line: 9 } }], aside: 2 });
    expect(sift([candidate("a")], known)).toMatchObject({ fresh: [], aside: 1, gone: 1 });
  });

  it("keeps apart files, rules and faults", () => {
    const known = record([candidate("a")], new Map());
    for (const other of [candidate("b"), candidate("a", { file: "entries/乙.yaml" }), candidate("a", { rule: "x" })])
      expect(sift([other], known)).toMatchObject({ fresh: [other], aside: 0, gone: 1 });
  });

  it("never what may not be", () => {
    const firm = candidate("a", {}, false);
    expect(totalOf(record([firm], new Map()))).toBe(0);
    expect(sift([firm], record([candidate("a")], new Map()))).toMatchObject({ fresh: [firm], aside: 0 });
  });

  it("a record of some files leaves the others on it, and takes away nothing", () => {
    const known = record([candidate("a", { file: "entries/乙.yaml" }), candidate("b"), candidate("b")], new Map());
    const both = record([candidate("a"), candidate("b")], known);
    expect(totalOf(both)).toBe(4);
  });

  it("pruned of what is there no more, and of no more than that", () => {
    const known = record([...two, candidate("b")], new Map());
    expect(prune([candidate("a"), candidate("c")], known)).toEqual(record([candidate("a")], new Map()));
    expect(prune(two, known)).toEqual(record(two, new Map()));
    expect(prune([], known).size).toBe(0);
  });
});

describe("the file", () => {
  const any = fc.string({ unit: "binary" });
  const counts = fc.uniqueArray(fc.tuple(any, any, any, fc.integer({ min: 1, max: 99 })), {
    selector: ([a, b, c]) => keyOf(a, b, c),
    maxLength: 12,
  });

  it("reads back what was printed, whatever the names, in the same bytes whatever their order", () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const made = new Map(rows.map(([file, rule, print, count]) => [keyOf(file, rule, print), count]));
        const text = printSuppressions(made);
        expect(parseSuppressions(text)).toEqual(made);
        expect(printSuppressions(new Map([...made].toReversed()))).toBe(text);
        expect(text).not.toMatch(HOSTILE);
      }),
    );
  });

  it("is sorted by file, rule and fault, one a line", () => {
    const made = record(
      [candidate("b", { rule: "z" }), candidate("b"), candidate("a"), candidate("a"), candidate("c", { file: "a" })],
      new Map(),
    );
    expect(printSuppressions(made)).toBe(`{
  "version": 1,
  "suppressions": {
    "a": {
      "bad-value": {
        "c": 1
      }
    },
    "entries/甲.yaml": {
      "bad-value": {
        "a": 2,
        "b": 1
      },
      "z": {
        "b": 1
      }
    }
  }
}
`);
  });

  it.each([
    ["", "JSON"],
    ["<<<<<<< HEAD\n{}", "合并冲突"],
    ["[]", "version"],
    ['{"version": 2, "suppressions": {}}', "version"],
    ['{"version": 1}', "suppressions"],
    ['{"version": 1, "suppressions": []}', "suppressions"],
    ['{"version": 1, "suppressions": {"a": 1}}', "“a”"],
    ['{"version": 1, "suppressions": {"a": {"r": []}}}', "“r”"],
    ['{"version": 1, "suppressions": {"a": {"r": {"f": 0}}}}', "1 以上"],
    ['{"version": 1, "suppressions": {"a": {"r": {"f": "1"}}}}', "1 以上"],
    [`{"version": 1, "suppressions": {${JSON.stringify(NASTY)}: 1}}`, "下面应是"],
  ])("malformed: %j", (text, says) => {
    const { problem } = parseSuppressions(text) as { problem: string };
    expect(problem).toContain(says);
    expect(problem).not.toMatch(HOSTILE);
  });
});
