import { BACK, filedEntries } from "../../base/filed.ts";
import { issueOf } from "../../base/matters.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { BatchReport, RuleContext } from "../rule.ts";
import { placeOfUnit } from "../batch/unit-names.ts";
import { openEvents, type OpenEvent } from "./urgent-events.ts";

/** An open event, and where it is told of. */
export interface ToldEvent extends OpenEvent, Pick<BatchReport, "entry" | "at"> {
  /** `信息专报2026年第12期登过的“…”（青石镇）：` where its newest report was filed away; else nothing. */
  readonly lead: string;
}

/** Open events of the office, those too whose reports were printed and filed away since: an event is owed its end all the same. */
export function openEventsOf(entries: readonly Entry[], context: RuleContext): ToldEvent[] {
  const { profile, published, now } = context;
  const back = profile.figures.get(BACK)?.value;
  const urgent = published.filter(({ category, report }) => category === profile.urgent.category || report !== null);
  const filed = filedEntries(entries, urgent, back === undefined ? null : now.day - back);
  return openEvents([...entries, ...filed.entries], profile).flatMap((event): ToldEvent[] => {
    const print = filed.printOf(event.newest);
    if (print === undefined) return [{ ...event, lead: "", entry: event.newest, at: event.newest.places.of("report") }];
    const at = placeIn(print.units, context);
    const lead = `${issueOf(print)}登过的“${quote(print.title)}”（${quote(print.units.join("、"))}）：`;
    return at === null ? [] : [{ ...event, lead, entry: null, at }];
  });
}

/** Where the office's file names the unit, or at least the office. */
function placeIn(units: readonly string[], { office }: RuleContext): BatchReport["at"] | null {
  const named = units.flatMap((unit) => placeOfUnit(unit, office) ?? [])[0];
  return named ?? office.places?.of("office") ?? null;
}
