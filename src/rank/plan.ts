import { keptOrder } from "../base/order.ts";
import type { Dropped, Plan, PlanGroup, PlanRow } from "../model/plan.ts";
import type { Item } from "../model/ranking.ts";
import { fingerprintOf } from "./fingerprint-of.ts";
import { followEvents, followFingerprints } from "./follow.ts";
import { isMachineWhy, WHY } from "./why.ts";

/** What a plan is made from: the machine's order, what may not be printed, and the plan there was. */
export interface PlanInput {
  readonly items: readonly Item[];
  readonly unfit: readonly Dropped[];
  readonly groups: readonly string[];
  readonly limit: number | null;
  readonly previous: Plan | null;
  readonly publication: string;
  readonly date: string;
}

/** Makes the plan, or makes it anew: every row moved, pinned, edited or dropped by hand stays; all else follows the machine's order. */
export function makePlan(input: PlanInput): Plan {
  const previous = input.previous ? upToDate(input.previous, input) : null;
  const hand = previous ? handOf(previous, input) : NOTHING_BY_HAND;
  const free = input.items.filter(({ entry: { id } }) => !hand.placed.has(id) && !hand.dropped.has(id) && !hand.merged.has(id));
  const room = input.limit === null ? free.length : Math.max(0, input.limit - hand.placed.size);
  const taken = free.slice(0, room);
  const groups = fill(taken, hand, input);
  const over = free.slice(room).map(({ entry }, index) => ({
    id: entry.id,
    why: `${WHY.limit} ${input.limit} 条（排在第 ${room + hand.placed.size + index + 1} 条）`,
  }));
  // What the editor brought in was never the machine's suggestion: were it listed as such, the limit could push it out again.
  const formerly = new Set(previous?.suggested);
  const chosen = new Set(taken);
  const suggested = input.items.filter((item) => chosen.has(item) || (hand.placed.has(item.entry.id) && formerly.has(item.entry.id)));
  return {
    publication: input.publication,
    date: input.date,
    note: previous?.note ?? null,
    groups,
    dropped: [...hand.dropped.values(), ...over, ...notPlaced(input.unfit, hand)],
    suggested: suggested.map(({ entry }) => entry.id),
    suggestedGroups: countGroups(suggested),
  };
}

/** The former plan with the ids of today. */
function upToDate(previous: Plan, { items, unfit }: PlanInput): Plan {
  const entries = items.flatMap(({ entry, earlier }) => [entry, ...earlier]);
  const alive = new Set([...entries, ...unfit].map(({ id }) => id));
  return followEvents(followFingerprints(previous, entries, alive), items);
}

interface Hand {
  /** Rows that stay where the editor put them: group and place in it. */
  readonly placed: ReadonlyMap<string, { readonly group: string; readonly index: number; readonly row: PlanRow }>;
  readonly dropped: ReadonlyMap<string, Dropped>;
  /** Ids the editor merged into a row that stays. */
  readonly merged: ReadonlySet<string>;
  /** All former rows, for what the editor wrote into them. */
  readonly rows: ReadonlyMap<string, PlanRow>;
  readonly groups: readonly string[];
}

const NOTHING_BY_HAND: Hand = { placed: new Map(), dropped: new Map(), merged: new Set(), rows: new Map(), groups: [] };

/** What in the former plan is the editor's doing. */
function handOf(previous: Plan, { items, unfit }: PlanInput): Hand {
  const seen = new Set(items.map(({ entry }) => entry.id));
  const known = new Set([...seen, ...unfit.map(({ id }) => id)]);
  const rows = new Map(previous.groups.flatMap((group) => group.rows.map((row) => [row.id, row] as const)));
  const suggestedGroup = groupsSuggested(previous, items);
  const placed = new Map<string, { group: string; index: number; row: PlanRow }>();
  for (const group of previous.groups) {
    const ids = group.rows.map(({ id }) => id);
    const kept = keptOrder(ids, previous.suggested.filter((id) => suggestedGroup.get(id) === group.name));
    group.rows.forEach((row, index) => {
      const stays = isEdited(row) ? known.has(row.id) : seen.has(row.id) && !kept.has(row.id);
      if (stays) placed.set(row.id, { group: group.name, index, row });
    });
  }
  const merged = new Set([...rows.values()].filter(({ id }) => known.has(id)).flatMap((row) => row.merged));
  return { placed, merged, rows, dropped: droppedByHand(previous, { rows, merged, known }), groups: previous.groups.map(({ name }) => name) };
}

/** Rows that hold the editor's work stay even while their entry is at fault or beyond the limit: that work is not to be lost. */
function isEdited({ pinned, printTitle, printBody }: PlanRow): boolean {
  return pinned || printTitle !== null || printBody !== null;
}

interface Standing {
  readonly rows: ReadonlyMap<string, PlanRow>;
  readonly merged: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** Rows the editor put under 不用, and rows simply deleted: what was suggested and stands nowhere now. */
function droppedByHand(previous: Plan, { rows, merged, known }: Standing): Map<string, Dropped> {
  const dropped = new Map<string, Dropped>();
  for (const row of previous.dropped) if (known.has(row.id) && !isMachineWhy(row.why)) dropped.set(row.id, row);
  const listed = new Set(previous.dropped.map(({ id }) => id));
  for (const id of previous.suggested) {
    if (!rows.has(id) && !merged.has(id) && !listed.has(id) && known.has(id)) dropped.set(id, { id, why: WHY.dropped });
  }
  for (const id of merged) dropped.delete(id);
  return dropped;
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

/** Puts the machine's items round the editor's rows, which keep their group and place. */
function fill(taken: readonly Item[], hand: Hand, { items, groups }: PlanInput): PlanGroup[] {
  const byId = new Map(items.map((item) => [item.entry.id, item]));
  const names = [...new Set([...groups, ...hand.groups])];
  return names.flatMap((name) => {
    const rows = taken.filter(({ group }) => group === name).map((item) => rowOf(item, hand.rows.get(item.entry.id), byId));
    const fixed = [...hand.placed].filter(([, place]) => place.group === name).toSorted(([, a], [, b]) => a.index - b.index);
    for (const [id, { index, row }] of fixed) {
      const item = byId.get(id);
      rows.splice(index, 0, item ? rowOf(item, row, byId) : row);
    }
    return rows.length > 0 ? [{ name, rows }] : [];
  });
}

function rowOf({ entry, earlier }: Item, former: PlanRow | undefined, items: ReadonlyMap<string, Item>): PlanRow {
  const byHand = (former?.merged ?? []).flatMap((id) => [id, ...(items.get(id)?.earlier.map((report) => report.id) ?? [])]);
  const merged = [...new Set([...earlier.map(({ id }) => id), ...byHand])].filter((id) => id !== entry.id);
  return {
    id: entry.id,
    title: entry.title,
    fingerprint: fingerprintOf(entry),
    pinned: former?.pinned ?? false,
    printTitle: former?.printTitle ?? null,
    printBody: former?.printBody ?? null,
    merged,
  };
}

function notPlaced(unfit: readonly Dropped[], hand: Hand): Dropped[] {
  return unfit.filter(({ id }) => !hand.dropped.has(id) && !hand.placed.has(id) && !hand.merged.has(id));
}

function countGroups(taken: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { group } of taken) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}
