import type { EntryRule } from "../rule.ts";

export const unverified: EntryRule = {
  name: "unverified",
  group: "truth",
  severity: "warning",
  summary: "没有核实记录",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
