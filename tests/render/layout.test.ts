import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/diagnostic.ts";
import { readLayout } from "../../src/read/layout.ts";
import { shipped, source } from "./support/layouts.ts";

const bases = new Map([["gb9704", source("layouts/gb9704.yaml")]]);

function read(text: string): { findings: readonly Finding[]; at: (finding: Finding) => string } {
  const { layout, findings } = readLayout({ source: { path: "layout.yaml", text }, bases });
  expect(layout === null).toBe(findings.length > 0);
  return { findings, at: ({ at }) => text.slice(at.start, at.end) };
}

describe("shipped layouts", () => {
  it("hold the standard: 22 lines of 28 characters in 156 × 225 mm", () => {
    const layout = shipped("layouts/gb9704.yaml");
    expect(layout).toMatchObject({
      paper: { width: 210, height: 297 },
      block: { top: 37, left: 28, width: 156, height: 225 },
      grid: { lines: 22, chars: 28, pitch: 28.95 },
    });
    expect(22 * layout.grid.pitch).toBeLessThanOrEqual((225 * 72) / 25.4);
    expect(23 * layout.grid.pitch).toBeGreaterThan((225 * 72) / 25.4);
    expect(layout.styles.get("正文")).toMatchObject({
      id: "BodyText",
      font: "仿宋",
      size: 16,
      spacing: -0.25,
      line: 28.95,
      firstLine: 2,
      align: "both",
    });
    expect(layout.styles.get("一级")).toMatchObject({ id: "Heading1", font: "黑体", keepNext: true, bold: false });
  });

  it("of a publication fill in what they are based on and override it", () => {
    const layout = shipped();
    expect(layout.name).toBe("信息专报");
    expect(layout.styles.get("一级")).toMatchObject({ id: "Heading3", font: "黑体", size: 16 });
    expect(layout.styles.get("编发行")?.tabs.map(({ at, align }) => [Math.round(at * 100) / 100, align])).toEqual([
      [5.56, "left"],
      [150.44, "right"],
    ]);
    expect(layout.rules.get("报尾粗线")?.width).toBeCloseTo(0.992, 3);
  });

  it("say on what each figure rests", () => {
    const { marks } = shipped();
    expect(marks).toContainEqual({
      path: "版心.上",
      value: "37mm",
      standing: "规定",
      basis: "GB/T 9704-2012 5.2.1（天头）",
    });
    expect(marks.filter(({ standing }) => standing === "规定").every(({ basis }) => basis.includes("GB/T 9704"))).toBe(
      true,
    );
  });
});

describe("readLayout finds", () => {
  // prettier-ignore
  it.each([
    ["an unknown key", "基于: gb9704\n样式:\n  正文: { 字型: 仿宋 }", "字型", "没有“字型”"],
    ["an unknown font", "基于: gb9704\n样式:\n  正文: { 字体: 宋体二 }", "宋体二", "没有“宋体二”"],
    ["a wrong unit", "基于: gb9704\n版心: { 上: 3.7cm }", "3.7cm", "长度"],
    ["a length without a unit", "基于: gb9704\n版心: { 上: 37 }", "37", "长度"],
    ["a wrong type size", "基于: gb9704\n样式:\n  正文: { 字号: 三 }", "三", "字号"],
    ["a wrong colour", "基于: gb9704\n样式:\n  正文: { 颜色: 红 }", "红", "颜色"],
    ["a wrong standing", "基于: gb9704\n版心: { 上: { 值: 37mm, 性质: 必须 } }", "必须", "规定、推荐、实务"],
    ["a base that is not there", "基于: gb9705", "gb9705", "gb9705"],
    ["a style made after none", "基于: gb9704\n样式:\n  新: { 仿: 旧, 字体: 仿宋, 字号: 三号, 行距: 1行 }", "旧", "旧"],
    ["an id that is taken", "基于: gb9704\n样式:\n  新: { 仿: 正文, 标识: Title }", "Title", "Title"],
  ])("%s, at its place", (...[, text, place, message]) => {
    const { findings, at } = read(text);
    expect(findings.map((finding) => [finding.rule, finding.severity, at(finding)])).toEqual([["template", "error", place]]);
    expect(findings[0]?.message).toContain(message);
  });

  it("styles made after each other, bases that go in circles, and what is missing", () => {
    expect(read("基于: gb9704\n样式:\n  甲: { 仿: 乙 }\n  乙: { 仿: 甲 }").findings.length).toBeGreaterThan(0);
    const self = { path: "layout.yaml", text: "基于: self" };
    expect(readLayout({ source: self, bases: new Map([["self", self]]) }).findings[0]?.message).toContain("绕回");
    expect(read("名称: 空").findings.some(({ message }) => message.includes("版心.高"))).toBe(true);
    expect(read("").findings).toHaveLength(1);
  });
});
