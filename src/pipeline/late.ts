import { plannedIds, printedIds } from "../base/plan-ids.ts";
import type { Period, Plan } from "../model/plan.ts";
import type { Published } from "../model/published.ts";
import { followFingerprints } from "../rank/follow.ts";
import { isRefused } from "./arrivals.ts";
import type { Survey } from "./survey.ts";

/** The issue that printed all a plan holds already; null where there is none. */
export function issueOf(plan: Plan, published: readonly Published[]): Published | null {
  const own = new Map(published.filter((one) => one.publication === plan.publication).map((one) => [one.id, one]));
  const printed = printedIds(plan).map((id) => own.get(id));
  const [first] = printed;
  return first && printed.every((one) => one !== undefined) ? first : null;
}

/**
 * Ids of what was sent in the periods of these plans and came in once their issues had their numbers: no plan but a later
 * one would take it. Of a plan that has no number yet the editor is told, and may take it there. What was at fault and
 * stayed out is late once it is mended; what an editor put away is not.
 */
export function lateIds(survey: Survey, plans: readonly Plan[]): ReadonlySet<string> {
  const { published } = survey.grounds;
  const alive = new Set(survey.readings.map(({ id }) => id));
  const followed = plans.map((plan) => followFingerprints(plan, survey.entries, alive));
  const closed = followed.flatMap((plan) => (plan.period && issueOf(plan, published) ? [plan.period] : []));
  if (closed.length === 0) return new Set();
  const known = new Set(followed.flatMap((plan) => [...knownTo(plan)]));
  for (const { id } of published) known.add(id);
  const late = survey.entries.filter(
    ({ id, submitted }) => !known.has(id) && !survey.stopped.has(id) && closed.some((one) => isIn(submitted?.day, one)),
  );
  return new Set(late.map(({ id }) => id));
}

function isIn(day: number | undefined, { from, to }: Period): boolean {
  return day !== undefined && day >= from && day <= to;
}

function knownTo(plan: Plan): Set<string> {
  const refused = new Set(plan.dropped.filter(isRefused).map(({ id }) => id));
  return new Set([...plannedIds(plan)].filter((id) => !refused.has(id)));
}
