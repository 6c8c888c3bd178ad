import { inForce, speaksOf } from "../base/themes.ts";
import type { Entry } from "../model/entry.ts";
import type { Office, Theme } from "../model/office.ts";

/** Which themes each entry answers: those in force on the day it was submitted. */
export type Answers = ReadonlyMap<Entry, readonly Theme[]>;

/** The themes in force on `day` that an entry declares, or speaks of in title or text. */
export function matchThemes(entry: Entry, office: Office, day: number): Theme[] {
  return office.themes.filter((theme) => inForce(theme, day) && speaksOf(entry, theme));
}

/** What each entry answers; one that tells no day is taken as submitted `today`. */
export function answersOf(entries: readonly Entry[], office: Office, today: number): Answers {
  return new Map(entries.map((entry) => [entry, matchThemes(entry, office, entry.submitted?.day ?? today)]));
}

/** 未对题: entries that answer no theme; none where no theme held on their day, for then nothing was asked. */
export function unthemed(answers: Answers, { themes }: Office, today: number): Entry[] {
  return [...answers].flatMap(([entry, answered]) => {
    const day = entry.submitted?.day ?? today;
    return answered.length === 0 && themes.some((theme) => inForce(theme, day)) ? [entry] : [];
  });
}
