import type { BatchRule } from "../rule.ts";

export const silentUnit: BatchRule = {
  name: "silent-unit",
  group: "batch",
  severity: "note",
  summary: "单位在统计期内没有报送信息",
  stops: false,
  fixed: false,
  uses: ["数值.零报送天数"],
  scope: "batch",
  needs: [],
  *check() {},
};
