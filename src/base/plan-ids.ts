import type { Plan } from "../model/plan.ts";

/** The ids of all entries that a plan prints, those merged into others among them. */
export function printedIds({ groups }: Pick<Plan, "groups">): string[] {
  return groups.flatMap(({ rows }) => rows.flatMap(({ id, merged }) => [id, ...merged]));
}

/** The ids of all entries that a plan speaks of: printed or put away. */
export function plannedIds(plan: Pick<Plan, "groups" | "dropped">): ReadonlySet<string> {
  return new Set([...printedIds(plan), ...plan.dropped.map(({ id }) => id)]);
}
