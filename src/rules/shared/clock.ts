import { limitOf } from "../../base/limits.ts";
import { minutesBetween, showMinutes, showMoment } from "../../base/time.ts";
import type { Entry } from "../../model/entry.ts";
import type { Moment } from "../../model/moment.ts";
import type { Limit, Profile } from "../../model/profile.ts";
import { basisOf } from "./wording.ts";

/** Where a clock of minutes starts, and why there. */
export interface Start {
  readonly at: Moment;
  readonly base: Limit["base"];
  /** Said after the figures where the start is not the plain one; empty otherwise. */
  readonly remark: string;
}

/** Whether the clocks of minutes run for this entry: an urgent one that is not a 续报 or 终报, whose 首报 has answered for them. */
export function clockRuns(entry: Entry, profile: Profile): boolean {
  const stage = entry.report?.stage ?? "首报";
  return entry.category === profile.urgent.category && stage === "首报";
}

/** The start of a limit: 事发 or 接报 as the profile says, and 接报 where the event was found later than the phone limit. */
export function startOf(limit: Limit, entry: Entry, profile: Profile): Start | null {
  const { occurred, received } = entry;
  if (occurred === null) return received && { at: received, base: "接报", remark: "" };
  if (limit.base === "接报" && received !== null) return { at: received, base: "接报", remark: "" };
  if (limit.base === "接报") return { at: occurred, base: "事发", remark: "；未填接报时间，从事发起算" };
  const lag = received && minutesBetween(occurred, received);
  if (received === null || lag === null || lag <= (limitOf(entry, profile, "phone") ?? limit).value)
    return { at: occurred, base: "事发", remark: "" };
  const remark = `；事发 ${showMoment(occurred)}，接报晚 ${showMinutes(lag)}，属发现滞后，从接报起算`;
  return { at: received, base: "接报", remark };
}

/** `距事发（2026-11-18 08:20）45 分钟，时限 30 分钟（…）` where `minutes` is beyond the limit; null where it is on time. */
export function lateness(start: Start, minutes: number, limit: Limit): string | null {
  if (minutes <= limit.value) return null;
  const passed = `距${start.base}（${showMoment(start.at)}${start.remark}）${showMinutes(minutes)}`;
  return `${passed}，应在${start.base}后 ${showMinutes(limit.value)}内${basisOf(limit)}`;
}
