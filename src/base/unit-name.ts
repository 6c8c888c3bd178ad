import type { Office, Unit } from "../model/office.ts";

/** Units by full and by short name, asked for with every entry of thousands; a name that two share is the first one's. */
const KNOWN = new WeakMap<Office["units"], ReadonlyMap<string, Unit>>();

/** The unit of an office that goes by a name, full or short; null where it lists none such. */
export function unitNamed(name: string, { units }: Pick<Office, "units">): Unit | null {
  const known = KNOWN.get(units) ?? byName(units);
  KNOWN.set(units, known);
  return known.get(name) ?? null;
}

function byName(units: Office["units"]): ReadonlyMap<string, Unit> {
  const found = new Map<string, Unit>();
  for (const unit of units)
    for (const name of [unit.name, unit.short]) if (name !== null && !found.has(name)) found.set(name, unit);
  return found;
}

/** The full name of a unit, which may be given by its short one; null where the office has units and lists none such. */
export function knownUnitName(name: string, office: Pick<Office, "units">): string | null {
  return office.units.length === 0 ? name : (unitNamed(name, office)?.name ?? null);
}

/** The full name of a unit; one that the office does not list, as it is. */
export function fullUnitName(name: string, office: Pick<Office, "units">): string {
  return knownUnitName(name, office) ?? name;
}
