import type { EntryRule } from "../rule.ts";

export const ownName: EntryRule = {
  name: "own-name",
  group: "truth",
  severity: "warning",
  summary: "用“我镇”“我局”代替单位全称",
  stops: true,
  fixed: false,
  uses: ["词表.自称"],
  scope: "entry",
  needs: [],
  *check() {},
};
