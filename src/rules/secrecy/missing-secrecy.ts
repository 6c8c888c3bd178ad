import type { EntryRule } from "../rule.ts";

/** Every entry says its 密级. */
export const missingSecrecy: EntryRule = {
  name: "missing-secrecy",
  group: "secrecy",
  severity: "error",
  summary: "没有写密级",
  stops: true,
  fixed: true,
  uses: [],
  scope: "entry",
  needs: ["secrecy"],
  *check(entry) {
    if (entry.secrecy !== null) return;
    yield {
      at: entry.places.of("secrecy"),
      message: "没有写密级，应为公开、内部或工作秘密",
      hint: "由报送单位定密后写上“密级: 内部”等；属于国家秘密的，不得用本工具处理",
      forUnit: "定密后写上“密级: 内部”等；属于国家秘密的，改走机要渠道照常报送",
    };
  },
};
