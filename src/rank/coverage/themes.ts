import type { Entry } from "../../model/entry.ts";
import type { Office, Theme } from "../../model/office.ts";
import type { Answers } from "../themes.ts";
import type { Window } from "./context.ts";

/** A theme with the entries that answer it. */
export interface ThemeRow {
  readonly theme: Theme;
  readonly entries: readonly Entry[];
}

/** The themes that hold on any day of the window, in the order of the office. */
export function themeRows(answers: Answers, { themes }: Office, window: Window): ThemeRow[] {
  const own = new Map<Theme, Entry[]>(themes.filter((theme) => overlaps(theme, window)).map((theme) => [theme, []]));
  for (const [entry, answered] of answers) for (const theme of answered) own.get(theme)?.push(entry);
  return [...own].map(([theme, entries]) => ({ theme, entries }));
}

function overlaps({ from, to }: Theme, window: Window): boolean {
  return (from === null || from <= window.to) && (to === null || window.from <= to);
}
