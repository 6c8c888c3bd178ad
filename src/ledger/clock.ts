import { isoDay, showMoment } from "../base/time.ts";
import { numberOf } from "../base/matters.ts";
import type { IssueRecord } from "../model/ledger.ts";
import type { Moment } from "../model/moment.ts";

/** A record may be this much ahead of the clock: machines that share a ledger are never quite agreed. */
const DAYS_AHEAD = 1;

/** Why the clock, or the day given, cannot be right after the newest issue; null where it can. */
export function clockFault(newest: IssueRecord | null, { day, now }: { day: number; now: Moment }): string | null {
  if (newest === null) return null;
  const own = `${newest.year}年${numberOf(newest)}`;
  if (newest.day > day) return `本期日期 ${isoDay(day)} 早于已编发的${own}（${isoDay(newest.day)}）`;
  if (newest.at.day > now.day + DAYS_AHEAD)
    return `现在是 ${showMoment(now)}，台账里${own}却记于 ${showMoment(newest.at)}`;
  return null;
}
