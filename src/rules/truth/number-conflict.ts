import type { BatchRule } from "../rule.ts";

export const numberConflict: BatchRule = {
  name: "number-conflict",
  group: "truth",
  severity: "warning",
  summary: "同一个数前后两样",
  stops: true,
  fixed: false,
  uses: ["词表.不比数字"],
  scope: "batch",
  needs: [],
  *check() {},
};
