import type { BatchRule } from "../rule.ts";

export const phoneWithoutText: BatchRule = {
  name: "phone-without-text",
  group: "timeliness",
  severity: "error",
  summary: "电话报告后，书面时限已过仍没有书面报告",
  stops: false,
  fixed: false,
  uses: ["紧急.书面", "紧急.分类"],
  scope: "batch",
  needs: [],
  *check() {},
};
