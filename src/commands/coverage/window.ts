import { civil, dayOf } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { Window } from "../../pipeline/coverage.ts";
import { UsageError, type Call } from "../command.ts";
import { dayOption, textOption } from "../options.ts";

/** The days asked for: `--from` and `--to`, or a month up to today; `today` in days since 1970-01-01, of the office's zone. */
export function windowOf({ options }: Pick<Call, "options">, today: number, zone: string): Window {
  const [from, to] = [dayOption(options, "from", zone), dayOption(options, "to", zone)];
  if (from === null && to === null) return monthWindow(options, today);
  if (options["month"] !== undefined)
    throw new UsageError("--month 与 --from、--to 不能同时使用", "按月用 --month，按起止日期用 --from 和 --to");
  if (from === null) throw new UsageError("写了 --to 没有写 --from", "例如 --from 2026-11-01 --to 2026-11-15");
  const last = to ?? today;
  if (last < from) throw new UsageError("--to 的日期早于 --from", "请核对起止日期");
  return { from, to: last };
}

const MONTH = /^(\d{4})(?:-|年)(\d{1,2})月?$/u;

/** The month given, else that of today; of the month that today is in, only what is past. */
function monthWindow(options: Call["options"], today: number): Window {
  const given = textOption(options, "month");
  const now = civil(today);
  const [year = now.year, month = now.month] = given === null ? [] : yearAndMonth(given);
  const first = dayOf(year, month, 1) ?? today;
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  if (first > today) throw new UsageError(`--month ${quote(given ?? "")} 还没有到`, "请写已经开始的月份");
  return { from: first, to: Math.min((next ?? first + 1) - 1, today) };
}

function yearAndMonth(given: string): [number, number] {
  const [, year = "", month = ""] = MONTH.exec(given.trim()) ?? [];
  if (dayOf(Number(year), Number(month), 1) !== null && Number(year) > 0) return [Number(year), Number(month)];
  throw new UsageError(`--month 的月份“${quote(given)}”无法识别`, "请写成 2026-11 或 2026年11月；不写月份就是本月");
}
