import type { EntryRule } from "../rule.ts";
import { rowsTo, toldCounty } from "../shared/told.ts";

/** An urgent matter goes to 县领导 and to 县委办, both. */
export const singleChannel: EntryRule = {
  name: "single-channel",
  group: "procedure",
  severity: "error",
  summary: "只报县领导没有报县委办，或只报县委办没有报县领导",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["category", "timeline", "submitted", "channel"],
  *check(entry, { profile }) {
    const leader = rowsTo(entry, "县领导")[0];
    const office = toldCounty(entry);
    if (leader !== undefined && office.length === 0) {
      yield {
        at: entry.places.of(leader.path),
        message: "已报县领导，没有报县委办的记录，应同时报县委办",
        hint: "立即电话报县委办，再补书面报告；已经报过的，在报送记录中补记",
      };
    }
    if (entry.category !== profile.urgent.category || entry.timeline.length === 0) return;
    if (leader === undefined && office.length > 0) {
      yield {
        at: entry.places.of("timeline"),
        message: "已报县委办，没有报县领导的记录，紧急信息应同时报县领导",
        hint: "核对是否已报县领导：已报的在报送记录中补记，未报的尽快报告",
        severity: "note",
      };
    }
  },
};
