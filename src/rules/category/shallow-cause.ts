import type { EntryRule } from "../rule.ts";

export const shallowCause: EntryRule = {
  name: "shallow-cause",
  group: "category",
  severity: "note",
  summary: "问题类信息没有写原因，或只是重复现象",
  stops: false,
  fixed: false,
  uses: ["词表.原因用语", "词表.空泛原因"],
  scope: "entry",
  needs: [],
  *check() {},
};
