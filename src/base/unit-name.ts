import type { Office } from "../model/office.ts";

/** The full name of a unit, which may be given by its short one; null where the office has units and lists none such. */
export function knownUnitName(name: string, { units }: Pick<Office, "units">): string | null {
  if (units.length === 0) return name;
  return units.find((unit) => unit.name === name || unit.short === name)?.name ?? null;
}

/** The full name of a unit; one that the office does not list, as it is. */
export function fullUnitName(name: string, office: Pick<Office, "units">): string {
  return knownUnitName(name, office) ?? name;
}
