import { describe, expect, it } from "vitest";
import { issueNumber } from "../../src/compose/issue-number.ts";
import { NUMBER_FORMS } from "../../src/model/office.ts";

describe("期号", () => {
  const regular = { kind: "正刊", number: 12, total: 128 } as const;
  const all = (number: Parameters<typeof issueNumber>[0], supplement = false): string[] =>
    NUMBER_FORMS.map((form) => issueNumber(number, { supplement, form }));

  it("is written as the office writes it", () => {
    expect(all(regular)).toEqual(["第12期", "(12)", "第12期（总第128期）"]);
  });

  it("of a supplement says so, in every form", () => {
    expect(all({ kind: "增刊", number: 3, total: null })).toEqual(["增刊第3期", "增刊第3期", "增刊第3期"]);
  });

  it("of a draft leaves room", () => {
    expect(all(null)).toEqual(["第　期", "(　)", "第　期（总第　期）"]);
    expect(all(null, true)).toEqual(["增刊第　期", "增刊第　期", "增刊第　期"]);
  });
});
