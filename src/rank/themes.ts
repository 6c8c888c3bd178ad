import { inForce, speaksOf } from "../base/themes.ts";
import type { Entry } from "../model/entry.ts";
import type { Office, Theme } from "../model/office.ts";

/** The themes in force on `day` that an entry declares, or speaks of in title or text. */
export function matchThemes(entry: Entry, office: Office, day: number): Theme[] {
  return office.themes.filter((theme) => inForce(theme, day) && speaksOf(entry, theme));
}
