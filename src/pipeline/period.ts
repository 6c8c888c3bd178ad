import { plannedIds } from "../base/plan-ids.ts";
import type { Period, Plan } from "../model/plan.ts";
import type { EntryReading } from "../read/entry.ts";
import type { Survey } from "./survey.ts";

/** Whether an entry was sent in these days, by the office's calendar. */
function isIn({ entry }: EntryReading, { from, to }: Period): boolean {
  const day = entry?.submitted?.day;
  return day !== undefined && day >= from && day <= to;
}

/**
 * What a digest of a period sees: the entries sent in it, and those that its plan names. The rules have seen all
 * entries before, so that a near-duplicate of the week before is still one.
 */
function within(survey: Survey, period: Period, planned: ReadonlySet<string>): Survey {
  const readings = survey.readings.filter((reading) => isIn(reading, period) || planned.has(reading.id));
  const entries = readings.flatMap(({ entry }) => (entry ? [entry] : []));
  const ids = new Set(readings.map(({ id }) => id));
  const own = new Set(survey.grounds.sources.map(({ path }) => path));
  const findings = survey.findings.filter(({ entry, at }) =>
    entry === null ? own.has(at.source.path) : ids.has(entry),
  );
  return { ...survey, readings, entries, findings };
}

/** What a plan may take: that of a digest nothing but its period's and what is `late` for the one before, any other all there is. */
export function ofPlan(survey: Survey, plan: Plan | null, late: ReadonlySet<string> = new Set()): Survey {
  return plan?.period ? within(survey, plan.period, new Set([...plannedIds(plan), ...late])) : survey;
}

/** The entries of a period, and what is `late` for the one before. */
export function ofPeriod(survey: Survey, period: Period, late: ReadonlySet<string>): Survey {
  return within(survey, period, late);
}

/** Entries of which nobody can say in which period they were sent, each with why: they must not vanish from every digest. */
export function undated({ readings, stopped }: Survey): { id: string; why: string }[] {
  return readings.flatMap(({ id, entry }) =>
    entry?.submitted ? [] : [{ id, why: `没有读出报送时间，不知道在不在本期：${stopped.get(id) ?? "请写明报送时间"}` }],
  );
}
