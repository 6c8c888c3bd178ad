import type { EntryRule } from "../rule.ts";

export const personalData: EntryRule = {
  name: "personal-data",
  group: "secrecy",
  severity: "error",
  summary: "文中有身份证号、银行卡号或手机号",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
