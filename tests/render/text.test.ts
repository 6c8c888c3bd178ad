import { expect, it } from "vitest";
import { renderText } from "../../src/render/text.ts";
import { shipped } from "./support/layouts.ts";
import { cell, document, p, sampleIssue, TAB } from "./support/samples.ts";

const layout = shipped();

it("keeps a paragraph on one line, indented, centred and set right as on paper", () => {
  const text = renderText(
    document([p("期号", "第 12 期"), p("正文", "一".repeat(40)), p("供稿", "（东湖镇）"), p("空行")], null),
    layout,
  );
  expect(text).toBe(`${" ".repeat(24)}第 12 期\n　　${"一".repeat(40)}\n${" ".repeat(46)}（东湖镇）\n\n`);
});

it("sets page numbers and 印数 against the right edge", () => {
  const lines = renderText(sampleIssue(2), layout).split("\n");
  expect(lines.find((line) => line.startsWith("◇"))).toMatch(/^◇××镇推进农村人居环境整治·+1$/u);
  expect(lines.find((line) => line.includes("共印"))).toMatch(/^　编辑：张三.* （共印 50 份）$/u);
});

it("aligns the columns of a table", () => {
  const table = {
    kind: "table",
    style: "表格",
    head: [[cell("乡镇", "表头"), cell("人数", "表头")]],
    rows: [[cell("东湖"), cell("3")]],
  } as const;
  const line = "─".repeat(28);
  expect(renderText(document([table], null), layout)).toBe(`${line}\n乡镇  人数\n${line}\n东湖  3\n${line}\n`);
  expect(renderText(document([p("版头行", "左", TAB, "右")], null), layout)).toBe(`左${" ".repeat(52)}右\n`);
});
