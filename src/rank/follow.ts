import type { Entry } from "../model/entry.ts";
import type { Plan, PlanRow } from "../model/plan.ts";
import type { Item } from "../model/ranking.ts";
import { fingerprintOf } from "../base/fingerprint-of.ts";

/** Gives each row whose id is gone the one entry with its 指纹 that the plan does not know. `alive` are all ids there are. */
export function followFingerprints(plan: Plan, entries: readonly Entry[], alive: ReadonlySet<string>): Plan {
  const planned = plannedIds(plan);
  const renamed = new Map<string, string>();
  for (const row of plan.groups.flatMap((group) => group.rows)) {
    const entry = alive.has(row.id) ? null : soleMatch(row, entries, planned);
    if (entry) renamed.set(row.id, entry.id);
  }
  return rename(plan, renamed);
}

/**
 * Gives a row that led an event the event's newest report, at the row's place. 改题 and 改文 were written of an older
 * state and must not be printed over the new one: they stay behind, and the plan's writer keeps them as a comment.
 */
export function followEvents(plan: Plan, items: readonly Item[]): Plan {
  const planned = plannedIds(plan);
  const renamed = new Map<string, string>();
  for (const { entry, earlier } of items) {
    const led = earlier.find(({ id }) => planned.has(id));
    if (led && !planned.has(entry.id)) renamed.set(led.id, entry.id);
  }
  const unedited = (row: PlanRow): PlanRow =>
    renamed.has(row.id) ? { ...row, printTitle: null, printBody: null } : row;
  const groups = plan.groups.map((group) => ({ ...group, rows: group.rows.map(unedited) }));
  return rename({ ...plan, groups }, renamed);
}

function plannedIds({ groups }: Plan): Set<string> {
  return new Set(groups.flatMap(({ rows }) => rows.map(({ id }) => id)));
}

function soleMatch(row: PlanRow, entries: readonly Entry[], planned: ReadonlySet<string>): Entry | null {
  if (row.fingerprint === null) return null;
  const found = entries.filter((entry) => !planned.has(entry.id) && fingerprintOf(entry) === row.fingerprint);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function rename(plan: Plan, renamed: ReadonlyMap<string, string>): Plan {
  if (renamed.size === 0) return plan;
  const now = (id: string): string => renamed.get(id) ?? id;
  const renameRow = (row: PlanRow): PlanRow => ({ ...row, id: now(row.id), merged: row.merged.map(now) });
  const groups = plan.groups.map((group) => ({ ...group, rows: group.rows.map(renameRow) }));
  return { ...plan, groups, suggested: plan.suggested.map(now) };
}
