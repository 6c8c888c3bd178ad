import type { EntryRule } from "../rule.ts";

/** Where the facts of an entry come from: without it nobody can go back and ask. */
export const noSource: EntryRule = {
  name: "no-source",
  group: "truth",
  severity: "warning",
  summary: "没有写来源",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["sources"],
  *check(entry) {
    if (entry.sources.length > 0) return;
    yield {
      at: entry.places.of("sources"),
      message: "没有写来源，应写明事实从哪里来",
      hint: "写上“来源: [现场记录, 村干部电话报告]”等：台账、现场记录、座谈会、来电来访、监测数据，几处来的都列上",
    };
  },
};
