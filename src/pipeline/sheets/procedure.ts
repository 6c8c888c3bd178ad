import { joinEvents, newestFirst } from "../../base/events.ts";
import { statutoryFor, limitOf } from "../../base/limits.ts";
import { quote } from "../../base/visible.ts";
import type { Breach, Clock, ProcedureCase, ProcedureSheet } from "../../compose/procedure-sheet.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import { RULES } from "../../rules/index.ts";
import { clockRuns } from "../../rules/shared/clock.ts";
import { casesByUnit, isInternal, unitsOf, type Reported, type UnitPaper } from "./cases.ts";
import { chainOf } from "./chain.ts";
import { DUTIES } from "./duties.ts";
import { figuresOf, showLimit } from "./figures.ts";
import { onPaper, showerOf } from "./shown.ts";

const BY_NAME = new Map(RULES.map((rule) => [rule.name, rule]));
const GROUPS = new Set(["timeliness", "procedure"]);

/** Of these groups, but no step that a unit owed: what the rule packs lack, matter that has aged since, and the law's clocks. */
const NO_STEP = new Set(["unknown-calendar", "stale-entry", "statutory-clock"]);

/** A time written wrong makes facts doubtful and is told beside them; alone it is a slip of the pen, and goes back on the slip. */
const DOUBTS = new Set(["future-date", "time-order"]);

/** The facts of time and procedure for each unit; `bases` say by rule where one without a figure comes from. */
export function procedureSheets(
  reported: Reported,
  bases: ReadonlyMap<string, string>,
): { papers: readonly UnitPaper<ProcedureSheet>[]; quiet: readonly string[] } {
  const { office, now } = reported.grounds;
  const told = ({ severity, rule }: Diagnostic): boolean =>
    severity !== "note" && GROUPS.has(BY_NAME.get(rule)?.group ?? "") && !NO_STEP.has(rule);
  const { units, quiet } = casesByUnit(reported, { told, needed: ({ rule }) => !DOUBTS.has(rule) });
  const eventOf = eventsOf(reported.entries);
  const papers = units.map(({ unit, cases }) => ({
    unit,
    content: {
      office: quote(office.name, 60),
      day: now.day,
      unit: unit === null ? null : quote(unit, 60),
      leader: quote(office.units.find(({ name }) => name === unit)?.leader ?? ""),
      internal: isInternal(cases),
      cases: cases.flatMap(({ entry, diagnostics }) =>
        entry ? [caseOf({ entry, diagnostics, event: eventOf.get(entry) ?? [] }, reported, bases)] : [],
      ),
    },
  }));
  return { papers, quiet };
}

/** The reports of each entry's event, the first one first. */
function eventsOf(entries: readonly Entry[]): ReadonlyMap<Entry, readonly Entry[]> {
  const events = new Map<Entry, readonly Entry[]>();
  for (const { newest, earlier } of joinEvents(entries)) {
    const reports = [newest, ...earlier].toSorted(newestFirst).toReversed();
    for (const report of reports) events.set(report, reports);
  }
  return events;
}

interface Facts {
  readonly entry: Entry;
  readonly diagnostics: readonly Diagnostic[];
  /** All reports of the event. */
  readonly event: readonly Entry[];
}

function caseOf(facts: Facts, { grounds, sources }: Reported, bases: ReadonlyMap<string, string>): ProcedureCase {
  const { entry, event } = facts;
  const { profile, office } = grounds;
  const show = showerOf(entry);
  const chain = chainOf(
    entry,
    event.filter((report) => report !== entry),
  );
  return {
    title: sources.has(entry.source.path) ? show(entry.title, 100) : "",
    id: show(entry.id, 100),
    category: show(entry.category, 20),
    kind: entry.kind ?? "",
    grade: entry.grade ?? "",
    approver: show(entry.approver ?? "", 30),
    reporter: show(entry.reporter ?? "", 30),
    units: [...unitsOf(entry, office)].map((unit) => (unit === null ? "未署名" : show(unit, 60))),
    base: chain.base,
    chain: chain.steps,
    breaches: breachesOf(facts, profile, bases),
    clocks: clockRuns(entry, profile) ? clocksOf(entry, profile) : [],
  };
}

function breachesOf(
  { entry, diagnostics, event }: Facts,
  profile: Profile,
  bases: ReadonlyMap<string, string>,
): Breach[] {
  const show = showerOf(entry);
  return diagnostics.map((found) => {
    const rule = BY_NAME.get(found.rule);
    const figures = rule ? figuresOf(found, rule.uses, { profile, entry, event }) : [];
    const told = figures.reduce((text, { basis }) => text.replace(`（依据：${basis}）`, ""), found.message);
    // Whether a report was missed is for those to say who read the sheet.
    const fact = told.replace("，属漏报", "");
    const basis = figures.length > 0 ? figures.map((figure) => figure.basis).join("；") : (bases.get(found.rule) ?? "");
    return {
      rule: DUTIES.get(found.rule) ?? rule?.summary ?? found.rule,
      fact: show(fact),
      limit: figures.map(({ limit }) => limit).join("；"),
      basis: show(onPaper(basis)),
    };
  });
}

/** The county's limits of an urgent report, and beside them those of the law. */
function clocksOf(entry: Entry, profile: Profile): Clock[] {
  const ways = [
    ["phone", "报送单位电话报县委办"],
    ["written", "报送单位书面报县委办"],
  ] as const;
  const own = ways.flatMap(([way, duty]) => {
    const limit = limitOf(entry, profile, way);
    return limit ? [{ lawful: false, duty, limit: showLimit(limit), basis: limit.basis }] : [];
  });
  const lawful = statutoryFor(entry, profile).map((clock) => ({
    lawful: true,
    duty: clock.duty,
    limit: clock.value === null ? "立即" : showLimit({ value: clock.value, unit: "分钟", base: clock.base ?? "接报" }),
    basis: clock.basis,
  }));
  return [...own, ...lawful];
}
