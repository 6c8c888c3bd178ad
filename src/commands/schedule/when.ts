import { momentAt, momentOf, showClock } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import { UsageError } from "../command.ts";

/** When a task runs: on these days of the week (0 is Sunday), or on this date of every month, or every day. */
export interface When {
  readonly weekdays: readonly number[];
  readonly date: number | null;
  /** Minute of the day. */
  readonly clock: number;
}

const NAMES = "日一二三四五六";
const FORM =
  /^(?:(?:每?(?:周|星期|礼拜)(?<day>[一二三四五六日天]))|(?<work>(?:每个)?工作日)|每月(?<date>\d{1,2})[日号]|每[天日])\s*(?<hour>\d{1,2})[:：点时](?<minute>\d{2})?分?$/u;

/** Reads `周五 17:00`, `每天 17:00`, `工作日 17:00` or `每月1日 08:00`. */
export function whenOf(given: string): When {
  const { day, work, date, hour = "", minute = "0" } = FORM.exec(given.trim())?.groups ?? {};
  const clock = Number(hour) * 60 + Number(minute);
  // A date that some months lack would be a run that never comes.
  const lacking = date !== undefined && (Number(date) < 1 || Number(date) > 28);
  if (hour === "" || Number(hour) > 23 || Number(minute) > 59 || lacking)
    throw new UsageError(
      `--at 的时间“${quote(given)}”无法识别`,
      "请写成 “周五 17:00”、“每天 17:00”、“工作日 17:00” 或 “每月1日 08:00”（1 至 28 日）",
    );
  const weekdays = work === undefined ? (day === undefined ? [] : [NAMES.indexOf(day === "天" ? "日" : day)]) : WORK;
  return { weekdays, date: date === undefined ? null : Number(date), clock };
}

/** Monday to Friday: a machine's timer knows no holidays. */
const WORK = [1, 2, 3, 4, 5];

/** `每周一 08:00`. */
export function showWhen({ weekdays, date, clock }: When): string {
  if (date !== null) return `每月${date}日 ${showClock(clock)}`;
  if (weekdays.length === 0) return `每天 ${showClock(clock)}`;
  const days = weekdays.length === WORK.length ? "周一至周五" : `每周${NAMES[weekdays[0] ?? 0] ?? ""}`;
  return `${days} ${showClock(clock)}`;
}

/** The same moment by the machine's own clock, and whether it stays so all the year. */
export interface Local {
  readonly when: When;
  readonly steady: boolean;
}

/** A year in steps of four weeks: a summer time that lasts shorter is nowhere kept. */
const STEPS = Array.from({ length: 14 }, (_, step) => step * 28);

/** Turns a time of the office's zone into one of the machine's, for timers that know no zones; `today` in days since 1970-01-01. */
export function localOf(when: When, today: number, { office, machine }: Zones): Local {
  const found = STEPS.map((step) => {
    const { instant } = momentAt(today + step, when.clock, office);
    const { day, clock } = momentOf((instant ?? 0) * 60_000, machine);
    return { shift: day - today - step, clock: clock ?? 0 };
  });
  const [first = { shift: 0, clock: when.clock }] = found;
  if (when.date !== null && found.some(({ shift }) => shift !== 0))
    throw new UsageError(
      `机器的时区是 ${machine}，那里的日期与 ${office} 不同，“${showWhen(when)}”写不成一行`,
      `请把机器的时区设为 ${office}（timedatectl set-timezone ${office}），或用 --print systemd，或换一个时间`,
    );
  return {
    when: { ...when, weekdays: when.weekdays.map((day) => (day + first.shift + 7) % 7), clock: first.clock },
    steady: found.every(({ shift, clock }) => shift === first.shift && clock === first.clock),
  };
}

interface Zones {
  readonly office: string;
  readonly machine: string;
}
