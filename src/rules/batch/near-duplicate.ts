import type { BatchRule } from "../rule.ts";

export const nearDuplicate: BatchRule = {
  name: "near-duplicate",
  group: "batch",
  severity: "warning",
  summary: "两条信息说的是同一件事",
  stops: false,
  fixed: false,
  uses: ["数值.雷同程度"],
  scope: "batch",
  needs: [],
  *check() {},
};
