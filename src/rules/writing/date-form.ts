import type { EntryRule } from "../rule.ts";

export const dateForm: EntryRule = {
  name: "date-form",
  group: "writing",
  severity: "warning",
  summary: "日期写法不合规范",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
