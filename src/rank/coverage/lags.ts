import { joinEvents } from "../../base/events.ts";
import { FEEDBACK } from "../../base/matters.ts";
import { compareMoments, minutesBetween } from "../../base/time.ts";
import type { Entry } from "../../model/entry.ts";
import type { Moment } from "../../model/moment.ts";
import type { Published } from "../../model/published.ts";
import { submittedIn, type CoverageContext } from "./context.ts";
import { unitRows } from "./units.ts";

/** How long a step took: of how many entries it is known, the middle one and the longest, in minutes. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly longest: number;
}

/** The steps that are measured, in the order they come. */
export const LAG_STEPS = ["reported", "taken", "printed", "solved"] as const;
export type LagStep = (typeof LAG_STEPS)[number];

/** What a unit's entries of the window came to; null where a step is known of none. */
export type LagRow = Readonly<Record<LagStep, Spread | null>> & {
  /** Full name; null for entries that name no unit. */
  readonly name: string | null;
  readonly entries: number;
  /** Those that a rule of 时效 found late. */
  readonly late: number;
  /** 首报 of events that no 终报 and no 反馈 has ended. */
  readonly open: number;
};

/** The lag table of a window. */
export interface Lags {
  readonly rows: readonly LagRow[];
  /** All entries, a joint one once. */
  readonly total: LagRow;
}

/**
 * From 发现 (事发, else 接报) to 报送, from there to 收到, to the day of the issue that printed it, and from 发现 to the 终报
 * or 反馈 that ended it. A step with a time that is a day alone counts whole days. `late` are ids.
 */
export function lags(entries: readonly Entry[], late: ReadonlySet<string>, context: CoverageContext): Lags {
  const within = submittedIn(entries, context.window);
  const measure = measurer(entries, context.published);
  const rowOf = (name: string | null, own: readonly Entry[]): LagRow => {
    const measured = own.map(measure);
    const spread = (step: LagStep): Spread | null => spreadOf(measured.flatMap((one) => one[step] ?? []));
    return {
      name,
      entries: own.length,
      late: own.filter(({ id }) => late.has(id)).length,
      open: measured.filter(({ open }) => open).length,
      reported: spread("reported"),
      taken: spread("taken"),
      printed: spread("printed"),
      solved: spread("solved"),
    };
  };
  const rows = unitRows(within, context).filter((row) => row.entries.length > 0);
  return { rows: rows.map((row) => rowOf(row.name, row.entries)), total: rowOf(null, within) };
}

type Measured = Readonly<Record<LagStep, number | null>> & { readonly open: boolean };

function measurer(entries: readonly Entry[], published: readonly Published[]): (entry: Entry) => Measured {
  const ends = endsOf(entries);
  const printed = new Map<string, number>();
  for (const { id, day } of published) printed.set(id, Math.min(day, printed.get(id) ?? day));
  return (entry) => {
    const { id, submitted, taken } = entry;
    const found = entry.occurred ?? entry.received;
    const end = ends.get(entry);
    const day = printed.get(id);
    return {
      reported: elapsed(found, submitted),
      taken: elapsed(submitted, taken),
      printed: elapsed(taken ?? submitted, day === undefined ? null : { day, clock: null, instant: null }),
      solved: elapsed(found, end ?? null),
      open: end === null,
    };
  };
}

/** When the event of each 首报 was ended; null where it was not. */
function endsOf(entries: readonly Entry[]): Map<Entry, Moment | null> {
  const ends = new Map<Entry, Moment | null>();
  for (const { newest, earlier } of joinEvents(entries)) {
    const reports = [newest, ...earlier];
    const ended = reports.filter(({ category, report }) => report?.stage === "终报" || category === FEEDBACK);
    const times = ended.flatMap(({ submitted }) => submitted ?? []).toSorted(compareMoments);
    for (const entry of reports) {
      const isFirst = entry.report?.stage === "首报";
      if (isFirst || (reports.length > 1 && entry === reports.at(-1) && !ended.includes(entry)))
        ends.set(entry, times[0] ?? null);
    }
  }
  return ends;
}

/** Minutes, or whole days in minutes where either has no time of day; null where one is not known, or the order is wrong. */
function elapsed(from: Moment | null, to: Moment | null): number | null {
  if (from === null || to === null) return null;
  const minutes = minutesBetween(from, to) ?? (to.day - from.day) * 1440;
  return minutes < 0 ? null : minutes;
}

function spreadOf(minutes: readonly number[]): Spread | null {
  const sorted = minutes.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high, longest] = [sorted[(sorted.length - 1) >> 1], sorted[middle], sorted.at(-1)];
  if (low === undefined || high === undefined || longest === undefined) return null;
  return { count: sorted.length, median: (low + high) / 2, longest };
}
