import type { Office } from "../model/office.ts";

/** The full name of a unit that an entry may have given by its short one; a name that the office does not list, as it is. */
export function fullUnitName(name: string, { units }: Pick<Office, "units">): string {
  return units.find((unit) => unit.name === name || unit.short === name)?.name ?? name;
}
