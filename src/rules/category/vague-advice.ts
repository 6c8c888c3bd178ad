import type { EntryRule } from "../rule.ts";

export const vagueAdvice: EntryRule = {
  name: "vague-advice",
  group: "category",
  severity: "warning",
  summary: "建议没有写明由谁办、办什么、何时办成",
  stops: false,
  fixed: false,
  uses: ["词表.空泛建议", "词表.建议用语"],
  scope: "entry",
  needs: [],
  *check() {},
};
