import type { EntryRule } from "../rule.ts";

export const yearBrackets: EntryRule = {
  name: "year-brackets",
  group: "writing",
  severity: "warning",
  summary: "文号的年份没有用六角括号〔〕",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
