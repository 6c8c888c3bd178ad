import { expect, test } from "vitest";
import { renderCompact } from "../../src/report/compact.ts";
import { renderCheckJson, toJson } from "../../src/report/json.ts";
import { locate } from "../../src/report/locate.ts";
import { renderPretty } from "../../src/report/pretty.ts";
import { renderSummary } from "../../src/report/words.ts";
import { DIAGNOSTIC, findingAt, HOSTILE, NASTY } from "./support.ts";

const source = { path: "entries/甲.yaml", text: "标题: 一场大火\n类别: 动太\n\n" };
const other = { path: "entries/乙.md", text: "---\n标题: x\n---\n" };
const sources = new Map([source, other].map((each) => [each.path, each]));
const plain = { sources, colour: false, columns: 80 };

const FOUND = locate([
  findingAt(source, "动太", {
    rule: "unknown-category",
    message: "类别“动太”不在规则集中",
    hint: "是不是“动态”？",
    related: [{ at: { source: other, start: 4, end: 6 }, message: "另一条" }],
  }),
  findingAt(other, "x", { rule: "title-length", severity: "warning", message: "标题过短", hint: "" }),
  findingAt(source, "", { severity: "note", message: "整个文件" }),
]);

test("pretty: by file, the line, carets under the place, what to do, other places", () => {
  expect(renderPretty(FOUND, plain)).toBe(`entries/乙.md
  2:5 提醒 标题过短 [title-length]
    2 | 标题: x
      |       ^

entries/甲.yaml
  1:1 提示 整个文件 [bad-value]
    1 | 标题: 一场大火
      | ^^
    → 办法
  2:5 差错 类别“动太”不在规则集中 [unknown-category]
    2 | 类别: 动太
      |       ^^^^
    → 是不是“动态”？
    另见 entries/乙.md:2:1 另一条
`);
});

test("pretty: no frame for a file whose text may not be shown, nor for an empty line", () => {
  const hidden = renderPretty(FOUND, { ...plain, sources: new Map() });
  expect(hidden).not.toContain(" | ");
  expect(hidden).toContain("2:5 差错");
  expect(renderPretty([{ ...DIAGNOSTIC, line: 3 }], plain)).not.toContain(" | ");
  expect(renderPretty([{ ...DIAGNOSTIC, line: 99 }], plain)).not.toContain(" | ");
});

test("pretty: of a place over several lines the first is underlined to its end", () => {
  const text = renderPretty([{ ...DIAGNOSTIC, column: 5, endLine: 2, endColumn: 3 }], plain);
  expect(text).toContain("    1 | 标题: 一场大火\n      |       ^^^^^^^^\n");
});

test("pretty: nothing found is nothing printed", () => {
  expect(renderPretty([], plain)).toBe("");
});

test("colour is only what the caller decides", () => {
  const coloured = renderPretty(FOUND, { ...plain, colour: true });
  expect(coloured).toContain("\u001b[31m");
  // eslint-disable-next-line no-control-regex
  expect(coloured.replace(/\u001b\[\d+m/gu, "")).toBe(renderPretty(FOUND, plain));
});

test("compact: one line each", () => {
  expect(renderCompact(FOUND)).toBe(`entries/乙.md:2:5: 提醒 标题过短 [title-length]
entries/甲.yaml:1:1: 提示 整个文件 [bad-value]
entries/甲.yaml:2:5: 差错 类别“动太”不在规则集中 [unknown-category]
`);
});

test("json: one document, keys in the order of the contract", () => {
  const text = renderCheckJson({ date: "2026-11-23", files: 2, entries: 2, diagnostics: FOUND });
  const report = JSON.parse(text) as { diagnostics: object[] };
  expect(Object.keys(report)).toEqual([
    "version",
    "date",
    "files",
    "entries",
    "errors",
    "warnings",
    "notes",
    "diagnostics",
  ]);
  expect(report).toMatchObject({
    version: 1,
    date: "2026-11-23",
    files: 2,
    entries: 2,
    errors: 1,
    warnings: 1,
    notes: 1,
  });
  expect(Object.keys(report.diagnostics[2] as object)).toEqual([
    "rule",
    "severity",
    "message",
    "hint",
    "entry",
    "file",
    "line",
    "column",
    "endLine",
    "endColumn",
    "related",
  ]);
  expect((report.diagnostics[2] as { related: object[] }).related).toEqual([
    { file: "entries/乙.md", line: 2, column: 1, message: "另一条" },
  ]);
});

test("the summary says how much was looked at", () => {
  expect(renderSummary({ files: 3, entries: 12, diagnostics: FOUND })).toBe(
    "检查 3 个文件、12 条信息：1 个差错，1 个提醒，1 个提示",
  );
});

test("no format lets anything hostile through, and JSON is read back as it was", () => {
  const related = [{ file: NASTY, line: 1, column: 1, message: NASTY }];
  const nasty = { ...DIAGNOSTIC, rule: NASTY, message: NASTY, hint: NASTY, entry: NASTY, file: NASTY, related };
  const nastySources = new Map([[NASTY, { path: NASTY, text: NASTY }]]);
  const json = renderCheckJson({ date: "2026-11-23", files: 1, entries: 1, diagnostics: [nasty] });
  for (const text of [renderPretty([nasty], { ...plain, sources: nastySources }), renderCompact([nasty]), json]) {
    expect(text).not.toMatch(HOSTILE);
  }
  expect(renderCompact([nasty]).split("\n")).toHaveLength(2);
  expect((JSON.parse(json) as { diagnostics: object[] }).diagnostics[0]).toEqual(nasty);
  expect(JSON.parse(toJson({ 键: '引号"反斜杠\\u{200b}é—' }))).toEqual({ 键: '引号"反斜杠\\u{200b}é—' });
});
