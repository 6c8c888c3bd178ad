import type { EntryRule } from "../rule.ts";

export const disguisedSummary: EntryRule = {
  name: "disguised-summary",
  group: "category",
  severity: "warning",
  summary: "工作总结或新闻稿当作信息报送",
  stops: false,
  fixed: false,
  uses: ["词表.总结用语", "词表.新闻用语"],
  scope: "entry",
  needs: [],
  *check() {},
};
