import type { EntryRule } from "../rule.ts";

export const overDistribution: EntryRule = {
  name: "over-distribution",
  group: "secrecy",
  severity: "warning",
  summary: "发送范围超过密级允许的范围",
  stops: true,
  fixed: false,
  uses: ["词表.网络途径"],
  scope: "entry",
  needs: [],
  *check() {},
};
