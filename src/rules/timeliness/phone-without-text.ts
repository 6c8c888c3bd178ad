import { limitOf } from "../../base/limits.ts";
import { minutesBetween, showMinutes, showMoment } from "../../base/time.ts";
import type { Entry } from "../../model/entry.ts";
import type { Limit } from "../../model/profile.ts";
import type { BatchReport, BatchRule, RuleContext } from "../rule.ts";
import { clockRuns, lateness, startOf, type Start } from "../shared/clock.ts";
import { earliest, toldCounty, type Told } from "../shared/told.ts";
import { isUnclear, urgentEvents, type Reports } from "../shared/urgent-events.ts";
import { basisOf } from "../shared/wording.ts";

/** The phone satisfies the first clock only: the text is still owed within the written limit. */
export const phoneWithoutText: BatchRule = {
  name: "phone-without-text",
  group: "timeliness",
  severity: "error",
  summary: "电话报告后，书面时限已过仍没有书面报告",
  stops: false,
  fixed: false,
  uses: ["紧急.书面", "紧急.分类"],
  scope: "batch",
  // Nothing: a written report with one field that cannot be read is one all the same, so unread ones are looked at below.
  needs: [],
  *check(entries, context) {
    for (const reports of urgentEvents(entries, context.profile)) {
      if (isUnclear(reports) || reports.some(({ broken }) => broken.has("occurred") || broken.has("received")))
        continue;
      for (const entry of reports) {
        const found = clockRuns(entry, context.profile) ? owes(entry, reports, context) : null;
        if (found) yield found;
      }
    }
  },
};

function owes(entry: Entry, reports: Reports, context: RuleContext): BatchReport | null {
  const told = toldCounty(entry);
  const spoken = earliest(told);
  const limit = limitOf(entry, context.profile, "written");
  const start = limit && startOf(limit, entry, context.profile);
  if (spoken === null || told.some(({ via }) => via === "书面") || limit === null || start === null) return null;
  const debt: Debt = { entry, spoken, limit, start };
  const written = firstWritten(reports, entry);
  return written === null ? neverWritten(debt, context) : writtenLate(debt, written, context);
}

/** A report by word of mouth, and the written one that it owes. */
interface Debt {
  readonly entry: Entry;
  readonly spoken: Told;
  readonly limit: Limit;
  readonly start: Start;
}

interface Written {
  readonly entry: Entry;
  readonly told: Told;
}

function firstWritten(reports: Reports, phoned: Entry): Written | null {
  const found = reports.flatMap((entry) => {
    if (entry === phoned) return [];
    return toldCounty(entry).flatMap((told) => (told.via === "书面" ? [{ entry, told }] : []));
  });
  const first = earliest(found.map(({ told }) => told));
  return found.find(({ told }) => told === first) ?? null;
}

function neverWritten({ entry, spoken, limit, start }: Debt, { now }: RuleContext): BatchReport | null {
  const passed = minutesBetween(start.at, now);
  if (passed === null || passed <= limit.value) return null;
  const due = `应在${start.base}（${showMoment(start.at)}${start.remark}）后 ${showMinutes(limit.value)}内书面报告`;
  return {
    entry,
    at: entry.places.of(spoken.path),
    message: `县委办 ${showMoment(spoken.at)} 接到${wayOf(spoken)}报告，到 ${showMoment(now)} 没有书面报告，${due}${basisOf(limit)}`,
    hint: "立即补报书面报告，在它的“报告.续”里写本条编号；已有书面报告的，与它一起校核，或在报送记录中补记时间",
    forUnit: "立即补报书面报告，在它的“报告.续”里写本条编号；已有书面报告的，告知县委办，并在报送记录中补记时间",
  };
}

/** A written 首报 has a clock of its own, which late-written judges; here only 续报 and 终报 count as the text that came too late. */
function writtenLate(debt: Debt, { entry, told }: Written, { profile }: RuleContext): BatchReport | null {
  const minutes = minutesBetween(debt.start.at, told.at);
  const late = minutes === null || clockRuns(entry, profile) ? null : lateness(debt.start, minutes, debt.limit);
  if (late === null) return null;
  return {
    entry,
    at: entry.places.of(told.path),
    message: `${wayOf(debt.spoken)}报告以后，书面报告 ${showMoment(told.at)} 才到，${late}`,
    hint: "照常报送，并说明书面报告迟到的原因；如有更早的书面报告，在报送记录中补记",
    related: [{ at: debt.entry.places.of(debt.spoken.path), message: `${wayOf(debt.spoken)}报告记在这里` }],
  };
}

function wayOf({ via }: Told): string {
  return via ?? "口头";
}
