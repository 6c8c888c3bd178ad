import type { BatchRule } from "../rule.ts";

export const followUpGap: BatchRule = {
  name: "follow-up-gap",
  group: "timeliness",
  severity: "warning",
  summary: "事件没有终报，续报间断超过要求",
  stops: false,
  fixed: false,
  uses: ["续报"],
  scope: "batch",
  needs: [],
  *check() {},
};
