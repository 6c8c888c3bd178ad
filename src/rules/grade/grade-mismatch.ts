import type { EntryRule } from "../rule.ts";

export const gradeMismatch: EntryRule = {
  name: "grade-mismatch",
  group: "grade",
  severity: "error",
  summary: "等级与死亡、重伤、损失不符",
  stops: false,
  fixed: false,
  uses: ["分级标准"],
  scope: "entry",
  needs: [],
  *check() {},
};
