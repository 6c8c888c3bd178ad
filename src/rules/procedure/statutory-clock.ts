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
    const dues = clocks.map((clock) => `${clock.name} ${dueOf(clock, entry, context)?.due ?? "立即"}`);
    yield {
      at: entry.places.of(entry.occurred ? "occurred" : "received"),
      message: `本县时限${countySide(entry, context)}；法定时限并行，不因本县程序推迟：${dues.join("、")}`,
      hint: "法定报告照常按时上报，并电话告知县委办；各次报告的对象、时间、接报人都记入报送记录",
      related: clocks.map((clock) => ({ at: clock.at, message: inFull(clock, entry, context) })),
    };
  },
};

/** `从事发（2026-11-18 08:20）起算，电话 30 分钟（08:50 前）、书面 1 小时（09:20 前）`; a start of its own is said for each. */
function countySide(entry: Entry, context: RuleContext): string {
  const { profile } = context;
  const byStart = new Map<string, string[]>();
  for (const way of ["phone", "written"] as const) {
    const limit = limitOf(entry, profile, way);
    const start = limit && startOf(limit, entry, profile);
    if (!limit || !start) continue;
    const from = `从${start.base}（${showMoment(start.at)}${start.remark}）起算`;
    const due = `${way === "phone" ? "电话" : "书面"} ${within(start.at, limit.value, context)}`;
    byStart.set(from, [...(byStart.get(from) ?? []), due]);
  }
  return Array.from(byStart, ([from, dues]) => `${from}，${dues.join("、")}`).join("，") || "规则集没有规定";
}

/** Within what time a statutory report is due, and from when that is counted; null where it is due at once. */
function dueOf(
  { value, base }: StatutoryClock,
  { occurred, received }: Entry,
  context: RuleContext,
): { due: string; from: string } | null {
  const start = base === "事发" ? (occurred ?? received) : (received ?? occurred);
  if (value === null || start === null) return null;
  const isOwn = start === (base === "事发" ? occurred : received);
  const remark = isOwn ? "" : `；未填${base ?? "接报"}时间，从${base === "事发" ? "接报" : "事发"}起算`;
  return { due: within(start, value, context), from: `${base ?? "接报"}（${showMoment(start)}${remark}）后 ` };
}

function inFull(clock: StatutoryClock, entry: Entry, context: RuleContext): string {
  const found = dueOf(clock, entry, context);
  return `${clock.name}：${clock.duty}，${found === null ? "立即" : `${found.from}${found.due}`}${basisOf(clock)}`;
}

/** `1 小时（09:20 前）`, with the day where that is another one; days alone have no such time. */
function within(start: Moment, minutes: number, { office }: RuleContext): string {
  if (start.instant === null) return showMinutes(minutes);
  const due = momentOf((start.instant + minutes) * 60_000, office.zone);
  const by = due.clock !== null && due.day === start.day ? showClock(due.clock) : showMoment(due);
  return `${showMinutes(minutes)}（${by} 前）`;
}
