import type { Period } from "../model/plan.ts";
import { civil, dayOf, weekday } from "./time.ts";

/** The ISO week, Monday to Sunday, that a day since 1970-01-01 lies in. */
export function weekOf(day: number): Period {
  const from = day - ((weekday(day) + 6) % 7);
  return { from, to: from + 6 };
}

/** The week of ISO 8601 number: the first of a year is that of its 4 January. Null where the year has no such week. */
export function isoWeek(year: number, week: number): Period | null {
  const fourth = dayOf(year, 1, 4);
  if (fourth === null || week < 1) return null;
  const from = weekOf(fourth).from + (week - 1) * 7;
  // A week is of the year that most of its days lie in, which is that of its Thursday.
  return civil(from + 3).year === year ? { from, to: from + 6 } : null;
}

/** A month from its first day to its last; null where there is no such month. */
export function monthOf(year: number, month: number): Period | null {
  const from = dayOf(year, month, 1);
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return from === null || next === null ? null : { from, to: next - 1 };
}

/** The month before the one that a day lies in. */
export function monthBefore(day: number): Period {
  const { year, month } = civil(day);
  const to = (dayOf(year, month, 1) as number) - 1;
  return { from: dayOf(civil(to).year, civil(to).month, 1) as number, to };
}
