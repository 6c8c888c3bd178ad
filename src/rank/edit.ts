import type { Dropped, Plan, PlanGroup, PlanRow } from "../model/plan.ts";

/** Moves a row one place up (-1) or down (1) in its group; at the edge of it, into the next group. */
export function shift(plan: Plan, id: string, by: -1 | 1): Plan {
  const at = placeOf(plan, id);
  if (!at) return plan;
  const { group, index, row } = at;
  const rows = plan.groups[group]?.rows ?? [];
  const next = index + by;
  if (next >= 0 && next < rows.length) return withRows(plan, group, rows.toSpliced(index, 1).toSpliced(next, 0, row));
  const beside = plan.groups[group + by];
  if (!beside) return plan;
  const moved = withRows(plan, group, rows.toSpliced(index, 1));
  const there = beside.rows.toSpliced(by < 0 ? beside.rows.length : 0, 0, row);
  return filled(withRows(moved, group + by, there));
}

/** Moves a row to the end of another group; a group that is not there yet stands last. */
export function moveTo(plan: Plan, id: string, name: string): Plan {
  const at = placeOf(plan, id);
  if (!at || plan.groups[at.group]?.name === name) return plan;
  const without = withRows(plan, at.group, (plan.groups[at.group]?.rows ?? []).toSpliced(at.index, 1));
  return filled(withRow(without, name, at.row));
}

/** Puts a row, with all that was merged into it, under 不用. */
export function drop(plan: Plan, id: string, why: string): Plan {
  const at = placeOf(plan, id);
  if (!at) return plan;
  const without = withRows(plan, at.group, (plan.groups[at.group]?.rows ?? []).toSpliced(at.index, 1));
  const { printTitle, printBody } = at.row;
  const out: Dropped[] = [{ id, why, printTitle, printBody }, ...at.row.merged.map((each) => ({ id: each, why }))];
  return filled({ ...without, dropped: [...out, ...plan.dropped] });
}

/** Brings back what was left out, to the end of a group. */
export function restore(plan: Plan, id: string, { title, group }: { title: string; group: string }): Plan {
  const former = plan.dropped.find((row) => row.id === id);
  if (!former) return plan;
  const dropped = plan.dropped.filter((row) => row.id !== id);
  const { printTitle = null, printBody = null } = former;
  return withRow({ ...plan, dropped }, group, { ...EMPTY_ROW, id, title, printTitle, printBody });
}

const EMPTY_ROW: Omit<PlanRow, "id" | "title"> = {
  fingerprint: null,
  // What the editor brought in stays, whatever comes.
  pinned: true,
  printTitle: null,
  printBody: null,
  merged: [],
  whole: false,
};

/** Changes what the editor may write into a row. */
export function change(
  plan: Plan,
  id: string,
  to: Partial<Pick<PlanRow, "pinned" | "printTitle" | "printBody">>,
): Plan {
  const at = placeOf(plan, id);
  if (!at) return plan;
  const rows = plan.groups[at.group]?.rows ?? [];
  return withRows(plan, at.group, rows.with(at.index, { ...at.row, ...to }));
}

/** Puts a row, with all that was merged into it, into another. */
export function mergeInto(plan: Plan, id: string, into: string): Plan {
  const [from, lead] = [placeOf(plan, id), placeOf(plan, into)];
  if (!from || !lead || id === into) return plan;
  const merged = [...lead.row.merged, id, ...from.row.merged];
  const groups = plan.groups.map(({ name, rows }) => ({
    name,
    rows: rows.filter((row) => row.id !== id).map((row) => (row.id === into ? { ...row, merged } : row)),
  }));
  return filled({ ...plan, groups });
}

/** Gives each entry that was merged into a row a row of its own behind it. */
export function split(plan: Plan, id: string, titles: ReadonlyMap<string, string>): Plan {
  const at = placeOf(plan, id);
  if (!at || at.row.merged.length === 0) return plan;
  const own = at.row.merged.map((each) => ({ ...EMPTY_ROW, id: each, title: titles.get(each) ?? each }));
  // A text written for all of them is no text for the first alone.
  const lead = { ...at.row, merged: [], whole: false, printBody: at.row.whole ? null : at.row.printBody };
  return withRows(plan, at.group, (plan.groups[at.group]?.rows ?? []).toSpliced(at.index, 1, lead, ...own));
}

/** The editor's answer to a proposal: the next run does it. */
export function answer(plan: Plan, index: number, taken: "是" | "否"): Plan {
  const proposal = plan.proposals[index];
  return proposal ? { ...plan, proposals: plan.proposals.with(index, { ...proposal, taken }) } : plan;
}

function placeOf({ groups }: Plan, id: string): { group: number; index: number; row: PlanRow } | null {
  for (const [group, { rows }] of groups.entries()) {
    const index = rows.findIndex((row) => row.id === id);
    const row = rows[index];
    if (row) return { group, index, row };
  }
  return null;
}

function withRows(plan: Plan, group: number, rows: readonly PlanRow[]): Plan {
  const own = plan.groups[group];
  return own ? { ...plan, groups: plan.groups.with(group, { name: own.name, rows }) } : plan;
}

function withRow(plan: Plan, name: string, row: PlanRow): Plan {
  const at = plan.groups.findIndex((group) => group.name === name);
  if (at >= 0) return withRows(plan, at, [...(plan.groups[at]?.rows ?? []), row]);
  const added: PlanGroup = { name, rows: [row] };
  return { ...plan, groups: [...plan.groups, added] };
}

/** Without groups that hold nothing. */
function filled(plan: Plan): Plan {
  return { ...plan, groups: plan.groups.filter(({ rows }) => rows.length > 0) };
}
