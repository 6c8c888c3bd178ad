import type { EntryRule } from "../rule.ts";

export const halfWidthPunctuation: EntryRule = {
  name: "half-width-punctuation",
  group: "writing",
  severity: "warning",
  summary: "中文里用了半角标点",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
