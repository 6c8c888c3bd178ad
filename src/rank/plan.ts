import { printedIds } from "../base/plan-ids.ts";
import type { Entry } from "../model/entry.ts";
import type { Dropped, Period, Plan, PlanGroup, PlanRow } from "../model/plan.ts";
import type { Item } from "../model/ranking.ts";
import { fingerprintOf } from "../base/fingerprint-of.ts";
import { handOf, NOTHING_BY_HAND, upToDate, type Hand, type Seen } from "./hand.ts";
import { WHY } from "./why.ts";

/** What a plan is made from: the machine's order, what may not be printed, and the plan there was. */
export interface PlanInput extends Seen {
  readonly limit: number | null;
  /** The publication that suits an entry best besides this one. */
  readonly better: (entry: Entry) => string | null;
  /** The category of urgent reports. */
  readonly urgent: string;
  readonly previous: Plan | null;
  readonly publication: string;
  readonly date: string;
  readonly period: Period | null;
}

/** Makes the plan, or makes it anew: every row moved, pinned, edited or dropped by hand stays; all else follows the machine's order. */
export function makePlan(input: PlanInput): Plan {
  const previous = input.previous ? upToDate(input.previous, input) : null;
  const hand = previous ? handOf(previous, input) : NOTHING_BY_HAND;
  const free = input.items.filter(
    ({ entry: { id } }) => !hand.placed.has(id) && !hand.dropped.has(id) && !hand.merged.has(id),
  );
  const room = input.limit === null ? free.length : Math.max(0, input.limit - hand.placed.size);
  // 条数上限 never keeps an urgent report from going up.
  const taken = free.filter(({ entry }, index) => index < room || entry.category === input.urgent);
  const groups = fill(taken, hand, input);
  const chosen = new Set(taken);
  const over = free.flatMap((item, index) => {
    const place = index + hand.placed.size + 1;
    if (chosen.has(item)) return [];
    const better = input.better(item.entry);
    const other = better === null ? "" : `；也可编入《${better}》`;
    return [{ id: item.entry.id, why: `${WHY.limit} ${input.limit} 条（排在第 ${place} 条）${other}` }];
  });
  // What the editor brought in was never the machine's suggestion: were it listed as such, the limit could push it out again.
  const formerly = new Set(previous?.suggested);
  const suggested = input.items.filter(
    (item) => chosen.has(item) || (hand.placed.has(item.entry.id) && formerly.has(item.entry.id)),
  );
  return {
    publication: input.publication,
    date: input.date,
    period: input.period,
    supplement: previous?.supplement ?? false,
    urgency: previous?.urgency ?? null,
    note: previous?.note ?? null,
    groups,
    dropped: withRest([...hand.dropped.values(), ...over], groups, { hand, input }),
    proposals: previous?.proposals ?? [],
    suggested: suggested.map(({ entry }) => entry.id),
    suggestedGroups: countGroups(suggested),
  };
}

/** Puts the machine's items round the editor's rows, which keep their group and place. */
function fill(taken: readonly Item[], hand: Hand, { items, groups }: PlanInput): PlanGroup[] {
  const byId = new Map(items.map((item) => [item.entry.id, item]));
  const toRow = (item: Item): PlanRow => rowOf(item, hand, byId);
  // A group the office has renamed since still holds the rows the editor keeps there.
  const names = new Set([...groupOrder(groups, hand.groups), ...[...hand.placed.values()].map(({ group }) => group)]);
  return [...names].flatMap((name) => {
    const rows = taken.filter(({ group }) => group === name).map(toRow);
    const fixed = [...hand.placed]
      .filter(([, place]) => place.group === name)
      .toSorted(([, a], [, b]) => a.index - b.index);
    for (const [id, { index, row }] of fixed) {
      const item = byId.get(id);
      rows.splice(index, 0, item ? toRow(item) : row);
    }
    return rows.length > 0 ? [{ name, rows }] : [];
  });
}

/** The editor's order of groups, each new one put before the first that comes after it in leadership order. */
function groupOrder(groups: readonly string[], editors: readonly string[] | null): string[] {
  if (editors === null) return [...groups];
  const names = [...editors];
  for (const [index, name] of groups.entries()) {
    if (names.includes(name)) continue;
    const later = new Set(groups.slice(index + 1));
    const at = names.findIndex((other) => later.has(other));
    names.splice(at < 0 ? names.length : at, 0, name);
  }
  return names;
}

function rowOf({ entry, earlier }: Item, hand: Hand, items: ReadonlyMap<string, Item>): PlanRow {
  const former = hand.rows.get(entry.id);
  // A report of another event goes with that one's row, unless that whole event was merged in here.
  const others = new Set(
    [...items.values()].flatMap((item) =>
      item.entry.id === entry.id || former?.merged.includes(item.entry.id) ? [] : item.earlier.map(({ id }) => id),
    ),
  );
  const byHand = (former?.merged ?? []).flatMap((id) =>
    others.has(id) ? [] : [id, ...(items.get(id)?.earlier.map((report) => report.id) ?? [])],
  );
  const merged = [...new Set([...earlier.map(({ id }) => id), ...byHand])].filter(
    (id) => id !== entry.id && !hand.dropped.has(id),
  );
  return {
    id: entry.id,
    title: entry.title,
    fingerprint: fingerprintOf(entry),
    pinned: former?.pinned ?? false,
    printTitle: former?.printTitle ?? null,
    printBody: former?.printBody ?? null,
    merged,
    whole: (former?.whole ?? false) && merged.length > 0,
  };
}

/** All that is left out, each once: what fell with a row it was merged into, and what may not be printed at all. */
function withRest(
  out: readonly Dropped[],
  groups: readonly PlanGroup[],
  { hand, input }: { hand: Hand; input: PlanInput },
): Dropped[] {
  const seen = new Set(printedIds({ groups }));
  const all: Dropped[] = [];
  const add = (row: Dropped): void => {
    if (!seen.has(row.id)) all.push(row);
    seen.add(row.id);
  };
  for (const row of out) add(row);
  const unfit = new Map(input.unfit.map((row) => [row.id, row]));
  const events = new Map(input.items.map(({ entry, earlier }) => [entry.id, earlier.map(({ id }) => id)]));
  for (const { id } of out) {
    const fallen = [...(events.get(id) ?? []), ...(hand.rows.get(id)?.merged ?? [])];
    for (const each of fallen) add(unfit.get(each) ?? { id: each, why: `${WHY.follows} ${id}` });
  }
  for (const row of input.unfit) add(row);
  return all;
}

function countGroups(taken: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { group } of taken) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}
