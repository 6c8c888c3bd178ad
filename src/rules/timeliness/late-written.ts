import { limitOf } from "../../base/limits.ts";
import { minutesBetween, showMoment } from "../../base/time.ts";
import type { EntryRule } from "../rule.ts";
import { clockRuns, lateness, startOf } from "../shared/clock.ts";
import { earliest, toldCounty } from "../shared/told.ts";

/** 紧急信息 must reach 县委办 in writing within the written limit. */
export const lateWritten: EntryRule = {
  name: "late-written",
  group: "timeliness",
  severity: "error",
  summary: "紧急信息书面报县委办超过时限",
  stops: false,
  fixed: false,
  uses: ["紧急.书面", "紧急.分类"],
  scope: "entry",
  needs: ["category", "occurred", "received", "submitted", "timeline", "channel", "report", "kind", "grade"],
  *check(entry, { profile }) {
    const limit = limitOf(entry, profile, "written");
    if (limit === null || !clockRuns(entry, profile)) return;
    const start = startOf(limit, entry, profile);
    const written = earliest(toldCounty(entry).filter((one) => one.via === "书面"));
    const minutes = start && written && minutesBetween(start.at, written.at);
    const late = start === null || minutes === null ? null : lateness(start, minutes, limit);
    if (written === null || late === null) return;
    yield {
      at: entry.places.of(written.path),
      message: `书面报县委办 ${showMoment(written.at)}，${late}`,
      hint: "照常报送，并说明迟报原因；文字来不及时先用电话报县委办，再补书面报告",
    };
  },
};
