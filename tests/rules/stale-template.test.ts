import { expect, it } from "vitest";
import { judge } from "./harness.ts";

const titled = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const day = String(index + 10);
    return `标题: 第${day}村“三举措”抓防火\n类别: 动态\n报送单位: 青石镇\n报送时间: 2026-11-${day}\n正文: 检查。\n`;
  }).join("---\n");

it("names at most five others of the mould, the latest first, each at its place", () => {
  const [found, ...more] = judge(titled(8)).filter(({ rule }) => rule === "stale-template");
  expect(more).toEqual([]);
  expect(found?.message).toContain("8 条标题");
  expect(found?.place).toBe("43:10-43:13");
  expect(found?.related).toEqual(
    [37, 31, 25, 19, 13].map((line, at) => `${line}:10-${line}:13 同一个模子：“第${16 - at}村“三举措”抓防火”`),
  );
});

it("is quiet at four", () => {
  expect(judge(titled(4)).filter(({ rule }) => rule === "stale-template")).toEqual([]);
});
