import type { Entry } from "../../model/entry.ts";
import type { Office, Unit } from "../../model/office.ts";
import type { Profile } from "../../model/profile.ts";
import type { CoverageContext } from "./context.ts";
import { toneCount, type ToneCount } from "./shares.ts";

/** What came from a unit; a joint entry stands with each of its units. */
export interface UnitRow {
  /** Full name; null for entries that name no unit. */
  readonly name: string | null;
  readonly short: string | null;
  readonly group: string | null;
  /** Whether the office lists it. */
  readonly listed: boolean;
  readonly entries: readonly Entry[];
  readonly tone: ToneCount;
}

/** Every unit of the office in its order, also those that nothing came from; then others, as they are met. */
export function unitRows(
  entries: readonly Entry[],
  { office: { units }, profile }: { readonly office: Pick<Office, "units">; readonly profile: Profile },
): UnitRow[] {
  const fullName = namesOf(units);
  const own = new Map<string | null, Entry[]>(units.map(({ name }) => [name, []]));
  for (const entry of entries) {
    for (const name of unitsOf(entry, fullName)) {
      const list = own.get(name);
      if (list) list.push(entry);
      else own.set(name, [entry]);
    }
  }
  const listed = new Map<string | null, Unit>(units.map((unit) => [unit.name, unit]));
  return [...own].map(([name, list]) => {
    const unit = listed.get(name);
    return {
      name,
      short: unit?.short ?? null,
      group: unit?.group ?? null,
      listed: unit !== undefined,
      entries: list,
      tone: toneCount(list, profile),
    };
  });
}

/** Full names of units by name and short name; one the office does not list keeps its own. */
export type FullName = (name: string) => string;

/** Finds full names; a name that two units share is the first one's. */
export function namesOf(units: Office["units"]): FullName {
  const known = new Map<string, string>();
  for (const { name, short } of units)
    for (const each of [name, short]) if (each !== null && !known.has(each)) known.set(each, name);
  return (name) => known.get(name) ?? name;
}

/** The units an entry came from, each once; null alone where it names none. */
export function unitsOf({ unit }: Entry, fullName: FullName): (string | null)[] {
  const names = new Set(unit.filter((name) => name !== "").map(fullName));
  return names.size === 0 ? [null] : [...names];
}

/** Units of the office that nothing came from, by full name. What was printed in those days counts: its entry may be filed away. */
export function silentUnits(rows: readonly UnitRow[], { office, published, window }: CoverageContext): string[] {
  const fullName = namesOf(office.units);
  const printed = new Set(
    published.flatMap(({ units, day }) => (window.from <= day && day <= window.to ? units.map(fullName) : [])),
  );
  return rows.flatMap(({ name, listed, entries }) =>
    listed && name !== null && entries.length === 0 && !printed.has(name) ? [name] : [],
  );
}
