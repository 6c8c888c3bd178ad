import { describe, expect, it } from "vitest";
import type { Diagnostic, Severity } from "../../src/model/diagnostic.ts";
import { shorten } from "../../src/report/shorten.ts";

const found = (line: number, severity: Severity = "warning", rule = "half-width-punctuation"): Diagnostic => ({
  rule,
  severity,
  message: `第${line}处`,
  hint: "改为全角",
  entry: "甲",
  file: "entries/甲.yaml",
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
  related: [],
});

const lines = (all: readonly Diagnostic[]): number[] => all.map(({ line }) => line);

describe("what is shown of many alike", () => {
  it("is all of fifty", () => {
    const all = Array.from({ length: 50 }, (_, index) => found(index + 1));
    expect(shorten(all)).toEqual(all);
  });

  it("is the first fifty of more, and the last says how many are left out", () => {
    const all = Array.from({ length: 53 }, (_, index) => found(index + 1));
    const shown = shorten(all);
    expect(lines(shown)).toEqual(lines(all).slice(0, 50));
    expect(shown[49]?.message).toBe("第50处；同样的另有 3 处没有列出");
    expect(shown[48]?.message).toBe("第49处");
  });

  it("never leaves out an error for a warning, and keeps the order", () => {
    const all = [...Array.from({ length: 60 }, (_, index) => found(index + 1)), found(61, "error")];
    const shown = shorten(all);
    expect(lines(shown)).toEqual([...lines(all).slice(0, 49), 61]);
  });

  it("counts each rule and each entry by itself", () => {
    const one = Array.from({ length: 40 }, (_, index) => found(index + 1));
    const other = Array.from({ length: 40 }, (_, index) => found(index + 1, "warning", "date-form"));
    expect(shorten([...one, ...other])).toHaveLength(80);
  });
});
