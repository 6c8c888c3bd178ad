import type { EntryRule } from "../rule.ts";

export const headingOrder: EntryRule = {
  name: "heading-order",
  group: "writing",
  severity: "warning",
  summary: "标题层次序号跳级、断号或混用",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
