import type { EntryRule } from "../rule.ts";

export const noSource: EntryRule = {
  name: "no-source",
  group: "truth",
  severity: "warning",
  summary: "没有写来源",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
