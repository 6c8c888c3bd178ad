import type { BatchRule } from "../rule.ts";

export const noFinalReport: BatchRule = {
  name: "no-final-report",
  group: "timeliness",
  severity: "warning",
  summary: "事件只有首报、续报，过了期限没有终报",
  stops: false,
  fixed: false,
  uses: ["数值.终报期限"],
  scope: "batch",
  needs: [],
  *check() {},
};
