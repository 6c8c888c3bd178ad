import { monthBefore, monthOf } from "../../base/spans.ts";
import { civil } from "../../base/time.ts";
import { arrivals } from "../../pipeline/arrivals.ts";
import { ofPlan } from "../../pipeline/period.ts";
import type { Call } from "../command.ts";
import type { Job } from "./job.ts";
import type { Span } from "./period.ts";
import { formerPlan, periodPlanPath } from "./plan-file.ts";
import { issueOf } from "./publish.ts";

/**
 * Ids of what was sent in the period before and came in once its digest had its number: no plan but this one would take
 * it. Of a digest that is still a draft the editor is told, and may take it there.
 */
export function lateFor({ world }: Call, { workspace, publication, span, all }: Job): ReadonlySet<string> {
  const before = spanBefore(span);
  if (before === null) return new Set();
  const path = periodPlanPath(workspace, publication.name, before);
  const former = formerPlan(world, workspace, { path, publication: publication.name, span: before });
  const plan = former?.reading.plan;
  const { published } = workspace.grounds;
  if (!former || !plan || issueOf(plan, published) === null) return new Set();
  const printed = new Set(published.flatMap((one) => (one.publication === publication.name ? [one.id] : [])));
  const came = arrivals(ofPlan(all, plan), publication, { plan, source: former.source });
  return new Set(came.map(({ id }) => id).filter((id) => !printed.has(id)));
}

/** The week before a week, the month before a month; days named by both ends follow nothing. */
function spanBefore({ from, to, isWeek }: Span): Span | null {
  if (isWeek) return { from: from - 7, to: to - 7, isWeek };
  const { year, month } = civil(from);
  const own = monthOf(year, month);
  return own?.from === from && own.to === to ? { ...monthBefore(from), isWeek } : null;
}
