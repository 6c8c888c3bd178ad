import { describe, expect, it } from "vitest";
import { renderDiff } from "../../src/report/diff.ts";

const PLAIN = { colour: false };
const lines = (count: number): string[] => Array.from({ length: count }, (_, index) => `第${index + 1}行`);
const changed = (at: readonly number[]): { path: string; before: string; after: string } => ({
  path: "entries/甲.yaml",
  before: `${lines(12).join("\n")}\n`,
  after: `${lines(12)
    .map((line, index) => (at.includes(index + 1) ? `${line}改` : line))
    .join("\n")}\n`,
});

describe("what is to change", () => {
  it("is shown with two lines on either side", () => {
    expect(renderDiff([changed([5])], PLAIN)).toBe(
      [
        "--- entries/甲.yaml（现在）",
        "+++ entries/甲.yaml（改后）",
        "@@ -3,5 +3,5 @@",
        " 第3行",
        " 第4行",
        "-第5行",
        "+第5行改",
        " 第6行",
        " 第7行",
        "",
      ].join("\n"),
    );
  });

  it("joins changes that lie near, and parts those that do not", () => {
    const heads = (at: readonly number[]): string[] => renderDiff([changed(at)], PLAIN).match(/^@@.*$/gmu) ?? [];
    expect(heads([1, 2])).toEqual(["@@ -1,4 +1,4 @@"]);
    expect(heads([2, 7])).toEqual(["@@ -1,9 +1,9 @@"]);
    expect(heads([2, 8])).toEqual(["@@ -1,4 +1,4 @@", "@@ -6,5 +6,5 @@"]);
    expect(heads([12])).toEqual(["@@ -10,3 +10,3 @@"]);
  });

  it("shows the old lines of a run before the new ones", () => {
    const rows = renderDiff([changed([3, 4])], PLAIN).split("\n");
    expect(rows.filter((row) => /^[-+]第/u.test(row))).toEqual(["-第3行", "-第4行", "+第3行改", "+第4行改"]);
  });

  it("stands file by file, and is empty where nothing changes", () => {
    expect(renderDiff([changed([1]), { ...changed([2]), path: "乙.md" }], PLAIN)).toContain("\n\n--- 乙.md（现在）");
    expect(renderDiff([], PLAIN)).toBe("");
  });

  it("shows a change of the number of lines as one", () => {
    const shown = renderDiff([{ path: "甲", before: "一\n二\n", after: "一\n二\n三\n" }], PLAIN);
    expect(shown).toContain("@@ -3,0 +3,1 @@\n+三");
  });

  it("masks personal numbers and writes out what hides", () => {
    const before = "电话13812345678,\u001b[31m红\u202e\r\n";
    const shown = renderDiff([{ path: "甲\u001b", before, after: before.replace(",", "，") }], PLAIN);
    expect(shown).toBe(
      [
        "--- 甲\\u{1b}（现在）",
        "+++ 甲\\u{1b}（改后）",
        "@@ -1,1 +1,1 @@",
        "-电话138****5678,\\u{1b}[31m红\\u{202e}",
        "+电话138****5678，\\u{1b}[31m红\\u{202e}",
        "",
      ].join("\n"),
    );
  });

  it("is coloured where asked", () => {
    expect(renderDiff([changed([5])], { colour: true })).toContain("\u001b[31m-第5行\u001b[39m");
  });
});
