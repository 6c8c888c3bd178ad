import type { Plan } from "../model/plan.ts";
import { WHY } from "./why.ts";

/** What a run did to a plan, one Chinese line each; empty where nothing changed. */
export function describeChanges(before: Plan | null, after: Plan): string[] {
  if (!before) return [];
  const old = standings(before);
  const now = standings(after);
  const lines: string[] = [];
  for (const [id, place] of now) {
    const former = old.get(id);
    if (former === undefined) lines.push(place.out ? `新到未用：${id}（${place.label}）` : `新增：${id} → ${place.label}`);
    else if (!same(former, place)) lines.push(moved(id, former, place));
  }
  for (const [id] of old) if (!now.has(id)) lines.push(`已无此条：${id}`);
  return lines;
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
