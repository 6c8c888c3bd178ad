import { isoDay } from "../../base/time.ts";
import type { Moment } from "../../model/moment.ts";
import type { Theme } from "../../model/office.ts";
import type { Overview, ThemeChange } from "../../pipeline/themes.ts";

const day = (at: number | null): string | null => (at === null ? null : isoDay(at));
const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);

function about({ name, term, from, to, weight, leader, source }: Theme): object {
  return { name, term, from: day(from), to: day(to), weight, leader, source };
}

/** The document of `themes --json`; keys are stable. */
export function overviewJson(
  { themes, decisions, unanswered, unthemed }: Overview,
  { now }: { readonly now: Moment },
): object {
  return {
    version: 1,
    date: isoDay(now.day),
    themes: themes.map(({ theme, state, entries, late }) => ({
      ...about(theme),
      state,
      entries: ids(entries),
      late: ids(late),
    })),
    decisions: decisions.map(({ decision, entries }) => ({
      id: decision.id,
      name: decision.name,
      date: day(decision.day),
      stage: decision.stage,
      entries: ids(entries),
    })),
    unanswered: unanswered.map(({ decision, days, limit }) => ({ id: decision.id, days, limit })),
    unthemed: ids(unthemed),
  };
}

/** The document of `themes --since … --json`. */
export function changesJson(since: number, changes: readonly ThemeChange[], { now }: { readonly now: Moment }): object {
  return {
    version: 1,
    since: isoDay(since),
    date: isoDay(now.day),
    themes: changes.map(({ theme, began, ended, since: entries, before, newUnits }) => ({
      ...about(theme),
      began,
      ended,
      entries: ids(entries),
      before,
      newUnits,
    })),
  };
}
