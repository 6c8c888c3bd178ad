import { isoDay } from "../../base/time.ts";
import type { World } from "../../world.ts";
import { UsageError } from "../command.ts";
import { join, safeName, shownPath, typedPath } from "../paths.ts";
import { loadPlan, type LoadedPlan } from "../plans.ts";
import type { Workspace } from "../workspace.ts";
import { showPeriod, type Span } from "./period.ts";

/**
 * The name that plan and draft of a period share. The period makes it, never the day of the run: two runs of one period
 * meet at one file, whatever their clocks say. A week is named by its last day, as plans are; a month or other days by
 * both ends, or the plan would pass for the one of the issue of its last day.
 */
export function stemOf(publication: string, { from, to, isWeek }: Span): string {
  return `${safeName(publication)}-${isWeek ? isoDay(to) : `${isoDay(from)}至${isoDay(to)}`}`;
}

/** Where the plan of a period stands, absolute. */
export function periodPlanPath({ root, grounds }: Workspace, publication: string, span: Span): string {
  return join(typedPath(root, grounds.office.paths.plans), `${stemOf(publication, span)}.yaml`);
}

/** The plan there is of a period; null where there is none. A plan of something else in its place is refused. */
export function formerPlan(
  world: World,
  workspace: Workspace,
  { path, publication, span }: { readonly path: string; readonly publication: string; readonly span: Span },
): LoadedPlan | null {
  const former = loadPlan(world, workspace, path);
  const plan = former?.reading.plan;
  if (!plan) return former;
  const shown = shownPath(workspace.root, path);
  if (plan.publication !== publication)
    throw new UsageError(`${shown} 是《${plan.publication}》的编排单`, "请移开它，或改正其中的“刊物”");
  if (plan.period?.from === span.from && plan.period.to === span.to) return former;
  const theirs = plan.period === null ? "没有写时段" : `写的时段是 ${showPeriod(plan.period)}`;
  throw new UsageError(
    `${shown} 已经有了，${theirs}，不是 ${showPeriod(span)} 的`,
    "请把它移开；要在它上面接着编，就在里面写上“时段: {起: …, 止: …}”",
  );
}
