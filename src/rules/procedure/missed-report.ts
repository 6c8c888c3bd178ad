import type { EntryRule } from "../rule.ts";

export const missedReport: EntryRule = {
  name: "missed-report",
  group: "procedure",
  severity: "error",
  summary: "上级部门或媒体已知情，县委办没有收到任何报告",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
