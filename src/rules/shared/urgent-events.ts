import { joinEvents, newestFirst } from "../../base/events.ts";
import { compareMoments, minutesBetween } from "../../base/time.ts";
import { workdaysBetween } from "../../base/workdays.ts";
import type { Entry, FieldName } from "../../model/entry.ts";
import type { Moment } from "../../model/moment.ts";
import type { Figure, Profile } from "../../model/profile.ts";
import { toldCounty } from "./told.ts";

/** All reports of one event, from new to old. */
export type Reports = readonly [Entry, ...Entry[]];

/**
 * The events that urgent reports and 续报 tell of: joined by 报告.续, and where nobody wrote that, by the same unit with the
 * same 事发时间. A rule that speaks of a report that is not there must not overlook one that only lacks its link.
 */
export function urgentEvents(entries: readonly Entry[], { urgent }: Profile): Reports[] {
  const told = entries.filter(({ category, report }) => category === urgent.category || report !== null);
  const events = joinEvents(told).map(({ newest, earlier }) => [newest, ...earlier]);
  // Events that share a key are one, however many share it: each points to one that stands for all.
  const stands = events.map((_, index) => index);
  const find = (at: number): number => {
    let root = at;
    while (stands[root] !== root) root = stands[root] as number;
    for (let next = at; stands[next] !== root;) {
      const above = stands[next] as number;
      stands[next] = root;
      next = above;
    }
    return root;
  };
  const byKey = new Map<string, number>();
  for (const [index, reports] of events.entries()) {
    for (const key of new Set(reports.flatMap(keyOf))) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, index);
      else stands[find(index)] = find(known);
    }
  }
  const groups = new Map<number, Entry[]>();
  for (const [index, reports] of events.entries()) {
    const root = find(index);
    const group = groups.get(root);
    if (group) group.push(...reports);
    else groups.set(root, reports);
  }
  return Array.from(groups.values(), (group) => group.toSorted(newestFirst) as [Entry, ...Entry[]]);
}

function keyOf({ unit, occurred }: Entry): string[] {
  return unit.length === 0 || occurred?.instant == null ? [] : [`${unit.join("、")} ${occurred.instant}`];
}

/** What must have been read of every report of an event before anything may be said to be missing from it. */
const READ: readonly FieldName[] = ["category", "report", "submitted", "timeline", "channel", "kind", "grade"];

/** Whether some report of an event could not be read in full. */
export function isUnclear(reports: Reports): boolean {
  return reports.some(({ broken }) => READ.some((field) => broken.has(field)));
}

/** An event that is not closed yet: its newest report with a stage, and every time that 县委办 was told of it. */
export interface OpenEvent {
  readonly newest: Entry;
  readonly reports: Reports;
  readonly last: Moment;
}

/** The events whose newest report is urgent, which have a 首报 or 续报 and no 终报. */
export function openEvents(entries: readonly Entry[], profile: Profile): OpenEvent[] {
  return urgentEvents(entries, profile).flatMap((reports) => {
    const newest = reports.find(({ report }) => report !== null);
    const last = reports.flatMap(timesOfReport).reduce<Moment | null>(later, null);
    if (newest?.category !== profile.urgent.category || last === null || isUnclear(reports)) return [];
    return reports.some(({ report }) => report?.stage === "终报") ? [] : [{ newest, reports, last }];
  });
}

/** When one report came: 报送时间, and every row of 报送记录 to 县委办. */
export function timesOfReport(entry: Entry): Moment[] {
  return [...toldCounty(entry).map(({ at }) => at), ...(entry.submitted ? [entry.submitted] : [])];
}

function later(a: Moment | null, b: Moment): Moment {
  return a === null || compareMoments(a, b) < 0 ? b : a;
}

/** How long an open event has been without any report, where that is longer than 终报期限; null where it is not. */
export function silenceBeyond({ last }: OpenEvent, limit: Figure, { now, profile }: Clock): string | null {
  const days = now.day - last.day;
  if (limit.unit === "小时") {
    const minutes = minutesBetween(last, now);
    return minutes !== null && minutes > limit.value * 60 ? `${Math.floor(minutes / 60)} 小时` : null;
  }
  const isLong = limit.unit !== "工作日" || days > LONG;
  const passed = isLong ? days : workdaysBetween(last.day, now.day, profile.calendar);
  return passed > limit.value ? `${passed} ${isLong ? "天" : "个工作日"}` : null;
}

/** What the length of a silence is told by. */
interface Clock {
  readonly now: Moment;
  readonly profile: Profile;
}

/** Beyond this many days the count of working days tells nobody more than the days themselves. */
const LONG = 366;
