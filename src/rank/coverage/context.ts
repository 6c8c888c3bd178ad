import type { Entry } from "../../model/entry.ts";
import type { Moment } from "../../model/moment.ts";
import type { Office } from "../../model/office.ts";
import type { Profile } from "../../model/profile.ts";
import type { Published } from "../../model/published.ts";

/** The days an overview is of, since 1970-01-01, both of them days of it. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What an overview depends on, besides the entries. */
export interface CoverageContext {
  readonly office: Office;
  readonly profile: Profile;
  /** Stands for now: commissions run from here. */
  readonly now: Moment;
  readonly published: readonly Published[];
  readonly window: Window;
}

/** The day an entry was submitted; null where it cannot be read. */
export function dayOfEntry({ submitted }: Entry): number | null {
  return submitted?.day ?? null;
}

/** The entries that were submitted between two days, both of them included. */
export function submittedIn(entries: readonly Entry[], { from, to }: Window): Entry[] {
  return entries.filter((entry) => {
    const day = dayOfEntry(entry);
    return day !== null && from <= day && day <= to;
  });
}

/** The figure of 数值 by its name; null where the rule packs have none, and then what goes by it is left out. */
export function figureOf({ profile }: Pick<CoverageContext, "profile">, name: string): number | null {
  return profile.figures.get(name)?.value ?? null;
}

/** The words of 词表 by their list's name; none where the rule packs have no such list. */
export function wordsOf({ profile }: Pick<CoverageContext, "profile">, name: string): readonly string[] {
  return profile.words.get(name)?.words ?? [];
}
