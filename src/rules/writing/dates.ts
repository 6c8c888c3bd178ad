import { civil, dayOf } from "../../base/time.ts";
import type { Moment } from "../../model/moment.ts";

/** A date that is not written as documents write it, in UTF-16 offsets; `right` is null where the year is not certain. */
export interface OddDate {
  readonly start: number;
  readonly end: number;
  readonly why: string;
  readonly right: string | null;
}

/** 2026.11.18, 2026/11/18, 2026-11-18; one that begins or ends a longer code is none, the two of a span are. */
const NUMERIC =
  /(?<=^|[^\w.\-/．／－]|\d{4}[./]\d{1,2}[./]\d{1,2}[-－])(?<year>(?:19|20)\d{2})(?<sign>[-./．／－])(?<month>\d{1,2})\k<sign>(?<date>\d{1,2})[日号]?(?![-./_]?[A-Za-z]|[./_．／]?\d|[-－](?!(?:19|20)\d{2}[./]))/gu;

/** 26年11月18日. Years of an era are counted otherwise. */
const SHORT_YEAR =
  /(?<![\d.年’']|民国|昭和|平成|令和|大正|明治|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|康熙|雍正|公元|建国|前)(?<year>\d{2})年(?<month>\d{1,2})月(?<date>\d{1,2})[日号]/gu;

const WRITTEN = /(?<![\d.])(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?:(?<date>\d{1,2})(?<sign>[日号]))?/gu;

/** What follows 号 of a day; 3号楼, 2号机组 and 1号文件 are none. */
const AFTER_DAY =
  /^(?:$|[\s，。；：、！？）)”’》—~～,;.〓]|[上下中]午|[早晚]上|凌晨|夜里|傍晚|晚|[前起至到止在以]|后(?![勤备])|左右|当[天日]|召开|举[行办]|开[始展工幕业学会]|[就已将]|\d{1,2}[时点:：])/u;

/** Years back from now that two digits of a year are sure to mean. */
const SURE_YEARS = 10;

/** Every date in a text that is written in another form, in the order of the text. Rows of tables may be short. */
export function datesIn(text: string, now: Moment): OddDate[] {
  const prose = text.replace(/^[ \t\u3000]*\|.*$/gmu, (row) => "〓".repeat(row.length));
  const found = [...numeric(prose), ...shortYears(prose, civil(now.day).year), ...written(text)];
  let last = 0;
  // Of 26年11月18号 the day alone is found too.
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isFree = start >= last;
      last = Math.max(last, end);
      return isFree;
    });
}

function* numeric(text: string): Generator<OddDate> {
  for (const { index, 0: match, groups } of text.matchAll(NUMERIC)) {
    const { year, month, date } = partsOf(groups);
    if (year === null || dayOf(year, month, date) === null) continue;
    const right = `${year}年${month}月${date}日`;
    yield { start: index, end: index + match.length, why: "是缩写", right };
  }
}

function* shortYears(text: string, thisYear: number): Generator<OddDate> {
  for (const { index, 0: match, groups } of text.matchAll(SHORT_YEAR)) {
    const { year, month, date } = partsOf(groups);
    const full = 2000 + (year ?? 0);
    // A leap year takes every day there is.
    if (dayOf(2000, month, date) === null) continue;
    const sure = full <= thisYear + 1 && full > thisYear - SURE_YEARS && dayOf(full, month, date) !== null;
    const right = sure ? `${full}年${month}月${date}日` : null;
    yield { start: index, end: index + match.length, why: "的年份只写了两位", right };
  }
}

function* written(text: string): Generator<OddDate> {
  for (const { index, 0: match, groups = {} } of text.matchAll(WRITTEN)) {
    const { year, month, date } = partsOf(groups);
    const isDay =
      groups["sign"] === "日" || (groups["sign"] === "号" && AFTER_DAY.test(text.slice(index + match.length)));
    const padded = groups["month"]?.startsWith("0") || (isDay && groups["date"]?.startsWith("0"));
    const spoken = isDay && groups["sign"] === "号";
    if (month < 1 || month > 12 || (isDay && (date < 1 || date > 31)) || (!padded && !spoken)) continue;
    const cut = isDay || groups["date"] === undefined ? match : match.slice(0, match.indexOf("月") + 1);
    yield {
      start: index,
      end: index + cut.length,
      why: spoken ? "用了口语的“号”" : "的月、日前补了 0",
      right: `${year === null ? "" : `${year}年`}${month}月${isDay ? `${date}日` : ""}`,
    };
  }
}

function partsOf(groups: Readonly<Record<string, string | undefined>> | undefined): {
  year: number | null;
  month: number;
  date: number;
} {
  const { year, month, date } = groups ?? {};
  return { year: year === undefined ? null : Number(year), month: Number(month), date: Number(date ?? 0) };
}
