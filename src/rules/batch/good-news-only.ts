import type { BatchRule } from "../rule.ts";

export const goodNewsOnly: BatchRule = {
  name: "good-news-only",
  group: "batch",
  severity: "warning",
  summary: "只报喜不报忧",
  stops: false,
  fixed: false,
  uses: ["数值.只喜条数"],
  scope: "batch",
  needs: [],
  *check() {},
};
