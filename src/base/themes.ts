import type { Entry } from "../model/entry.ts";
import type { Theme } from "../model/office.ts";

/** Whether a theme holds on a day; its first and last day are days of it. */
export function inForce({ from, to }: Pick<Theme, "from" | "to">, day: number): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** Whether an entry declares a theme, or speaks of it in title or text. */
export function speaksOf(entry: Entry, theme: Theme): boolean {
  return entry.themes.includes(theme.name) || mentions(entry, theme.keywords);
}

/** Whether title or text holds one of the words. */
export function mentions(entry: Entry, words: readonly string[]): boolean {
  return words.some((word) => entry.title.includes(word) || entry.body.text.includes(word));
}
