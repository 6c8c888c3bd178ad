import { civil, dayOf } from "../../base/time.ts";
import type { Dated } from "./weekday-forms.ts";

interface Year {
  readonly at: number;
  readonly year: number;
}

interface Month {
  readonly at: number;
  readonly year: string | null;
  readonly month: number;
  /** Null where the month was told alone. */
  readonly date: number | null;
}

const YEARS = /(?<!\d)(?<year>(?:19|20)\d\d)(?=年|-\d)/gu;
const MONTHS = /(?:(?<year>\d{4}|[今去])年)?(?<month>\d{1,2})月(?:(?<date>\d{1,2})[日号])?/gu;

/** Which days the dates of a text mean, by what the text has told before them and by 报送时间. */
export class Meaning {
  readonly #text: string;
  readonly #submitted: number | null;
  // A text may hold thousands of dates: what was told before them is looked up once.
  #years: readonly Year[] | null = null;
  #months: readonly Month[] | null = null;

  constructor(text: string, submitted: number | null) {
    this.#text = text;
    this.#submitted = submitted;
  }

  /** The days a date may mean; none where its year or its month cannot be told. */
  daysOf({ year, month, date, from }: Pick<Dated, "year" | "month" | "date" | "from">): number[] {
    if (month === null) return this.#bareDays(date, from);
    return this.#yearsOf(year, { at: from, month, date }).flatMap((one) => dayOf(one, month, date) ?? []);
  }

  /** 今年 and 去年 by 报送时间. Without a year: that of the last year told before, and the one nearest to 报送时间. */
  #yearsOf(year: string | null, { at, month, date }: { at: number; month: number; date: number }): number[] {
    if (year !== null && year.length === 4) return [Number(year)];
    if (this.#submitted === null) return [];
    const now = civil(this.#submitted).year;
    if (year !== null) return [year === "今" ? now : now - 1];
    this.#years ??= Array.from(this.#text.matchAll(YEARS), ({ index, groups }) => ({
      at: index,
      year: Number(groups?.["year"]),
    }));
    const told = lastBefore(this.#years, at)?.year ?? null;
    const near = nearestYear(this.#submitted, month, date);
    return [...new Set([near, told])].filter((one) => one !== null);
  }

  /** 18日 alone is of the month last told, if a full date told it; a smaller number may be of the month after. */
  #bareDays(date: number, from: number): number[] {
    this.#months ??= Array.from(this.#text.matchAll(MONTHS), ({ index, groups }) => ({
      at: index,
      year: groups?.["year"] ?? null,
      month: Number(groups?.["month"]),
      date: groups?.["date"] === undefined ? null : Number(groups["date"]),
    }));
    const told = lastBefore(this.#months, from);
    if (!told || told.date === null) return [];
    return this.daysOf({ ...told, date: told.date, from: told.at }).flatMap((day) => {
      const base = civil(day);
      const same = dayOf(base.year, base.month, date);
      const next = base.month === 12 ? dayOf(base.year + 1, 1, date) : dayOf(base.year, base.month + 1, date);
      return [same, date < base.date ? next : null].filter((one) => one !== null);
    });
  }
}

/** The last of a list in the order of the text that stands before an offset. */
function lastBefore<T extends { readonly at: number }>(list: readonly T[], offset: number): T | null {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as T).at < offset) low = middle + 1;
    else high = middle;
  }
  return list[low - 1] ?? null;
}

/** Half a year: of a date without a year the nearest one is meant. */
const HALF = 183;

function nearestYear(submitted: number, month: number, date: number): number | null {
  const { year } = civil(submitted);
  const near = [year - 1, year, year + 1].find((one) => {
    const day = dayOf(one, month, date);
    return day !== null && Math.abs(day - submitted) <= HALF;
  });
  return near ?? null;
}
