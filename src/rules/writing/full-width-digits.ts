import type { EntryRule } from "../rule.ts";

export const fullWidthDigits: EntryRule = {
  name: "full-width-digits",
  group: "writing",
  severity: "warning",
  summary: "用了全角数字或字母",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
