import type { Office, Unit } from "../../model/office.ts";
import type { Place } from "../../model/source.ts";

/** A unit the office lists, and its position there. */
export interface Listed {
  readonly unit: Unit;
  readonly index: number;
}

const LISTED = new WeakMap<Office, ReadonlyMap<string, Listed>>();

/** The units an office lists, by name and by short name; a name that two of them share is the first one's. */
export function listedUnits(office: Office): ReadonlyMap<string, Listed> {
  const known = LISTED.get(office);
  if (known) return known;
  const listed = new Map<string, Listed>();
  for (const [index, unit] of office.units.entries()) {
    for (const name of [unit.name, unit.short])
      if (name !== null && !listed.has(name)) listed.set(name, { unit, index });
  }
  LISTED.set(office, listed);
  return listed;
}

/** Where the name of a listed unit stands in the office's file; null where the office does not list it. */
export function placeOfUnit(name: string, office: Office): Place | null {
  const index = listedUnits(office).get(name)?.index;
  if (index === undefined || !office.places) return null;
  // A unit may be given by its name alone.
  const path = `units.${index}`;
  return office.places.of(office.places.has(`${path}.name`) ? `${path}.name` : path);
}
