import { keptOrder } from "../base/order.ts";
import type { Dropped, Plan, PlanRow } from "../model/plan.ts";
import type { Item } from "../model/ranking.ts";
import { followEvents, followFingerprints } from "./follow.ts";
import { isMachineWhy, WHY } from "./why.ts";

/** What there is today: what may be printed, in the machine's order, and what may not. */
export interface Seen {
  readonly items: readonly Item[];
  readonly unfit: readonly Dropped[];
  /** Names of the groups in leadership order. */
  readonly groups: readonly string[];
}

/** The former plan with the ids of today. */
export function upToDate(previous: Plan, { items, unfit }: Seen): Plan {
  const entries = items.flatMap(({ entry, earlier }) => [entry, ...earlier]);
  const alive = new Set([...entries, ...unfit].map(({ id }) => id));
  const current = followEvents(followFingerprints(previous, entries, alive), items);
  const living = (row: PlanRow): PlanRow => ({ ...row, merged: row.merged.filter((id) => alive.has(id)) });
  return { ...current, groups: current.groups.map(({ name, rows }) => ({ name, rows: rows.map(living) })) };
}

/** What in a plan is the editor's doing. */
export interface Hand {
  /** Rows that stay where the editor put them: group and place in it. */
  readonly placed: ReadonlyMap<string, { readonly group: string; readonly index: number; readonly row: PlanRow }>;
  readonly dropped: ReadonlyMap<string, Dropped>;
  /** Ids merged into a row that stands. */
  readonly merged: ReadonlySet<string>;
  /** All former rows, for what the editor wrote into them. */
  readonly rows: ReadonlyMap<string, PlanRow>;
  /** Groups in the editor's order; null where the machine's was left alone. */
  readonly groups: readonly string[] | null;
}

export const NOTHING_BY_HAND: Hand = {
  placed: new Map(),
  dropped: new Map(),
  merged: new Set(),
  rows: new Map(),
  groups: null,
};

/** Finds the editor's hand in the former plan. */
export function handOf(previous: Plan, { items, unfit, groups }: Seen): Hand {
  const seen = new Map(items.map((item) => [item.entry.id, item]));
  const known = new Set([...items.flatMap(({ entry, earlier }) => [entry, ...earlier]), ...unfit].map(({ id }) => id));
  const rows = new Map(previous.groups.flatMap((group) => group.rows.map((row) => [row.id, row] as const)));
  const suggestedGroup = groupsSuggested(previous, items);
  const placed = new Map<string, { group: string; index: number; row: PlanRow }>();
  for (const group of previous.groups) {
    const ids = group.rows.map(({ id }) => id);
    const kept = keptOrder(
      ids,
      previous.suggested.filter((id) => suggestedGroup.get(id) === group.name),
    );
    group.rows.forEach((row, index) => {
      const stays =
        isEdited(row) || isMergedByHand(row, seen) ? known.has(row.id) : seen.has(row.id) && !kept.has(row.id);
      if (stays) placed.set(row.id, { group: group.name, index, row });
    });
  }
  const merged = new Set(
    [...rows.values()].filter(({ id }) => seen.has(id) || placed.has(id)).flatMap((row) => row.merged),
  );
  return {
    placed,
    merged,
    rows,
    dropped: droppedByHand(previous, { rows, merged, known }),
    groups: editorsGroups(previous, groups),
  };
}

/** Rows that hold the editor's work stay even while their entry is at fault or beyond the limit: that work is not to be lost. */
function isEdited({ pinned, printTitle, printBody }: PlanRow): boolean {
  return pinned || printTitle !== null || printBody !== null;
}

/** Whether a row holds what no event put there: an entry without 报告 is no earlier report of anything. */
function isMergedByHand({ id, merged }: PlanRow, seen: ReadonlyMap<string, Item>): boolean {
  const own = new Set(seen.get(id)?.earlier.map((report) => report.id));
  return merged.some((each) => !own.has(each) && seen.get(each)?.entry.report === null);
}

interface Standing {
  readonly rows: ReadonlyMap<string, PlanRow>;
  readonly merged: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** Rows the editor put under 不用, and rows simply deleted: what was suggested and stands nowhere now. */
function droppedByHand(previous: Plan, { rows, merged, known }: Standing): Map<string, Dropped> {
  const dropped = new Map<string, Dropped>();
  for (const row of previous.dropped)
    if (known.has(row.id) && !rows.has(row.id) && !isMachineWhy(row.why)) dropped.set(row.id, row);
  const listed = new Set(previous.dropped.map(({ id }) => id));
  for (const id of previous.suggested) {
    if (!rows.has(id) && !merged.has(id) && !listed.has(id) && known.has(id)) dropped.set(id, { id, why: WHY.dropped });
  }
  for (const id of merged) dropped.delete(id);
  return dropped;
}

/** Groups that stand in another order than was suggested, or bear names of the editor's own; one merely added to is in its usual place. */
function editorsGroups({ groups, suggestedGroups }: Plan, usual: readonly string[]): string[] | null {
  if (suggestedGroups.size === 0) return null;
  const names = groups.map(({ name }) => name).filter((name) => suggestedGroups.has(name) || !usual.includes(name));
  const suggested = [...suggestedGroups.keys()].filter((name) => names.includes(name));
  return names.join("\n") === suggested.join("\n") ? null : names;
}

/** The group each suggested id stood in; from the counts the plan holds, else from the order of today. */
function groupsSuggested(previous: Plan, items: readonly Item[]): Map<string, string> {
  const groups = new Map(items.map(({ entry, group }) => [entry.id, group]));
  let at = 0;
  for (const [name, count] of previous.suggestedGroups) {
    for (const id of previous.suggested.slice(at, at + count)) groups.set(id, name);
    at += count;
  }
  return groups;
}
