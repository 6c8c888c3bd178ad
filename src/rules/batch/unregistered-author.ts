import type { BatchRule } from "../rule.ts";

export const unregisteredAuthor: BatchRule = {
  name: "unregistered-author",
  group: "batch",
  severity: "warning",
  summary: "报送员不在单位的信息员名单里",
  stops: false,
  fixed: false,
  uses: [],
  scope: "batch",
  needs: [],
  *check() {},
};
