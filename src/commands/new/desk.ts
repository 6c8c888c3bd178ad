import { momentAt, parseMoment, showClock, showMoment } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { Moment } from "../../model/moment.ts";
import type { Profile } from "../../model/profile.ts";
import { UsageError } from "../command.ts";
import type { Workspace } from "../workspace.ts";

/** Who takes an entry down, where and when. */
export interface Desk {
  readonly workspace: Workspace;
  readonly now: Moment;
  /** A report by telephone is being taken down. */
  readonly phone: boolean;
}

export function profileOf({ workspace }: Desk): Profile {
  return workspace.grounds.profile;
}

/** Full names of the office's units; empty where it lists none. */
export function unitNames({ workspace }: Desk): string[] {
  return workspace.grounds.office.units.map(({ name }) => name);
}

/** An answer in the form it is written in. Throws UsageError where it is none. */
export type ReadAnswer = (answer: string, desk: Desk) => string;

/** A time: in full, as a day, or `14:05` alone, which is the last one that has passed. */
export const readTime: ReadAnswer = (answer, { now, workspace }) => {
  const { zone } = workspace.grounds.office;
  const short = /^(\d{1,2})[:：点时](\d{1,2})分?$/u.exec(answer.trim());
  const found = short ? lastClock(Number(short[1]), Number(short[2]), { now, zone }) : parseMoment(answer, zone);
  if (found) return showMoment(found);
  throw new UsageError(`“${answer}”不是时间`, "请写成 14:05 或 2026-11-23 14:05，日期和时间要真实存在");
};

/** The same, where minutes count. */
export const readClock: ReadAnswer = (answer, desk) => {
  const time = readTime(answer, desk);
  if (time.includes(":")) return time;
  throw new UsageError(`“${answer}”没有写到几时几分`, "紧急信息的时限按分钟计，请写成 14:05 或 2026-11-23 14:05");
};

/** A time of day that lies so few minutes ahead is a clock that is fast or a slip, not yesterday. */
const AHEAD = 120;

/** At ten past midnight, 23:50 was yesterday. */
function lastClock(hour: number, minute: number, { now, zone }: { now: Moment; zone: string }): Moment | null {
  if (hour > 23 || minute > 59) return null;
  const clock = hour * 60 + minute;
  const current = now.clock ?? 1439;
  if (clock > current && clock - current <= AHEAD) {
    throw new UsageError(
      `${showClock(clock)} 还没有到，现在是 ${showClock(current)}`,
      "请核对时间；如是昨天的，请连日期写出，如 2026-11-22 13:55",
    );
  }
  return momentAt(clock > current ? now.day - 1 : now.day, clock, zone);
}

/** `市应急管理局 14:20` or `14:20`: a name, if any, and a time with minutes. */
export function splitTold(answer: string, desk: Desk): { name: string; at: string } {
  const [, name = "", time = answer] =
    /^(.*?)\s*((?:\d{4}-\d{1,2}-\d{1,2}[ T])?\d{1,2}[:：]\d{2})$/u.exec(answer.trim()) ?? [];
  return { name, at: readClock(time, desk) };
}

const HARMS = ["死亡", "重伤", "轻伤", "受伤", "失联"];

/** `死亡1 重伤2`, or 无: numbers by the keys of 伤亡. */
export function splitCasualties(answer: string): Record<string, string> {
  if (/^(?:无|没有|无人员伤亡)$/u.test(answer.trim())) return { 死亡: "0", 受伤: "0", 失联: "0" };
  const counts: Record<string, string> = {};
  const take = (harm: string, count: string): string => {
    counts[harm] = String(Number(count));
    return "";
  };
  // 死亡1 as on the form, 1人死亡 as it is said.
  const rest = answer
    .replace(new RegExp(`(${HARMS.join("|")})\\s*(\\d{1,6})\\s*人?`, "gu"), (_, harm: string, count: string) =>
      take(harm, count),
    )
    .replace(new RegExp(`(\\d{1,6})\\s*人\\s*(${HARMS.join("|")})`, "gu"), (_, count: string, harm: string) =>
      take(harm, count),
    );
  if (Object.keys(counts).length > 0 && /^[\s、，,；;]*$/u.test(rest)) return counts;
  throw new UsageError(
    `看不懂伤亡“${answer}”`,
    "请写成“死亡1 重伤2 轻伤3 失联0”（没有分清轻重的写“受伤5”），没有伤亡写“无”",
  );
}

const VERIFIED_AT = /(?<!\S)(?:\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}[:：]\d{2})?|\d{1,2}[:：]\d{2})(?!\S)/u;

/** `张三 09:30 到现场查看`: who, when and how, by the keys of 核实; each may be left out. */
export function splitVerified(answer: string, desk: Desk): Record<string, string> {
  const text = answer.trim();
  const time = VERIFIED_AT.exec(text);
  if (time) {
    const [by, method] = [text.slice(0, time.index), text.slice(time.index + time[0].length)];
    return { 人: by.trim(), 时间: readTime(time[0], desk), 方式: method.trim() };
  }
  const [first = "", ...rest] = text.split(/\s+/u);
  // A word alone is a name where it is as short as one.
  if (rest.length === 0 && [...first].length > 4) return { 方式: first };
  return { 人: first, 方式: rest.join(" ") };
}

/** The same, once it is read, as it is split again. */
export const readVerified: ReadAnswer = (answer, desk) =>
  Object.values(splitVerified(oneLine(answer, desk), desk))
    .filter((part) => part !== "")
    .join(" ");

/** Text on one line. */
export const oneLine: ReadAnswer = (answer) => {
  if (!/[\n\r]/u.test(answer)) return answer.trim();
  throw new UsageError(`“${quote(answer)}”应写在一行里`, "请去掉换行");
};

/** A telephone number has digits. */
export const readPhone: ReadAnswer = (answer, desk) => {
  if (/\d/u.test(answer)) return oneLine(answer, desk);
  throw new UsageError(`“${quote(answer)}”不是电话号码`, "请写数字，如 0570-1234567");
};

/** A figure in 万元. */
export const readLoss: ReadAnswer = (answer) => {
  const amount = answer.trim().replace(/万元?$/u, "");
  if (/^\d{1,9}(?:\.\d{1,4})?$/u.test(amount)) return amount;
  throw new UsageError(`“${quote(answer)}”不是数字`, "请写万元数，如 12.5；没有损失写 0");
};
