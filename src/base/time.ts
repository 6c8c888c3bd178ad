import type { Moment } from "../model/moment.ts";

const DAY = 86_400_000;

/** Days since 1970-01-01 of a civil date; null where there is no such day. */
export function dayOf(year: number, month: number, date: number): number | null {
  const ms = Date.UTC(year, month - 1, date);
  const back = new Date(ms);
  const real = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === date;
  return real ? ms / DAY : null;
}

/** Year, month and date of a day since 1970-01-01. */
export function civil(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** 0 is Sunday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** `2026-11-18`. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** `2026年11月18日`, as documents print it. */
export function chineseDay(day: number): string {
  const { year, month, date } = civil(day);
  return `${year}年${month}月${date}日`;
}

/** `2026-11-18 09:10`, or the day alone where there is no time. */
export function showMoment(at: Moment): string {
  return at.clock === null ? isoDay(at.day) : `${isoDay(at.day)} ${showClock(at.clock)}`;
}

/** `09:10`. */
export function showClock(clock: number): string {
  return `${String(Math.floor(clock / 60)).padStart(2, "0")}:${String(clock % 60).padStart(2, "0")}`;
}

/** 1 小时 5 分钟. */
export function showMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
}

const FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:\s+|T)(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/u,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日\s*(?:(\d{1,2})[时点](?:(\d{1,2})分?)?)?$/u,
];

/** Reads the forms of the manual as a wall clock of `zone`; seconds are dropped. Null where it is none, or no such day or time. */
export function parseMoment(text: string, zone: string): Moment | null {
  const found = FORMS.map((form) => form.exec(text.trim())).find((match) => match !== null);
  if (!found) return null;
  const [year, month, date, hour, minute, second] = found
    .slice(1)
    .map((part) => (part === undefined ? null : Number(part)));
  const day = dayOf(year as number, month as number, date as number);
  if (day === null) return null;
  if (hour === null || hour === undefined) return { day, clock: null, instant: null };
  if (hour > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  return momentAt(day, hour * 60 + (minute ?? 0), zone);
}

/** Date and time in forms that documents hold but nobody may take for another: 2026/11/18 9：10, 2026.11.18, 2026年11月18号9点. */
const LOOSE =
  /^(?<year>\d{4}) ?(?<first>[-./年]) ?(?<month>\d{1,2}) ?(?<second>[-./月]) ?(?<date>\d{1,2})(?: ?[日号])?(?:(?:(?<=[日号])|[ T]) *(?<hour>\d{1,2}) ?(?::(?<minute>\d{2})(?::\d{2})?|[时点] ?(?:(?<minutes>\d{1,2}) ?分?)?))?$/u;

/** A time written in another form than the manual's, in that of the manual; null where it is not certain which time it is. */
export function plainMoment(text: string, zone: string): string | null {
  const found = LOOSE.exec(text.trim().normalize("NFKC").replaceAll("∶", ":"))?.groups;
  if (!found) return null;
  const { year = "", first = "", month = "", second = "", date = "", hour, minute, minutes } = found;
  if (first === "年" ? second !== "月" : first !== second) return null;
  const two = (part: string): string => part.padStart(2, "0");
  const clock = hour === undefined ? "" : ` ${two(hour)}:${two(minute ?? minutes ?? "0")}`;
  const plain = `${year}-${two(month)}-${two(date)}${clock}`;
  return parseMoment(plain, zone) === null ? null : plain;
}

/** The moment of a wall clock in `zone`. */
export function momentAt(day: number, clock: number, zone: string): Moment {
  const wall = day * 1440 + clock;
  const guess = wall - offsetOf(wall, zone);
  return { day, clock, instant: wall - offsetOf(guess, zone) };
}

/** The wall clock of `zone` at `ms` milliseconds since the epoch. */
export function momentOf(ms: number, zone: string): Moment {
  const instant = Math.floor(ms / 60_000);
  const wall = instant + offsetOf(instant, zone);
  return { day: Math.floor(wall / 1440), clock: wall - Math.floor(wall / 1440) * 1440, instant };
}

/** Whether the machine knows the zone's name. */
export function isZone(zone: string): boolean {
  try {
    formatter(zone);
    return true;
  } catch {
    return false;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

/** 1991-09-15T00:00Z. China has kept +08:00 since 01:00 of that day, when its last summer time ended (1991-09-14T17:00Z). */
const PLAIN_SHANGHAI = 11_414_880;

/** Minutes by which `zone` is ahead of UTC at an instant (minutes since the epoch). */
function offsetOf(instant: number, zone: string): number {
  if (zone === "Asia/Shanghai" && instant >= PLAIN_SHANGHAI) return 480;
  const part = new Map(
    formatter(zone)
      .formatToParts(instant * 60_000)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const get = (type: string): number => part.get(type as Intl.DateTimeFormatPartTypes) ?? 0;
  return Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute")) / 60_000 - instant;
}

/** Minutes from `a` to `b`; null where either has no time of day. */
export function minutesBetween(a: Moment, b: Moment): number | null {
  return a.instant === null || b.instant === null ? null : b.instant - a.instant;
}

/** Negative where `a` is earlier; by the day alone where either has no time of day. */
export function compareMoments(a: Moment, b: Moment): number {
  return minutesBetween(b, a) ?? a.day - b.day;
}
