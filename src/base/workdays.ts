import type { YearCalendar } from "../model/profile.ts";
import { civil, weekday } from "./time.ts";

export type Calendar = ReadonlyMap<number, YearCalendar>;

/** Whether `day` is a working day: a 调休 Saturday is one, a holiday Monday is none. Without a table of its year, Monday to Friday. */
export function isWorkday(day: number, calendar: Calendar): boolean {
  const year = calendar.get(civil(day).year);
  if (year?.work.has(day)) return true;
  if (year?.off.has(day)) return false;
  return weekday(day) % 6 !== 0;
}

/** The `count`-th working day after `day`, which itself does not count. */
export function addWorkdays(day: number, count: number, calendar: Calendar): number {
  let at = day;
  for (let left = count; left > 0;) if (isWorkday(++at, calendar)) left--;
  return at;
}

/** Working days after `from` up to and with `to`; 0 where `to` is not later. */
export function workdaysBetween(from: number, to: number, calendar: Calendar): number {
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isWorkday(day, calendar)) count++;
  return count;
}

/** The years between two days that have no holiday table. */
export function unknownYears(from: number, to: number, calendar: Calendar): number[] {
  const years: number[] = [];
  for (let year = civil(from).year; year <= civil(to).year; year++) if (!calendar.has(year)) years.push(year);
  return years;
}
