import type { EntryRule } from "../rule.ts";

export const vagueTime: EntryRule = {
  name: "vague-time",
  group: "writing",
  severity: "warning",
  summary: "用“近日”“日前”代替日期",
  stops: false,
  fixed: false,
  uses: ["词表.模糊时间"],
  scope: "entry",
  needs: [],
  *check() {},
};
