import type { BatchRule } from "../rule.ts";

export const expiredTheme: BatchRule = {
  name: "expired-theme",
  group: "batch",
  severity: "warning",
  summary: "对上的关注点已经到期",
  stops: false,
  fixed: false,
  uses: [],
  scope: "batch",
  needs: [],
  *check() {},
};
