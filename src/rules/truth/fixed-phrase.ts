import type { EntryRule } from "../rule.ts";

export const fixedPhrase: EntryRule = {
  name: "fixed-phrase",
  group: "truth",
  severity: "warning",
  summary: "规范表述写走了样",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
