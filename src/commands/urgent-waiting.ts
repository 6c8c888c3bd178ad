import { joinEvents } from "../base/events.ts";
import { printedIds } from "../base/plan-ids.ts";
import { quote, visible } from "../base/visible.ts";
import type { Survey } from "../pipeline/survey.ts";
import type { World } from "../world.ts";
import { plansBefore } from "./plans.ts";
import type { Workspace } from "./workspace.ts";

/** Events named at most. */
const MOST_NAMED = 5;

/**
 * Urgent events still open that no issue of the urgent publication has told of, by its plans and by what was printed:
 * they do not wait for a brief. One line each, below a line that says so; none where this is that publication.
 */
export function urgentWaiting(world: World, workspace: Workspace, found: Survey, publication: string): string[] {
  const { profile, published, now } = workspace.grounds;
  const { category } = profile.urgent;
  const [express] = profile.categories.get(category)?.suits ?? [];
  if (express === undefined || express === publication) return [];
  const open = joinEvents(found.entries.filter((entry) => entry.category === category || entry.report !== null))
    .map(({ newest, earlier }) => ({ newest, reports: [newest, ...earlier] }))
    .filter(({ newest, reports }) => {
      return reports.some((entry) => entry.category === category) && newest.report?.stage !== "终报";
    });
  // Old plans are read only where something may be waiting.
  if (open.length === 0) return [];
  const told = new Set(published.filter((one) => one.publication === express).map(({ id }) => id));
  for (const { plan } of plansBefore(world, workspace, express, now.day + 1))
    for (const id of printedIds(plan)) told.add(id);
  const waiting = open.filter(({ reports }) => !reports.some(({ id }) => told.has(id)));
  if (waiting.length === 0) return [];
  const named = waiting
    .slice(0, MOST_NAMED)
    .map(
      ({ newest }) =>
        `  ${quote(newest.title, 60)}（${visible(newest.id)}）${newest.report ? `，${newest.report.stage}` : ""}`,
    );
  const more = waiting.length > MOST_NAMED ? [`  等 ${waiting.length} 件`] : [];
  return [
    `！还没有出过《${visible(express)}》的紧急信息 ${waiting.length} 件，先单独编发，不要等《${visible(publication)}》：`,
    ...named,
    ...more,
  ];
}
