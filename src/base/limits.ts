import type { Entry, EventKind } from "../model/entry.ts";
import type { Cadence, Limit, LimitRow, Profile, StatutoryClock } from "../model/profile.ts";

/** The kind of event an urgent report is taken for where it says none. */
export const DEFAULT_KIND: EventKind = "事故灾难";

/** The limit of an urgent report: that of the first row for its kind and grade which has one, else the one for all. */
export function limitOf(
  { kind, grade }: Pick<Entry, "kind" | "grade">,
  profile: Profile,
  way: "phone" | "written",
): Limit | null {
  const row = profile.urgent.rows.find((one) => one[way] !== null && covers(one, { kind, grade }));
  return row?.[way] ?? profile.urgent[way];
}

/** How often an event is to be followed up: the first row for its kind and grade; null where there is none. */
export function cadenceOf(event: Pick<Entry, "kind" | "grade">, { cadence }: Pick<Profile, "cadence">): Cadence | null {
  return cadence.find((row) => covers(row, event)) ?? null;
}

/** The clocks that the law sets for an event of this kind and grade, in the order of the profile. */
export function statutoryFor(
  event: Pick<Entry, "kind" | "grade">,
  { statutory }: Pick<Profile, "statutory">,
): readonly StatutoryClock[] {
  return statutory.filter((clock) => covers(clock, event));
}

/** Whether a row is for events of this kind and grade: an empty list is any; a row for some grades is for none without 等级. */
function covers(
  { kinds, grades }: Pick<LimitRow, "kinds" | "grades">,
  { kind, grade }: Pick<Entry, "kind" | "grade">,
): boolean {
  return (
    (kinds.length === 0 || kinds.includes(kind ?? DEFAULT_KIND)) &&
    (grades.length === 0 || (grade !== null && grades.includes(grade)))
  );
}
