import { limitOf } from "../../base/limits.ts";
import { minutesBetween, showMinutes, showMoment } from "../../base/time.ts";
import type { Moment } from "../../model/moment.ts";
import type { Limit } from "../../model/profile.ts";
import type { EntryRule, Report } from "../rule.ts";
import { clockRuns, lateness, startOf, type Start } from "../shared/clock.ts";
import { earliest, toldCounty, type Told } from "../shared/told.ts";
import { basisOf } from "../shared/wording.ts";

const CALL = "没有打过电话的，立即电话报县委办；打过的，在报送记录中补记时间和接报人";
const EXPLAIN = "照常报送，并向县委办说明迟报原因；如有更早的电话，在报送记录中补记";

/** 紧急信息 must be told to 县委办 within the phone limit, in whatever way. */
export const latePhone: EntryRule = {
  name: "late-phone",
  group: "timeliness",
  severity: "error",
  summary: "紧急信息电话报县委办超过时限",
  stops: false,
  fixed: false,
  uses: ["紧急.电话", "紧急.分类"],
  scope: "entry",
  needs: ["category", "occurred", "received", "submitted", "timeline", "channel", "report", "kind", "grade"],
  *check(entry, { profile, now }) {
    const limit = limitOf(entry, profile, "phone");
    if (limit === null || !clockRuns(entry, profile)) return;
    const start = startOf(limit, entry, profile);
    if (start === null || start.at.instant === null) return;
    const told = toldCounty(entry);
    if (told.some((one) => one.at.instant === null)) return;
    const found = told.length === 0 ? neverTold(start, limit, now) : toldLate(start, limit, told);
    if (found) yield { at: entry.places.of(found.path), message: found.message, hint: found.hint };
  },
};

type Found = Omit<Report, "at"> & { readonly path: string };

function toldLate(start: Start, limit: Limit, told: readonly Told[]): Found | null {
  const first = earliest(told);
  const minutes = first && minutesBetween(start.at, first.at);
  const late = minutes === null ? null : lateness(start, minutes, limit);
  if (first === null || late === null) return null;
  const spoken = told.some((one) => one.via !== "书面");
  const way = first.via === null || first.via === "书面" ? "" : first.via;
  const found = spoken ? `${way}报县委办` : "没有电话报县委办的记录，书面报告";
  return { path: first.path, message: `${found} ${showMoment(first.at)}，${late}`, hint: spoken ? EXPLAIN : CALL };
}

/** Not yet due is not yet late. */
function neverTold(start: Start, limit: Limit, now: Moment): Found | null {
  const passed = minutesBetween(start.at, now);
  if (passed !== null && passed <= limit.value) return null;
  const due = `应在${start.base}（${showMoment(start.at)}${start.remark}）后 ${showMinutes(limit.value)}内电话报告`;
  return { path: "timeline", message: `没有电话报县委办的记录，${due}${basisOf(limit)}`, hint: CALL };
}
