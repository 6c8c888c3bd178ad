import { showMoment } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { ReturnSlip, SlipCase } from "../../compose/return-slip.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { stopsEntry } from "../../rules/engine.ts";
import { casesByUnit, isInternal, unitsOf, type Case, type Reported, type UnitPaper } from "./cases.ts";
import { locator, showerOf } from "./shown.ts";

/** What the rule packs lack, no unit can mend; and which entries are one matter is for the office to settle. */
const OF_THE_OFFICE = new Set(["unknown-calendar", "near-duplicate"]);

/** An event that was to be filed as 紧急 goes up like one that was. */
const URGENT_ALL_THE_SAME = "must-report";

/** What goes back to each unit: the errors and warnings of its entries. */
export function returnSlips(reported: Reported): {
  papers: readonly UnitPaper<ReturnSlip>[];
  quiet: readonly string[];
} {
  const { office, now } = reported.grounds;
  const files = new Set(reported.entries.map(({ source }) => source.path));
  // Figures held against another entry quote that one, which may be another unit's and not open.
  const ofOthers = ({ rule, file, related }: Diagnostic): boolean =>
    rule === "number-conflict" && related.some((one) => one.file !== file && files.has(one.file));
  const told = (found: Diagnostic): boolean =>
    found.severity !== "note" && !OF_THE_OFFICE.has(found.rule) && !ofOthers(found);
  const { units, quiet } = casesByUnit(reported, { told, needed: told });
  const toSlipCase = slipCases(reported);
  const papers = units.map(({ unit, cases }) => ({
    unit,
    content: {
      office: quote(office.name, 60),
      day: now.day,
      unit: unit === null ? null : quote(unit, 60),
      internal: isInternal(cases),
      cases: cases.map(toSlipCase),
    },
  }));
  return { papers, quiet };
}

function slipCases({ sources, grounds }: Reported): (one: Case) => SlipCase {
  const whereOf = locator(sources);
  return (one) => {
    const { entry } = one;
    const show = showerOf(entry);
    return {
      standing: standingOf(one, grounds.profile.urgent.category),
      // Of a file whose 密级 was not read as open no text is shown, as on the screen.
      title: entry && sources.has(one.path) ? show(entry.title, 100) : "",
      id: show(one.id, 100),
      file: show(one.path, 200),
      submitted: entry?.submitted ? showMoment(entry.submitted) : "",
      units: [...unitsOf(one, grounds.office)].map((unit) => (unit === null ? "未署名" : show(unit, 60))),
      unsure: entry === null || !grounds.profile.categories.has(entry.category),
      points: one.diagnostics.map((found) => ({
        stops: stopsEntry(found),
        error: found.severity === "error",
        ...whereOf(found, entry),
        message: show(found.message),
        hint: show(found.hint),
      })),
    };
  };
}

function standingOf({ entry, diagnostics }: Case, urgent: string): SlipCase["standing"] {
  if (entry?.category === urgent || diagnostics.some(({ rule }) => rule === URGENT_ALL_THE_SAME)) return "urgent";
  return diagnostics.some(stopsEntry) ? "returned" : "kept";
}
