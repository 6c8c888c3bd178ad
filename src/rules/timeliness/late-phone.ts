import { minutesBetween, showMinutes, showMoment } from "../../base/time.ts";
import type { Entry } from "../../model/entry.ts";
import type { Limit } from "../../model/profile.ts";
import type { EntryRule, Report, RuleContext } from "../rule.ts";
import { clockRuns, lateness, startOf, type Start } from "../shared/clock.ts";
import { earliest, toldCounty } from "../shared/told.ts";
import { basisOf } from "../shared/wording.ts";

/** 紧急信息 must be told to 县委办 within the phone limit, in whatever way. */
export const latePhone: EntryRule = {
  name: "late-phone",
  group: "timeliness",
  severity: "error",
  summary: "紧急信息电话报县委办超过时限",
  stops: false,
  fixed: false,
  scope: "entry",
  needs: ["category", "occurred", "received", "submitted", "timeline", "channel", "report"],
  *check(entry, context) {
    const limit = context.profile.urgent.phone;
    if (limit === null || !clockRuns(entry, context.profile)) return;
    const start = startOf(limit, entry, context.profile);
    if (start === null || start.at.instant === null) return;
    const told = toldCounty(entry);
    if (told.some((one) => one.at.instant === null)) return;
    const report = told.length === 0 ? neverTold(entry, start, context) : toldLate(entry, start, limit);
    if (report) yield report;
  },
};

function toldLate(entry: Entry, start: Start, limit: Limit): Report | null {
  const told = toldCounty(entry);
  const first = earliest(told);
  const minutes = first && minutesBetween(start.at, first.at);
  const late = minutes === null ? null : lateness(start, minutes, limit);
  if (first === null || late === null) return null;
  const spoken = told.some((one) => one.via !== "书面");
  const way = first.via === null || first.via === "书面" ? "报告" : first.via === "当面" ? "当面报告" : `${first.via}报告`;
  const found = spoken ? `${way}县委办` : "没有电话报县委办的记录，书面报告";
  return {
    at: entry.places.of(first.path),
    message: `${found} ${showMoment(first.at)}，${late}`,
    hint: spoken
      ? "照常报送，并向县委办说明迟报原因；如有更早的电话，在报送记录中补记"
      : "没有打过电话的，立即电话报县委办；打过的，在报送记录中补记时间和接报人",
  };
}

function neverTold(entry: Entry, start: Start, { profile, now }: RuleContext): Report | null {
  const limit = profile.urgent.phone as Limit;
  const passed = minutesBetween(start.at, now);
  if (passed !== null && passed <= limit.value) return null;
  const due = `应在${start.base}后 ${showMinutes(limit.value)}内电话报告`;
  return {
    at: entry.places.of("timeline"),
    message: `报送记录中没有电话报县委办的记录，${due}${start.remark}${basisOf(limit)}`,
    hint: "没有打过电话的，立即电话报县委办；打过的，在报送记录中补记时间和接报人",
  };
}
