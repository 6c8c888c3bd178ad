import { plannedIds, printedIds } from "../base/plan-ids.ts";
import type { Entry } from "../model/entry.ts";
import type { Publication } from "../model/office.ts";
import type { Plan } from "../model/plan.ts";
import type { Source } from "../model/source.ts";
import { followFingerprints } from "../rank/follow.ts";
import { WHY } from "../rank/why.ts";
import { draft } from "./draft.ts";
import type { Survey } from "./survey.ts";

/** Whether a reason for staying out is a fault of the entry, for its unit to mend. */
export function isRefused({ why }: { readonly why: string | null }): boolean {
  return why?.startsWith(`${WHY.invalid}：`) ?? false;
}

/** The entries that a plan does not know of yet: what has come in since it was made, and what was at fault then and is mended. */
export function arrivals(
  survey: Survey,
  publication: Publication,
  { plan, source }: { readonly plan: Plan; readonly source: Source },
): Entry[] {
  const alive = new Set(survey.readings.map(({ id }) => id));
  const known = plannedIds(followFingerprints(plan, survey.entries, alive));
  const faulty = new Set(plan.dropped.filter(isRefused).map(({ id }) => id));
  const next = draft(survey, publication, { path: source.path, former: source }).plan;
  const printed = new Set(printedIds(next));
  const fresh = new Set([...plannedIds(next)].filter((id) => !known.has(id) || (faulty.has(id) && printed.has(id))));
  return survey.entries.filter(({ id }) => fresh.has(id));
}
