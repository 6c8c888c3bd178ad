import type { BatchRule } from "../rule.ts";

export const staleTemplate: BatchRule = {
  name: "stale-template",
  group: "category",
  severity: "note",
  summary: "几条标题出自同一个模子",
  stops: false,
  fixed: false,
  uses: ["数值.同式标题"],
  scope: "batch",
  needs: [],
  *check() {},
};
