import { fullUnitName } from "../../base/unit-name.ts";
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
  const own = new Map<string | null, Entry[]>(units.map(({ name }) => [name, []]));
  for (const entry of entries) {
    for (const name of unitsOf(entry, { units })) {
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

/** The units an entry came from, each once; null alone where it names none. */
export function unitsOf({ unit }: Entry, office: Pick<Office, "units">): (string | null)[] {
  const names = new Set(unit.filter((name) => name !== "").map((name) => fullUnitName(name, office)));
  return names.size === 0 ? [null] : [...names];
}

/** Units of the office that nothing came from, by full name. What was printed in those days counts: its entry may be filed away. */
export function silentUnits(rows: readonly UnitRow[], { office, published, window }: CoverageContext): string[] {
  const printed = new Set(
    published.flatMap(({ units, day }) =>
      window.from <= day && day <= window.to ? units.map((name) => fullUnitName(name, office)) : [],
    ),
  );
  return rows.flatMap(({ name, listed, entries }) =>
    listed && name !== null && entries.length === 0 && !printed.has(name) ? [name] : [],
  );
}
