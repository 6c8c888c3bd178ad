import { compareMoments } from "../../base/time.ts";
import type { Contact, ContactTarget, ContactWay, Entry } from "../../model/entry.ts";
import type { Moment } from "../../model/moment.ts";

/** Somebody was told of the event: when, how, and where that stands in the file. */
export interface Told {
  readonly at: Moment;
  readonly via: ContactWay | null;
  /** 名称 of that row. */
  readonly name: string | null;
  readonly path: string;
}

/** The rows of 报送记录 that name `to`, in the order written. */
export function rowsTo(entry: Entry, to: ContactTarget): Told[] {
  return entry.timeline.flatMap((row: Contact, index) =>
    row.to === to ? [{ at: row.at, via: row.via, name: row.name, path: `timeline.${index}.at` }] : [],
  );
}

/** Every report to 县委办. The entry itself is the written one at 报送时间, unless a 书面 is listed or it is a 电话补录. */
export function toldCounty(entry: Entry): Told[] {
  const rows = rowsTo(entry, "县委办");
  const listed = rows.some((row) => row.via === "书面");
  if (listed || entry.channel === "电话补录" || entry.submitted === null) return rows;
  return [...rows, { at: entry.submitted, via: "书面", name: null, path: "submitted" }];
}

/** The first of several in time; of two that cannot be told apart, the one written first. */
export function earliest(told: readonly Told[]): Told | null {
  return told.reduce<Told | null>(
    (best, next) => (best === null || compareMoments(next.at, best.at) < 0 ? next : best),
    null,
  );
}
