import type { EntryRule } from "../rule.ts";

export const weekdayMismatch: EntryRule = {
  name: "weekday-mismatch",
  group: "truth",
  severity: "error",
  summary: "日期和星期对不上",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
