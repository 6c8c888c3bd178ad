import { inForce } from "../../base/themes.ts";
import type { Entry } from "../../model/entry.ts";
import type { Office, Theme } from "../../model/office.ts";
import { matchThemes } from "../themes.ts";
import { dayOfEntry, type Window } from "./context.ts";

/** A theme with the entries that answer it. */
export interface ThemeRow {
  readonly theme: Theme;
  readonly entries: readonly Entry[];
}

/** Which themes each entry answers: those in force on the day it was submitted. */
export type Answers = ReadonlyMap<Entry, readonly Theme[]>;

export function answersOf(entries: readonly Entry[], office: Office): Answers {
  return new Map(
    entries.map((entry) => {
      const day = dayOfEntry(entry);
      return [entry, day === null ? [] : matchThemes(entry, office, day)];
    }),
  );
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

/** Entries that answer no theme; none where no theme held on their day, for then nothing was asked. */
export function unthemed(answers: Answers, { themes }: Office): Entry[] {
  return [...answers].flatMap(([entry, answered]) => {
    const day = dayOfEntry(entry);
    const asked = day !== null && themes.some((theme) => inForce(theme, day));
    return asked && answered.length === 0 ? [entry] : [];
  });
}
