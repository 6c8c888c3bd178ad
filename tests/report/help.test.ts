import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sectionOf } from "../../src/report/help.ts";
import { renderTiming } from "../../src/report/timing.ts";
import { width } from "../../src/base/width.ts";

it("takes one section of a page, without its marks and not wrapped", () => {
  const page = "# 甲 题\r\n\r\n## 是什么\r\n\r\n查**一**项，见 `级别`。\r\n\r\n- 一\r\n\r\n## 怎么改\r\n\r\n改。\r\n";
  expect(sectionOf(page, "是什么")).toBe("查一项，见 级别。\n\n- 一");
  expect(sectionOf(page, "怎么改")).toBe("改。");
  expect(sectionOf(page, "没有")).toBe("");
  expect(sectionOf("", "是什么")).toBe("");
});

const folder = new URL("../../docs/rules/", import.meta.url);

it.each(readdirSync(folder).filter((name) => !["README.md", "template.md"].includes(name)))(
  "%s says what it looks for and how to mend it",
  (name) => {
    const page = readFileSync(new URL(name, folder), "utf8");
    expect(sectionOf(page, "是什么")).not.toBe("");
    expect(sectionOf(page, "怎么改")).not.toBe("");
  },
);

it("shows where the time went, the longest first, aligned, with what nobody measured", () => {
  const text = renderTiming(
    [
      { name: "读条目", ms: 20 },
      { name: "late-phone", ms: 60 },
    ],
    100,
  );
  expect(text.split("\n").map((line) => line.trim().split(/\s{2,}/u))).toEqual([
    ["各部分用时："],
    ["late-phone", "60.0 毫秒", "60.0%"],
    ["读条目", "20.0 毫秒", "20.0%"],
    ["其余", "20.0 毫秒", "20.0%"],
    ["合计", "100.0 毫秒", "100.0%"],
    [""],
  ]);
  expect(new Set(text.trimEnd().split("\n").slice(1).map(width)).size).toBe(1);
  expect(renderTiming([], 0)).toContain("0.0%");
});
