import { limitOf, statutoryFor } from "../../base/limits.ts";
import { momentOf, showClock, showMinutes, showMoment } from "../../base/time.ts";
import type { Entry } from "../../model/entry.ts";
import type { Moment } from "../../model/moment.ts";
import type { StatutoryClock } from "../../model/profile.ts";
import type { EntryRule, RuleContext } from "../rule.ts";
import { clockRuns, startOf } from "../shared/clock.ts";
import { basisOf } from "../shared/wording.ts";

/** The limits of the law beside the county's: county first is an order of telling, never a leave to be late. */
export const statutoryClock: EntryRule = {
  name: "statutory-clock",
  group: "procedure",
  severity: "note",
  summary: "本县时限旁并列法定时限",
  stops: false,
  fixed: false,
  uses: ["法定时限", "紧急.电话", "紧急.书面", "紧急.分类"],
  scope: "entry",
  // 事发时间 too, but where it was never written 接报时间 will do: seen to below.
  needs: ["category", "received", "report", "kind", "grade"],
  *check(entry, context) {
    const isUnread = entry.broken.has("occurred") && entry.places.has("occurred");
    if (isUnread || !clockRuns(entry, context.profile) || (entry.occurred ?? entry.received) === null) return;
    const clocks = statutoryFor(entry, context.profile);
    if (clocks.length === 0) return;
    const dues = clocks.map((clock) => `${clock.name} ${dueOf(clock, entry, context)?.by ?? "立即"}`);
    yield {
      at: entry.places.of(entry.occurred ? "occurred" : "received"),
      message: `本县时限：${countySide(entry, context)}；法定报告时限并行，不因本县程序推迟：${dues.join("、")}`,
      hint: "法定报告照常按时上报，并电话告知县委办；各次报告的对象、时间、接报人都记入报送记录",
      related: clocks.map((clock) => ({ at: clock.at, message: inFull(clock, entry, context) })),
    };
  },
};

function countySide(entry: Entry, context: RuleContext): string {
  const { profile } = context;
  const parts = (["phone", "written"] as const).flatMap((way) => {
    const limit = limitOf(entry, profile, way);
    const start = limit && startOf(limit, entry, profile);
    if (!limit || !start) return [];
    const by = timeAfter(start.at, limit.value, context);
    const from = `${start.base}（${showMoment(start.at)}${start.remark}）后 ${showMinutes(limit.value)}`;
    return [`${way === "phone" ? "电话" : "书面"} ${by} 前，即${from}内`];
  });
  return parts.join("，") || "规则集没有规定";
}

/** By when a statutory report is due and from when that is counted; null where it is due at once. */
function dueOf(
  { value, base }: StatutoryClock,
  { occurred, received }: Entry,
  context: RuleContext,
): { by: string; from: string } | null {
  const start = base === "事发" ? (occurred ?? received) : (received ?? occurred);
  if (value === null || start === null) return null;
  const isOwn = start === (base === "事发" ? occurred : received);
  const remark = isOwn ? "" : `；未填${base ?? "接报"}时间，从${base === "事发" ? "接报" : "事发"}起算`;
  const from = `${base ?? "接报"}（${showMoment(start)}${remark}）后 ${showMinutes(value)}内`;
  return { by: `${timeAfter(start, value, context)} 前`, from };
}

function inFull(clock: StatutoryClock, entry: Entry, context: RuleContext): string {
  const due = dueOf(clock, entry, context);
  return `${clock.duty}，${due === null ? "立即" : `${due.from}，即 ${due.by}`}${basisOf(clock)}`;
}

/** `09:20`, or with its day where that is another one; days alone have no such time. */
function timeAfter(start: Moment, minutes: number, { office }: RuleContext): string {
  if (start.instant === null) return `${showMoment(start)} 起 ${showMinutes(minutes)}`;
  const due = momentOf((start.instant + minutes) * 60_000, office.zone);
  return due.clock !== null && due.day === start.day ? showClock(due.clock) : showMoment(due);
}
