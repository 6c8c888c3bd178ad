import { isoWeek, monthBefore, monthOf, weekOf } from "../../base/spans.ts";
import { civil, isoDay } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { Period } from "../../model/plan.ts";
import { UsageError, type Call } from "../command.ts";
import { dayOption } from "../options.ts";

/** The days a digest was asked for, and whether they are a week: a plan of one is named by its last day. */
export interface Span extends Period {
  readonly isWeek: boolean;
}

type Options = Call["options"];

/** Reads `--week`, `--month`, `--from` and `--to`; `today` in days since 1970-01-01, of the office's zone. */
export function periodOf(options: Options, today: number, zone: string): Span {
  const [from, to] = [dayOption(options, "from", zone), dayOption(options, "to", zone)];
  const given = [options["week"] !== undefined, options["month"] !== undefined, from !== null || to !== null];
  const count = given.filter(Boolean).length;
  if (count === 0)
    throw new UsageError(
      "没有写编哪一段时间的",
      "例如 --week last（上一周）、--week（本周）、--month last、--from 2026-11-01 --to 2026-11-15",
    );
  if (count > 1) throw new UsageError("--week、--month 与 --from、--to 只能用一样", "请只留一样");
  const span = named(options, today) ?? days(from, to ?? today);
  if (span.from > today) throw new UsageError(`${showPeriod(span)} 还没有开始`, "请写已经开始的时段");
  return span;
}

function named(options: Options, today: number): Span | null {
  if (options["week"] !== undefined) return { ...weekFrom(options["week"], today), isWeek: true };
  if (options["month"] !== undefined) return { ...monthFrom(options["month"], today), isWeek: false };
  return null;
}

function days(from: number | null, to: number): Span {
  if (from === null) throw new UsageError("写了 --to 没有写 --from", "例如 --from 2026-11-01 --to 2026-11-15");
  if (to < from) throw new UsageError("--to 的日期早于 --from", "请核对起止日期");
  return { from, to, isWeek: false };
}

const THIS = new Set<unknown>([true, "this", "本周", "本月"]);
const LAST = new Set<unknown>(["last", "上周", "上一周", "上月", "上个月"]);

function weekFrom(given: unknown, today: number): Period {
  if (THIS.has(given)) return weekOf(today);
  if (LAST.has(given)) return weekOf(today - 7);
  const [, year, week] = /^(\d{4})-W(\d{1,2})$/u.exec(String(given).trim()) ?? [];
  const found = year === undefined ? null : isoWeek(Number(year), Number(week));
  if (found) return found;
  throw new UsageError(
    `--week 的“${quote(String(given))}”无法识别`,
    "不写是本周，last 是上一周，2026-W47 是 2026 年第 47 周（周一至周日）",
  );
}

function monthFrom(given: unknown, today: number): Period {
  const { year, month } = civil(today);
  if (THIS.has(given)) return monthOf(year, month) as Period;
  if (LAST.has(given)) return monthBefore(today);
  const [, y, m] = /^(\d{4})(?:-|年)(\d{1,2})月?$/u.exec(String(given).trim()) ?? [];
  const found = y === undefined || Number(y) === 0 ? null : monthOf(Number(y), Number(m));
  if (found) return found;
  throw new UsageError(`--month 的“${quote(String(given))}”无法识别`, "不写是本月，last 是上月，也可以写 2026-11");
}

/** `2026-11-16 至 2026-11-22`. */
export function showPeriod({ from, to }: Period): string {
  return `${isoDay(from)} 至 ${isoDay(to)}`;
}
