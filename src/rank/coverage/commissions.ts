import { civil } from "../../base/time.ts";
import { fullUnitName } from "../../base/unit-name.ts";
import { addWorkdays } from "../../base/workdays.ts";
import type { Entry } from "../../model/entry.ts";
import { figureOf, type CoverageContext } from "./context.ts";
import type { Gap } from "./gaps.ts";

/** 约稿 made of a gap, or the one of the office that asks for it already. */
export interface Asked extends Gap {
  readonly id: string;
  /** Last day, since 1970-01-01; null where no figure sets one. */
  readonly due: number | null;
  /** Whether the office has asked before and the day is not over. */
  readonly before: boolean;
}

const DUE = "约稿期限";

/** Numbers the gaps as 约稿 of the month; what the office asks for already is not asked again, and only of units it was not asked of. */
export function askFor(gaps: readonly Gap[], all: readonly Entry[], context: CoverageContext): Asked[] {
  const { now, profile } = context;
  const { year, month } = civil(now.day);
  const stem = `约稿-${year}-${String(month).padStart(2, "0")}-`;
  const days = figureOf(context, DUE);
  const due = days === null ? null : addWorkdays(now.day, days, profile.calendar);
  let last = lastNumber(all, context, { year, month });
  return gaps.map((gap) => {
    const open = openFor(gap, context);
    if (open.id !== null) return { ...gap, id: open.id, due: open.due, before: true };
    last++;
    return { ...gap, units: open.units, id: `${stem}${String(last).padStart(2, "0")}`, due, before: false };
  });
}

/** The highest number of the month that the office gave, or that an entry answers: one that was taken off the list is not given again. */
function lastNumber(
  all: readonly Entry[],
  { office }: CoverageContext,
  wanted: { readonly year: number; readonly month: number },
): number {
  const ids = [...office.commissions.map(({ id }) => id), ...all.flatMap(({ commission }) => commission ?? [])];
  const numbers = ids.map((id) => {
    const [year, month, number] = /^约稿-(\d{4})-(\d{1,2})-(\d{1,6})$/u.exec(id)?.slice(1).map(Number) ?? [];
    return year === wanted.year && month === wanted.month ? (number ?? 0) : 0;
  });
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** The open 约稿 that asks for a gap of all its units; else the units that none was asked of. */
function openFor(
  { topic, units }: Gap,
  { office, now }: CoverageContext,
): { id: string; due: number | null } | { id: null; units: readonly string[] } {
  const open = office.commissions.filter((one) => one.topic === topic && (one.due === null || one.due >= now.day));
  const asked = new Set(open.flatMap((one) => one.units.map((name) => fullUnitName(name, office))));
  const anybody = open.find((one) => one.units.length === 0);
  const rest = units.filter((name) => !asked.has(name));
  const [first] = open;
  if (anybody ?? (first && rest.length === 0)) {
    const { id, due } = (anybody ?? first) as NonNullable<typeof first>;
    return { id, due };
  }
  return { id: null, units: rest };
}
