import { cadenceOf } from "../../base/limits.ts";
import { isoDay, showClock } from "../../base/time.ts";
import type { Moment } from "../../model/moment.ts";
import type { Cadence } from "../../model/profile.ts";
import type { BatchRule } from "../rule.ts";
import { openEventsOf } from "../shared/open-events.ts";
import { silenceBeyond, timesOfReport, type OpenEvent } from "../shared/urgent-events.ts";
import { basisOf } from "../shared/wording.ts";

/** An open event is to be followed up as often as the profile says, until its 终报. */
export const followUpGap: BatchRule = {
  name: "follow-up-gap",
  group: "timeliness",
  severity: "warning",
  summary: "事件没有终报，续报间断超过要求",
  stops: false,
  fixed: false,
  uses: ["续报", "数值.终报期限", "数值.旧档天数"],
  scope: "batch",
  // Nothing: a report with one field that cannot be read is a report all the same, so unread ones are looked at below.
  needs: [],
  *check(entries, context) {
    const { profile, now, whole } = context;
    if (!whole || profile.cadence.length === 0) return;
    const limit = profile.figures.get("终报期限");
    for (const event of openEventsOf(entries, context)) {
      const cadence = cadenceOf(stateOf(event), profile);
      if (cadence === null) continue;
      // A silence so long that the 终报 is overdue is told by no-final-report; what was missed before it is told here.
      const closed = limit !== undefined && silenceBeyond(event, limit, { now, profile }) !== null;
      const gap = gapIn(event, cadence, closed ? event.last : now);
      if (gap === null) continue;
      yield {
        entry: event.entry,
        at: event.at,
        message: `${event.lead}${gap}${basisOf(cadence)}`,
        hint: "立即续报最新进展，没有变化的也报一次；处置已经结束的报终报；已经报过的，把那一报录入并写明“报告.续”",
        forUnit: "立即续报最新进展，没有变化的也报一次；处置已经结束的报终报；已经报过的，告知县委办何时、怎样报的",
      };
    }
  },
};

/** 事件类型 and 等级 as the newest report that gives them has them. */
function stateOf({ reports }: OpenEvent): Parameters<typeof cadenceOf>[0] {
  return {
    kind: reports.find(({ kind }) => kind !== null)?.kind ?? null,
    grade: reports.find(({ grade }) => grade !== null)?.grade ?? null,
  };
}

/** What was missed between the first report and `until`, in words; null where nothing was. */
function gapIn(event: OpenEvent, cadence: Cadence, until: Moment): string | null {
  return cadence.times.length > 0 ? slotGap(event, cadence.times, until) : dayGap(event, cadence.perDay ?? 1, until);
}

/** Whole days between the day of the first report and that of `until`, neither counted, that hold fewer than `least` reports. */
function dayGap({ reports }: OpenEvent, least: number, until: Moment): string | null {
  const counts = new Map<number, number>();
  for (const report of reports) {
    for (const day of new Set(timesOfReport(report).map(({ day }) => day))) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const full = new Set([...counts].filter(([, count]) => count >= least).map(([day]) => day));
  const found = missing({ from: Math.min(...counts.keys()), until: until.day }, full);
  if (found === null) return null;
  const { first, count } = found;
  const held = counts.get(first) ?? 0;
  const what = held === 0 ? "没有续报" : `只报了 ${held} 次`;
  return `${isoDay(first)} ${what}${countOf(count, "天")}，没有终报以前应每天不少于 ${least} 次`;
}

/** Times of day by which a report was owed, after the first report and before `until`, with none since the one before. */
function slotGap({ reports }: OpenEvent, given: readonly number[], until: Moment): string | null {
  const times = [...new Set(given)].toSorted((a, b) => a - b);
  // Slots are numbered through all days; a report answers for the first slot that is not before it.
  const slotOf = ({ day, clock }: Moment): number =>
    day * times.length + times.filter((time) => time < (clock ?? LAST_MINUTE)).length;
  const answered = new Set(reports.flatMap(timesOfReport).map(slotOf));
  const found = missing({ from: Math.min(...answered), until: slotOf(until) }, answered);
  if (found === null) return null;
  const { first, count } = found;
  const day = isoDay(Math.floor(first / times.length));
  const time = showClock(times[first % times.length] ?? 0);
  return `${day} ${time} 前没有续报${countOf(count, "次")}，没有终报以前应每天 ${times.map(showClock).join("、")} 前各报一次`;
}

const LAST_MINUTE = 1439;

/** The first number strictly between two that is not in `held`, and how many such there are. Never counts through the gap. */
function missing(
  { from, until }: { from: number; until: number },
  held: ReadonlySet<number>,
): { first: number; count: number } | null {
  const inside = [...held].filter((one) => from < one && one < until).length;
  const count = Math.max(0, until - from - 1) - inside;
  if (count <= 0) return null;
  let first = from + 1;
  while (held.has(first)) first++;
  return { first, count };
}

function countOf(count: number, unit: string): string {
  return count > 1 ? `（共缺 ${count} ${unit}）` : "";
}
