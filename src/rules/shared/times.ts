import type { Entry } from "../../model/entry.ts";
import type { Moment } from "../../model/moment.ts";
import type { Profile } from "../../model/profile.ts";

/** A time an entry gives, with its name on screen and its path. */
export interface Timed {
  readonly name: string;
  readonly path: string;
  readonly at: Moment;
}

/** Every time of an entry that is to lie in the past. */
export function timesOf(entry: Entry): Timed[] {
  const plain: [string, string, Moment | null][] = [
    ["事发时间", "occurred", entry.occurred],
    ["接报时间", "received", entry.received],
    ["报送时间", "submitted", entry.submitted],
    ["收到时间", "taken", entry.taken],
    ["核实时间", "verification.at", entry.verification?.at ?? null],
    ...entry.instructions.map((one, index): [string, string, Moment | null] => [
      "批示时间",
      `instructions.${index}.at`,
      one.at,
    ]),
    ...entry.timeline.map((row, index): [string, string, Moment | null] => [
      `报${row.to}的时间`,
      `timeline.${index}.at`,
      row.at,
    ]),
  ];
  return plain.flatMap(([name, path, at]) => (at === null ? [] : [{ name, path, at }]));
}

/** Whether what the entry speaks of may still lie ahead: a forecast, or a matter before its decision. */
export function liesAhead(entry: Entry, profile: Profile): boolean {
  return entry.stage === "决策前" || profile.categories.get(entry.category)?.ahead === true;
}

/** What to do where an entry gives notice of what has not happened yet: 事发时间 has nothing to say of it. An urgent entry gives none. */
export function adviceOnNotice({ category }: Entry, { urgent }: Profile): string {
  return category === urgent.category ? "" : "；预告还没有发生的事的，删去“事发时间”，日期写在正文里";
}
