import type { Entry } from "../model/entry.ts";
import type { Office, Theme } from "../model/office.ts";

/** The themes in force on `day` that an entry declares, or speaks of in title or text. */
export function matchThemes(entry: Entry, office: Office, day: number): Theme[] {
  return office.themes.filter((theme) => inForce(theme, day) && speaksOf(entry, theme));
}

function inForce({ from, to }: Theme, day: number): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

function speaksOf(entry: Entry, theme: Theme): boolean {
  return entry.themes.includes(theme.name) || mentions(entry, theme.keywords);
}

/** Whether title or text holds one of the words. */
export function mentions(entry: Entry, words: readonly string[]): boolean {
  return words.some((word) => entry.title.includes(word) || entry.body.text.includes(word));
}
