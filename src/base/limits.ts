import type { Entry, EventKind } from "../model/entry.ts";
import type { Limit, Profile } from "../model/profile.ts";

/** The kind of event an urgent report is taken for where it says none. */
export const DEFAULT_KIND: EventKind = "事故灾难";

/** The limit of an urgent report: that of the first row for its kind and grade which has one, else the one for all. */
export function limitOf(
  { kind, grade }: Pick<Entry, "kind" | "grade">,
  profile: Profile,
  way: "phone" | "written",
): Limit | null {
  const row = profile.urgent.rows.find(
    ({ kinds, grades, [way]: limit }) =>
      limit !== null &&
      (kinds.length === 0 || kinds.includes(kind ?? DEFAULT_KIND)) &&
      (grades.length === 0 || (grade !== null && grades.includes(grade))),
  );
  return row?.[way] ?? profile.urgent[way];
}
