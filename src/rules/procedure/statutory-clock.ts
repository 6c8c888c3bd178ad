import type { EntryRule } from "../rule.ts";

export const statutoryClock: EntryRule = {
  name: "statutory-clock",
  group: "procedure",
  severity: "note",
  summary: "本县时限旁并列法定时限",
  stops: false,
  fixed: false,
  uses: ["法定时限", "紧急.电话", "紧急.书面", "紧急.分类"],
  scope: "entry",
  needs: [],
  *check() {},
};
