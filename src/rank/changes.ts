import type { Plan, PlanRow } from "../model/plan.ts";
import { WHY } from "./why.ts";

/** What a run did to a plan, one Chinese line each; empty where nothing changed. */
export function describeChanges(before: Plan | null, after: Plan): string[] {
  if (!before) return [];
  const old = standings(before);
  const now = standings(after);
  const lines = [...renumbered(before, after), ...leftBehind(before, after)];
  const known = new Set(renumberings(before, after).flat());
  for (const [id, place] of now) {
    const former = old.get(id);
    if (known.has(id)) continue;
    if (former === undefined)
      lines.push(place.out ? `新到未用：${id}（${place.label}）` : `新增：${id} → ${place.label}`);
    else if (!same(former, place)) lines.push(moved(id, former, place));
  }
  for (const [id] of old) if (!now.has(id) && !known.has(id)) lines.push(`已无此条：${id}`);
  return lines;
}

/** Former and present id of the entries found again by their 指纹. */
function renumberings(before: Plan, after: Plan): [string, string][] {
  const rowsOf = (plan: Plan): PlanRow[] => plan.groups.flatMap((group) => group.rows);
  const now = new Set(standings(after).keys());
  const old = new Map(
    rowsOf(before).flatMap(({ id, fingerprint }) =>
      now.has(id) || fingerprint === null ? [] : [[fingerprint, id] as const],
    ),
  );
  return rowsOf(after).flatMap(({ id, fingerprint }) => {
    const former = old.get(fingerprint ?? "");
    return former === undefined || former === id ? [] : [[former, id]];
  });
}

function renumbered(before: Plan, after: Plan): string[] {
  return renumberings(before, after).map(([former, id]) => `编号由 ${former} 改为 ${id}`);
}

/** 改题 and 改文 of a report that a newer one of its event has replaced. */
function leftBehind(before: Plan, after: Plan): string[] {
  const leads = new Map(
    after.groups.flatMap(({ rows }) => rows.flatMap((row) => row.merged.map((id) => [id, row.id] as const))),
  );
  // A text for all was made of what was edited too.
  const wholes = new Set(after.groups.flatMap(({ rows }) => rows.flatMap(({ id, whole }) => (whole ? [id] : []))));
  const edited = before.groups
    .flatMap(({ rows }) => rows)
    .filter(({ printTitle, printBody }) => printTitle !== null || printBody !== null);
  return edited.flatMap(({ id }) => {
    const lead = leads.get(id);
    return lead === undefined || wholes.has(lead)
      ? []
      : [`请重核：${id} 的改题、改文写于 ${lead} 之前，没有沿用，原文已作为注释留在编排单里`];
  });
}

interface Standing {
  readonly out: boolean;
  readonly label: string;
}

function standings(plan: Plan): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const { name, rows } of plan.groups) {
    for (const row of rows) {
      found.set(row.id, { out: false, label: name });
      for (const id of row.merged) found.set(id, { out: false, label: `并入 ${row.id}` });
    }
  }
  for (const { id, why } of plan.dropped) found.set(id, { out: true, label: why ?? "编辑不用" });
  for (const id of plan.suggested) if (!found.has(id)) found.set(id, { out: false, label: "" });
  return found;
}

/** A machine's reason says more than its kind (the rank, the day): that alone is no change. */
function same(from: Standing, to: Standing): boolean {
  const kind = ({ label }: Standing): string => label.split(/[：（]/u)[0] ?? "";
  return from.out === to.out && (from.out ? kind(from) === kind(to) : from.label === to.label);
}

function moved(id: string, from: Standing, to: Standing): string {
  if (to.out && to.label === WHY.dropped) return `编辑删去：${id}，列入不用`;
  if (to.out) return `移出：${id}（${to.label}）`;
  return from.out ? `移入：${id} → ${to.label}` : `调整：${id} 由${from.label}移到${to.label}`;
}
