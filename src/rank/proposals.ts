import { quote } from "../base/visible.ts";
import { joined } from "../base/joined.ts";
import { isSameKind, type Matters, type SameMatter } from "../base/matters.ts";
import type { Entry } from "../model/entry.ts";
import type { Plan, PlanRow, Proposal } from "../model/plan.ts";
import type { Item } from "../model/ranking.ts";
import { restore } from "./edit.ts";
import { mergeTexts, type Telling } from "./merging.ts";
import { isMachineWhy } from "./why.ts";

/** Things both tell that a reason names. */
const MOST_SHARED = 4;

/**
 * What of an issue tells of one matter: entries of one kind to be merged, angles to be linked. What the editor decided
 * stays decided: a merge that was taken apart again is not proposed anew.
 */
export function proposalsFor(
  items: readonly Item[],
  { pairs }: Matters,
  plan: Plan,
  former: readonly Proposal[],
): Proposal[] {
  const leads = new Map(
    items.flatMap(({ entry, earlier }) => [entry, ...earlier].map((one) => [one.id, entry] as const)),
  );
  const rank: Rank = new Map(items.map(({ entry }, index) => [entry, index]));
  const together = rowsById(plan);
  const open = pairs.filter(({ earlier, later }) => {
    const [a, b] = [leads.get(earlier.id), leads.get(later.id)];
    if (!a || !b || a === b) return false;
    const [one, other] = [together.get(a.id), together.get(b.id)];
    return one === undefined || one !== other;
  });
  const merges = clusters(open.filter(({ earlier, later }) => isSameKind(earlier, later))).map((cluster) =>
    mergeOf(inOrder(cluster.entries, rank), cluster.pairs),
  );
  const links = open
    .filter(({ earlier, later }) => !isSameKind(earlier, later))
    .map((pair) => linkOf(inOrder([pair.earlier, pair.later], rank), pair));
  const known = new Map(former.map((one) => [keyOf(one), one]));
  const found = [...merges, ...links].map((one) => ({ ...one, taken: known.get(keyOf(one))?.taken ?? null }));
  const keys = new Set(found.map(keyOf));
  const done = former.filter(
    (one) => one.taken === "已办" && !keys.has(keyOf(one)) && one.ids.every((id) => leads.has(id)),
  );
  return [...found, ...done];
}

type Rank = ReadonlyMap<Entry, number>;

function keyOf({ ids, kind }: Pick<Proposal, "ids" | "kind">): string {
  return `${kind} ${[...ids].toSorted().join(" ")}`;
}

/** The row that prints an id: a number of its own for each row. */
function rowsById({ groups }: Plan): ReadonlyMap<string, PlanRow> {
  return new Map(
    groups.flatMap(({ rows }) => rows.flatMap((row) => [row.id, ...row.merged].map((id) => [id, row] as const))),
  );
}

interface Cluster {
  readonly entries: readonly Entry[];
  readonly pairs: readonly SameMatter[];
}

/** Entries joined by pairs, each set once. */
function clusters(pairs: readonly SameMatter[]): Cluster[] {
  const sets = joined(pairs.map(({ earlier, later }) => [earlier, later] as const));
  const own = new Map<ReadonlySet<Entry>, SameMatter[]>();
  for (const pair of pairs) {
    const set = sets.get(pair.earlier) as ReadonlySet<Entry>;
    const list = own.get(set);
    if (list) list.push(pair);
    else own.set(set, [pair]);
  }
  return Array.from(own, ([set, list]) => ({ entries: [...set], pairs: list }));
}

/** As the issue ranks them: the first leads. */
function inOrder(entries: readonly Entry[], rank: Rank): [Entry, ...Entry[]] {
  return entries.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)) as [Entry, ...Entry[]];
}

function mergeOf(entries: [Entry, ...Entry[]], pairs: readonly SameMatter[]): Proposal {
  const nearest = pairs.reduce<SameMatter | null>(
    (best, one) => (best && best.degree >= one.degree ? best : one),
    null,
  );
  const [first, ...others] = entries.map((entry) => tellingOf(entry, null)) as [Telling, ...Telling[]];
  return {
    kind: "同一件事",
    ids: entries.map(({ id }) => id),
    why: nearest ? whyOf(nearest) : "",
    differs: mergeTexts([first, ...others]).differs,
    taken: null,
  };
}

function tellingOf({ body, unit }: Entry, printed: string | null): Telling {
  return { text: (printed ?? body.text).trim(), unit: unit.join("、") };
}

function linkOf([first, second]: [Entry, ...Entry[]], pair: SameMatter): Proposal {
  const ids = [first.id, ...(second ? [second.id] : [])];
  const angles = `${first.category}、${second?.category ?? ""}`;
  return { kind: "不同角度", ids, why: `${angles}；${whyOf(pair)}`, differs: [], taken: null };
}

function whyOf({ by, degree, shared }: SameMatter): string {
  const named = [...new Set(shared)].slice(0, MOST_SHARED).map((one) => quote(one, 12));
  const percent = `${Math.round(degree * 100)}%`;
  if (by === "wording") return `字句相同 ${percent}`;
  return `要点相近 ${percent}${named.length === 0 ? "" : `（都有 ${named.join("、")}）`}`;
}

/** The plan with what the editor has just accepted: one row for one matter, angles side by side. It is done once. */
export function accept(plan: Plan, entries: ReadonlyMap<string, Entry>, groupOf: (entry: Entry) => string): Plan {
  const done = plan.proposals
    .filter(({ taken }) => taken === "是")
    .reduce((now, one) => acceptOne(now, one, { entries, groupOf }), plan);
  const proposals = plan.proposals.map((one) => (one.taken === "是" ? { ...one, taken: "已办" as const } : one));
  return { ...done, proposals };
}

interface Known {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly groupOf: (entry: Entry) => string;
}

function acceptOne(plan: Plan, { kind, ids }: Proposal, known: Known): Plan {
  return kind === "同一件事" ? mergeRows(withLead(plan, ids, known), ids, known.entries) : putBehind(plan, ids);
}

/** The plan with a row for the first of several, where all of them had been left out. */
function withLead(plan: Plan, ids: readonly string[], { entries, groupOf }: Known): Plan {
  const [first = ""] = ids;
  const entry = entries.get(first);
  if (!entry || plan.groups.some(({ rows }) => rows.some(({ id }) => ids.includes(id)))) return plan;
  return restore(plan, first, { title: entry.title, group: groupOf(entry) });
}

function mergeRows(plan: Plan, ids: readonly string[], entries: ReadonlyMap<string, Entry>): Plan {
  const rows = new Map(plan.groups.flatMap((group) => group.rows).map((row) => [row.id, row]));
  const lead = [...rows.values()].find(({ id }) => ids.includes(id));
  const first = lead && entries.get(lead.id);
  const away = new Set(plan.dropped.filter(({ why }) => !isMachineWhy(why)).map(({ id }) => id));
  const others = ids.filter((id) => id !== lead?.id && entries.has(id) && !lead?.merged.includes(id) && !away.has(id));
  if (!lead || !first || others.length === 0) return plan;
  const added = others.flatMap((id) => [id, ...(rows.get(id)?.merged ?? [])]);
  const texts: [Telling, ...Telling[]] = [
    tellingOf(first, lead.printBody),
    ...others.map((id) => tellingOf(entries.get(id) as Entry, rows.get(id)?.printBody ?? null)),
  ];
  const merged: PlanRow = {
    ...lead,
    merged: [...new Set([...lead.merged, ...added])],
    printBody: mergeTexts(texts).text,
    whole: true,
  };
  return {
    ...plan,
    groups: plan.groups.map(({ name, rows: own }) => ({
      name,
      rows: own.filter(({ id }) => !others.includes(id)).map((row) => (row === lead ? merged : row)),
    })),
    dropped: plan.dropped.filter(({ id }) => !others.includes(id)),
  };
}

/** The second right behind the first, wherever it stood. */
function putBehind(plan: Plan, [first, second]: readonly string[]): Plan {
  const row = plan.groups.flatMap((group) => group.rows).find(({ id }) => id === second);
  const at = plan.groups.findIndex(({ rows }) => rows.some(({ id }) => id === first));
  if (!row || at < 0) return plan;
  return {
    ...plan,
    groups: plan.groups.map(({ name, rows }, index) => {
      const rest = rows.filter((one) => one !== row);
      if (index !== at) return { name, rows: rest };
      const place = rest.findIndex(({ id }) => id === first) + 1;
      return { name, rows: rest.toSpliced(place, 0, row) };
    }),
  };
}
