import { quote } from "../base/visible.ts";
import { isSameKind, type Matters, type SameMatter } from "../base/matters.ts";
import type { Entry } from "../model/entry.ts";
import type { Plan, PlanRow, Proposal } from "../model/plan.ts";
import type { Item } from "../model/ranking.ts";
import { mergeTexts } from "./merging.ts";

/** Things both tell that a reason names. */
const MOST_SHARED = 4;

/** What of an issue tells of one matter: entries of one kind to be merged, angles to be linked. What the editor decided on stays decided. */
export function proposalsFor(
  items: readonly Item[],
  { pairs }: Matters,
  plan: Plan,
  former: readonly Proposal[],
): Proposal[] {
  const leads = new Map(
    items.flatMap(({ entry, earlier }) => [entry, ...earlier].map((one) => [one.id, entry] as const)),
  );
  const together = rowsById(plan);
  const open = pairs.filter(({ earlier, later }) => {
    const [a, b] = [leads.get(earlier.id), leads.get(later.id)];
    return a && b && a !== b && together.get(a.id) !== together.get(b.id);
  });
  const merges = clusters(open.filter(({ earlier, later }) => isSameKind(earlier, later))).map((cluster) =>
    mergeOf(inOrder(cluster, items), open),
  );
  const links = open
    .filter(({ earlier, later }) => !isSameKind(earlier, later))
    .map((pair) => linkOf(inOrder([pair.earlier, pair.later], items), pair));
  return [...merges, ...links].map((one) => {
    const known = former.find((each) => keyOf(each) === keyOf(one));
    return known ? { ...one, taken: known.taken } : one;
  });
}

function keyOf({ ids, kind }: Pick<Proposal, "ids" | "kind">): string {
  return `${kind} ${[...ids].toSorted().join(" ")}`;
}

/** The row that prints an id: a number of its own for each row. */
function rowsById({ groups }: Plan): ReadonlyMap<string, PlanRow> {
  return new Map(
    groups.flatMap(({ rows }) => rows.flatMap((row) => [row.id, ...row.merged].map((id) => [id, row] as const))),
  );
}

/** Entries joined by pairs, each set once. */
function clusters(pairs: readonly SameMatter[]): Entry[][] {
  const sets = new Map<Entry, Set<Entry>>();
  for (const { earlier, later } of pairs) {
    const joined = new Set([...(sets.get(earlier) ?? [earlier]), ...(sets.get(later) ?? [later])]);
    for (const one of joined) sets.set(one, joined);
  }
  return [...new Set(sets.values())].map((set) => [...set]);
}

/** As the issue ranks them: the first leads. */
function inOrder(entries: readonly Entry[], items: readonly Item[]): [Entry, ...Entry[]] {
  const rank = new Map(items.map(({ entry }, index) => [entry, index]));
  return entries.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)) as [Entry, ...Entry[]];
}

function mergeOf(entries: [Entry, ...Entry[]], pairs: readonly SameMatter[]): Proposal {
  const own = pairs.filter(({ earlier, later }) => entries.includes(earlier) && entries.includes(later));
  const [nearest] = own.toSorted((a, b) => b.degree - a.degree);
  return {
    kind: "同一件事",
    ids: entries.map(({ id }) => id),
    why: nearest ? whyOf(nearest) : "",
    differs: mergeTexts(entries).differs,
    taken: null,
  };
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

/** The plan with what the editor accepted: one row for one matter, its text proposed where nobody wrote one; angles side by side. */
export function accept(plan: Plan, entries: ReadonlyMap<string, Entry>): Plan {
  return plan.proposals.filter(({ taken }) => taken === true).reduce((now, one) => acceptOne(now, one, entries), plan);
}

function acceptOne(plan: Plan, { kind, ids }: Proposal, entries: ReadonlyMap<string, Entry>): Plan {
  return kind === "同一件事" ? mergeRows(plan, ids, entries) : putBehind(plan, ids);
}

function mergeRows(plan: Plan, ids: readonly string[], entries: ReadonlyMap<string, Entry>): Plan {
  const rows = plan.groups.flatMap((group) => group.rows);
  const lead = rows.find(({ id }) => ids.includes(id));
  const others = ids.filter((id) => id !== lead?.id && entries.has(id) && !lead?.merged.includes(id));
  const first = lead && entries.get(lead.id);
  if (!lead || !first || others.length === 0) return plan;
  const added = others.flatMap((id) => [id, ...(rows.find((row) => row.id === id)?.merged ?? [])]);
  const texts: [Entry, ...Entry[]] = [first, ...others.flatMap((id) => entries.get(id) ?? [])];
  const merged: PlanRow = {
    ...lead,
    merged: [...new Set([...lead.merged, ...added])],
    printBody: lead.printBody ?? mergeTexts(texts).text,
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
