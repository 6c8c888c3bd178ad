import { monthBefore, monthOf } from "../../base/spans.ts";
import { civil } from "../../base/time.ts";
import type { Plan } from "../../model/plan.ts";
import { lateIds } from "../../pipeline/late.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { FileError, type World } from "../../world.ts";
import { loadPlan } from "../plans.ts";
import type { Workspace } from "../workspace.ts";
import type { Span } from "./period.ts";
import { periodPlanPath } from "./plan-file.ts";

/** So many weeks or months back it is looked for what came in late: a week may have had no digest at all. */
const BACK = 6;

interface Wanted {
  readonly publication: string;
  readonly span: Span;
  /** All entries of the office. */
  readonly all: Survey;
}

/** Ids of what came in too late for the digests before this one. */
export function lateFor(world: World, workspace: Workspace, { publication, span, all }: Wanted): ReadonlySet<string> {
  const plans: Plan[] = [];
  let before = spanBefore(span);
  for (let count = 0; before !== null && count < BACK; count++) {
    const plan = planOf(world, workspace, { publication, span: before });
    if (plan) plans.push(plan);
    before = spanBefore(before);
  }
  return lateIds(all, plans);
}

/** The plan of a digest; null for none, and for a file in its place that is something else, or cannot be read: that must not hold up this one. */
function planOf(world: World, workspace: Workspace, { publication, span }: Omit<Wanted, "all">): Plan | null {
  try {
    const plan = loadPlan(world, workspace, periodPlanPath(workspace, publication, span))?.reading.plan;
    const isIts = plan?.publication === publication && plan.period?.from === span.from && plan.period.to === span.to;
    return plan && isIts ? plan : null;
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}

/** The week before a week, the month before a month; days named by both ends follow nothing. */
function spanBefore({ from, to, isWeek }: Span): Span | null {
  if (isWeek) return { from: from - 7, to: to - 7, isWeek };
  const { year, month } = civil(from);
  const own = monthOf(year, month);
  return own?.from === from && own.to === to ? { ...monthBefore(from), isWeek } : null;
}
