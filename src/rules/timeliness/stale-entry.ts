import type { EntryRule } from "../rule.ts";

export const staleEntry: EntryRule = {
  name: "stale-entry",
  group: "timeliness",
  severity: "warning",
  summary: "信息已过有效期，或者所供的决策已经作出",
  stops: false,
  fixed: false,
  uses: ["类别.有效期"],
  scope: "entry",
  needs: [],
  *check() {},
};
