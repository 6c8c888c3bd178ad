import { expect, test } from "vitest";
import { locate } from "../../src/report/locate.ts";
import { findingAt } from "./support.ts";

const source = { path: "entries/甲.yaml", text: "标题: 𠮷祥村\r\n类别: 动太\n正文: |\n  一\n  二\n" };

test("columns count code points, the end is exclusive", () => {
  const [found] = locate([findingAt(source, "祥村")]);
  expect(found).toMatchObject({ file: "entries/甲.yaml", line: 1, column: 6, endLine: 1, endColumn: 8 });
});

test("a finding on the whole file is 1:1", () => {
  expect(locate([findingAt(source, "")])[0]).toMatchObject({ line: 1, column: 1, endLine: 1, endColumn: 1 });
});

test("a finding may reach over lines, and end at the end of the file", () => {
  expect(locate([findingAt(source, "一\n  二\n")])[0]).toMatchObject({ line: 4, column: 3, endLine: 6, endColumn: 1 });
});

test("sorted by file, line, column, rule, by code point", () => {
  const other = { path: "entries/b.yaml", text: "a: 1\nb: 2\n" };
  const far = { path: "entries/～.yaml", text: "x" };
  const astral = { path: "entries/𠮷.yaml", text: "x" };
  const found = locate([
    findingAt(astral, "x"),
    findingAt(far, "x"),
    findingAt(source, "类别"),
    findingAt(source, "标题", { rule: "b" }),
    findingAt(source, "标题", { rule: "a" }),
    findingAt(other, "2"),
    findingAt(other, "1"),
  ]);
  expect(found.map(({ file, line, column, rule }) => `${file}:${line}:${column}:${rule}`)).toEqual([
    "entries/b.yaml:1:4:bad-value",
    "entries/b.yaml:2:4:bad-value",
    "entries/甲.yaml:1:1:a",
    "entries/甲.yaml:1:1:b",
    "entries/甲.yaml:2:1:bad-value",
    "entries/～.yaml:1:1:bad-value",
    "entries/𠮷.yaml:1:1:bad-value",
  ]);
});

test("related places have lines and columns too", () => {
  const start = source.text.indexOf("动太");
  const related = [{ at: { source, start, end: start + 2 }, message: "另一处" }];
  expect(locate([findingAt(source, "标题", { related })])[0]?.related).toEqual([
    { file: "entries/甲.yaml", line: 2, column: 5, message: "另一处" },
  ]);
});
