import type { BatchRule } from "../rule.ts";

export const unansweredCommission: BatchRule = {
  name: "unanswered-commission",
  group: "batch",
  severity: "warning",
  summary: "约稿过了截止日没有交",
  stops: false,
  fixed: false,
  uses: [],
  scope: "batch",
  needs: [],
  *check() {},
};
