import type { EntryRule } from "../rule.ts";

export const noRequest: EntryRule = {
  name: "no-request",
  group: "category",
  severity: "warning",
  summary: "问题类信息没有请谁办什么",
  stops: false,
  fixed: false,
  uses: ["词表.请求用语"],
  scope: "entry",
  needs: [],
  *check() {},
};
