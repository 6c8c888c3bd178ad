import type { EntryRule } from "../rule.ts";

export const secrecyWord: EntryRule = {
  name: "secrecy-word",
  group: "secrecy",
  severity: "warning",
  summary: "文中有涉密字样，须核对能否在本机处理",
  stops: true,
  fixed: false,
  uses: ["词表.涉密字样"],
  scope: "entry",
  needs: [],
  *check() {},
};
