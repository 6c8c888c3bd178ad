import { parseMoment } from "../base/time.ts";
import { quote } from "../base/visible.ts";
import { UsageError, type Call } from "./command.ts";

/** The formats of `--format`, one or several joined by commas. */
export function chosenFormats<F extends string>(options: Call["options"], known: readonly F[]): F[] {
  const given = (textOption(options, "format") ?? "").split(",").map((format) => {
    const found = known.find((name) => name === format);
    if (found === undefined) throw new UsageError(`没有格式“${format}”`, `可选：${known.join("、")}`);
    return found;
  });
  return [...new Set(given)];
}

/** A whole number, not below 0; null where the option was not given. */
export function wholeNumber(options: Call["options"], name: string, flag: string): number | null {
  const given = options[name];
  if (given === undefined) return null;
  if (typeof given === "string" && /^\d{1,9}$/u.test(given)) return Number(given);
  throw new UsageError(`${flag} 应是整数，现为“${textOption(options, name) ?? ""}”`, `例如 ${flag} 0`);
}

/** A text option; null where it was not given. */
export function textOption(options: Call["options"], name: string): string | null {
  const given = options[name];
  return typeof given === "string" ? given : null;
}

/** A day, in days since 1970-01-01; null where the option was not given. */
export function dayOption(options: Call["options"], name: string, zone: string): number | null {
  const given = textOption(options, name);
  if (given === null) return null;
  const moment = parseMoment(given, zone);
  if (moment?.clock === null) return moment.day;
  throw new UsageError(`--${name} 的日期“${quote(given)}”无法识别`, "请写成 2026-11-01 或 2026年11月1日");
}
