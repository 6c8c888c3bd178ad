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
