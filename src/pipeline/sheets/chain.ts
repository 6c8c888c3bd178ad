import { minutesBetween, showMinutes, showMoment } from "../../base/time.ts";
import type { Step } from "../../compose/procedure-sheet.ts";
import type { Entry } from "../../model/entry.ts";
import type { Moment } from "../../model/moment.ts";
import { toldCounty } from "../../rules/shared/told.ts";
import { showerOf } from "./shown.ts";

/** The chain of times of an event, in order of time; what stands in one minute stays in the order written. */
export interface Chain {
  /** 事发 or 接报: what the minutes count from; empty where neither has a time of day. */
  readonly base: string;
  readonly steps: readonly Step[];
}

interface Raw extends Omit<Step, "time" | "since"> {
  readonly at: Moment;
}

/** All that an entry says of when who was told, and when the other reports of its event were filed. */
export function chainOf(entry: Entry, others: readonly Entry[]): Chain {
  const show = showerOf(entry);
  const start = startOf(entry);
  const steps = [...ownSteps(entry), ...others.flatMap(filed)].toSorted((a, b) => minuteOf(a.at) - minuteOf(b.at));
  return {
    base: start?.base ?? "",
    steps: steps.map(({ at, what, name, via, by }) => ({
      time: at.clock === null ? `${showMoment(at)}（未填时分）` : showMoment(at),
      what,
      name: show(name, 60),
      via,
      by: show(by, 30),
      since: start ? sinceOf(start.at, at) : "",
    })),
  };
}

function startOf({ occurred, received }: Entry): { base: string; at: Moment } | null {
  if (occurred !== null && occurred.clock !== null) return { base: "事发", at: occurred };
  return received !== null && received.clock !== null ? { base: "接报", at: received } : null;
}

/** A day without a time stands after all times of it: when on that day, nobody can say. */
function minuteOf({ day, clock }: Moment): number {
  return day * 1440 + (clock ?? 1439.5);
}

function sinceOf(start: Moment, at: Moment): string {
  const minutes = minutesBetween(start, at);
  if (minutes === null) return "";
  return minutes < 0 ? `早 ${showSpan(-minutes)}` : showSpan(minutes);
}

/** From this many minutes on, days tell more than hours. */
const DAYS_FROM = 2880;

function showSpan(minutes: number): string {
  if (minutes < DAYS_FROM) return showMinutes(minutes);
  const rest = showMinutes(minutes % 1440);
  return `${Math.floor(minutes / 1440)} 天${minutes % 1440 === 0 ? "" : ` ${rest}`}`;
}

function ownSteps(entry: Entry): Raw[] {
  const { occurred, received, taken, timeline } = entry;
  const plain = { name: "", via: "", by: "" };
  return [
    ...(occurred ? [{ ...plain, at: occurred, what: "事发", name: entry.place ?? "" }] : []),
    ...(received ? [{ ...plain, at: received, what: "接报" }] : []),
    ...timeline.map(({ to, name, via, at, by }) => ({
      at,
      what: to === "媒体" ? "媒体知情" : `报${to}`,
      name: name ?? "",
      via: via ?? "",
      by: by ?? "",
    })),
    ...filed(entry),
    ...(taken ? [{ ...plain, at: taken, what: "收到登记", name: entry.register ?? "", by: entry.clerk ?? "" }] : []),
  ];
}

/** The entry itself on its way to 县委办. */
function filed(entry: Entry): Raw[] {
  const { submitted, report, id, channel } = entry;
  if (submitted === null) return [];
  const isWritten = toldCounty(entry).some(({ path }) => path === "submitted");
  const stage = report ? `${report.stage}${report.number === null ? "" : `（${report.number}）`}` : "";
  return [{ at: submitted, what: `${stage}报送`, name: id, via: isWritten ? "书面" : (channel ?? ""), by: "" }];
}
