import type { EntryRule } from "../rule.ts";

export const unpairedPunctuation: EntryRule = {
  name: "unpaired-punctuation",
  group: "writing",
  severity: "warning",
  summary: "引号、括号、书名号不成对",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
