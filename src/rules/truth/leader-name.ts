import type { EntryRule } from "../rule.ts";

export const leaderName: EntryRule = {
  name: "leader-name",
  group: "truth",
  severity: "warning",
  summary: "领导的姓名、职务与机关名录不符",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
