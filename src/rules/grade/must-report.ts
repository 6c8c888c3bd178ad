import type { EntryRule } from "../rule.ts";

export const mustReport: EntryRule = {
  name: "must-report",
  group: "grade",
  severity: "error",
  summary: "达到必报标准，没有按紧急信息报送",
  stops: false,
  fixed: false,
  uses: ["必报"],
  scope: "entry",
  needs: [],
  *check() {},
};
