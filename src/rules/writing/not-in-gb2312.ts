import type { EntryRule } from "../rule.ts";

export const notInGb2312: EntryRule = {
  name: "not-in-gb2312",
  group: "writing",
  severity: "note",
  summary: "有仿宋_GB2312 字库里没有的字",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
