import type { EntryRule } from "../rule.ts";

export const leaderOrder: EntryRule = {
  name: "leader-order",
  group: "truth",
  severity: "warning",
  summary: "几位领导没有按机关名录的次序排列",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
