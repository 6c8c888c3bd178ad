import { parseMoment, isoDay } from "../base/time.ts";
import { printedIds } from "../base/plan-ids.ts";
import type { Plan } from "../model/plan.ts";
import type { Source } from "../model/source.ts";
import { planOf } from "../pipeline/draft.ts";
import { sourceOf, unreadable } from "../pipeline/grounds.ts";
import type { IssueRequest } from "../pipeline/issue.ts";
import type { World } from "../world.ts";
import { UsageError } from "./command.ts";
import { join, safeName, shownPath, typedPath } from "./paths.ts";
import { TEXT_LIMIT, type Workspace } from "./workspace.ts";

/** A plan's file as it was read. */
export interface LoadedPlan {
  readonly path: string;
  readonly source: Source;
  readonly reading: NonNullable<IssueRequest["plan"]>;
}

/** Where the plan of an issue stands: `plans/<刊物>-<YYYY-MM-DD>.yaml`. */
export function planPath({ root, grounds }: Workspace, publication: string): string {
  const folder = typedPath(root, grounds.office.paths.plans);
  return join(folder, `${safeName(publication)}-${isoDay(grounds.now.day)}.yaml`);
}

/** Reads a plan that was named; null for one that is not there, unless it must be. */
export function loadPlan(world: World, workspace: Workspace, path: string): LoadedPlan | null {
  if (world.files.kind(path) === null) return null;
  const { zone } = workspace.grounds.office;
  const found = sourceOf(shownPath(workspace.root, path), world.files.read(path, TEXT_LIMIT));
  if (!("problem" in found)) return { path, source: found, reading: planOf(found, zone) };
  const source: Source = { path: found.path, text: "" };
  return { path, source, reading: { ...planOf(source, zone), findings: [unreadable(found.path, found)] } };
}

/** The same, for a plan someone asked for by name. */
export function loadNamedPlan(world: World, workspace: Workspace, path: string): LoadedPlan {
  const found = loadPlan(world, workspace, path);
  if (found) return found;
  throw new UsageError(
    `没有这个编排单：${shownPath(workspace.root, path)}`,
    "请核对路径；编排单由 zhuanbao plan 写出，在 plans/ 里",
  );
}

/** The newest plan of a publication that is not later than now; one of a period that has begun is not, though it ends later. */
export function newestPlan(world: World, workspace: Workspace, publication: string): LoadedPlan | null {
  const { day: today } = workspace.grounds.now;
  for (const { path, day } of datedPlans(world, workspace, publication)) {
    const found = loadPlan(world, workspace, path);
    if (day <= today || (found?.reading.plan?.period?.from ?? Infinity) <= today) return found;
  }
  return null;
}

/** The same, unless all it prints has been printed in a numbered issue: then that issue is done with. */
export function newestOpenPlan(world: World, workspace: Workspace, publication: string): LoadedPlan | null {
  const newest = newestPlan(world, workspace, publication);
  if (!newest?.reading.plan) return newest;
  const own = workspace.grounds.published.filter((one) => one.publication === publication);
  const printed = new Set(own.map(({ id }) => id));
  const ids = printedIds(newest.reading.plan);
  return ids.length > 0 && ids.every((id) => printed.has(id)) ? null : newest;
}

/** A plan that could be read, and the day in its name. */
export interface DatedPlan {
  readonly day: number;
  readonly plan: Plan;
}

/** The plans of a publication for days before one, the newest first, each read when it is asked for; one that cannot be read is passed over. */
export function* plansBefore(
  world: World,
  workspace: Workspace,
  publication: string,
  day: number,
): Generator<DatedPlan, void> {
  for (const one of datedPlans(world, workspace, publication)) {
    const plan = one.day < day ? loadPlan(world, workspace, one.path)?.reading.plan : null;
    if (plan) yield { day: one.day, plan };
  }
}

/** The files of a publication's plans by the day in their names, the newest first. */
function datedPlans(world: World, workspace: Workspace, publication: string): { path: string; day: number }[] {
  const { root, grounds } = workspace;
  const folder = typedPath(root, grounds.office.paths.plans);
  if (world.files.kind(folder) !== "folder") return [];
  const lead = `${safeName(publication)}-`;
  const dated = world.files.list(folder).flatMap((name) => {
    const date = name.startsWith(lead) ? /^(\d{4}-\d{2}-\d{2})\.ya?ml$/u.exec(name.slice(lead.length))?.[1] : undefined;
    const day = date === undefined ? undefined : parseMoment(date, grounds.office.zone)?.day;
    return day === undefined ? [] : [{ path: join(folder, name), day }];
  });
  return dated.toSorted((a, b) => b.day - a.day);
}
