import type { BatchRule } from "../rule.ts";

export const alreadyPublished: BatchRule = {
  name: "already-published",
  group: "batch",
  severity: "error",
  summary: "这条信息已经刊登过",
  stops: false,
  fixed: false,
  uses: [],
  scope: "batch",
  needs: [],
  *check() {},
};
