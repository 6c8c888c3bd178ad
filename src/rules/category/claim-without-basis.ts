import type { EntryRule } from "../rule.ts";

export const claimWithoutBasis: EntryRule = {
  name: "claim-without-basis",
  group: "category",
  severity: "warning",
  summary: "预计、判断没有依据，首个、首创没有佐证",
  stops: false,
  fixed: false,
  uses: ["词表.预测用语", "词表.首创用语", "词表.依据用语"],
  scope: "entry",
  needs: [],
  *check() {},
};
