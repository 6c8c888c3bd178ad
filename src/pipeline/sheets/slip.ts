import { chineseDay, showMoment } from "../../base/time.ts";
import { addWorkdays } from "../../base/workdays.ts";
import { quote, visible } from "../../base/visible.ts";
import type { ReturnSlip, SlipCase, SlipReply } from "../../compose/return-slip.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { overdueCommissions } from "../../rules/batch/unanswered-commission.ts";
import { stopsEntry } from "../../rules/engine.ts";
import { casesByUnit, isInternal, unitsOf, type Case, type Reported, type UnitPaper } from "./cases.ts";
import { pointsOf } from "./points.ts";
import { locator, showerOf } from "./shown.ts";

/** Which entries are one matter is for the office to settle. */
const OF_THE_OFFICE = new Set(["near-duplicate"]);

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
    found.severity !== "note" && found.forUnit !== null && !OF_THE_OFFICE.has(found.rule) && !ofOthers(found);
  const { units, quiet } = casesByUnit(reported, { told, needed: told });
  const toSlipCase = slipCases(reported);
  const noticesFor = notices(reported);
  const reply = replyOf(reported);
  const papers = units.map(({ unit, cases }) => ({
    unit,
    content: {
      office: quote(office.name, 60),
      day: now.day,
      unit: unit === null ? null : quote(unit, 60),
      leader: quote(office.units.find(({ name }) => name === unit)?.leader ?? ""),
      internal: isInternal(cases),
      cases: cases.map(toSlipCase),
      notices: unit === null ? [] : noticesFor(unit),
      reply,
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
      standing: standingOf(one),
      // Of a file whose 密级 was not read as open no text is shown, as on the screen.
      title: entry && sources.has(one.path) ? show(entry.title, 100) : "",
      id: one.id === null ? "" : show(one.id, 100),
      file: show(one.path, 200),
      submitted: entry?.submitted ? showMoment(entry.submitted) : "",
      units: [...one.units].map((unit) => (unit === null ? "未署名" : show(unit, 60))),
      unsure: !one.isUrgent && (entry === null || !grounds.profile.categories.has(entry.category)),
      points: pointsOf(one, whereOf),
    };
  };
}

/** What each unit owes besides: an overdue 约稿 of which the check has told. */
function notices({ entries, diagnostics, grounds }: Reported): (unit: string) => string[] {
  const { office, now } = grounds;
  const told = diagnostics.filter(({ rule }) => rule === OVERDUE).map(({ message }) => message);
  const overdue = told.length === 0 ? [] : overdueCommissions(entries, office, now);
  return (unit) =>
    overdue.flatMap(({ commission: { id, topic }, due, owing }) => {
      const named = `约稿“${quote(id)}”`;
      if (!told.some((message) => message.startsWith(named)) || !unitsOf({ unit: owing }, office).has(unit)) return [];
      const asked = topic === null ? named : `${named}（${quote(topic)}）`;
      return `${asked}${chineseDay(due)}截止，没有收到。请补交；交过的，告知县委办，并在那条信息里写上“约稿: ${quote(id)}”。`;
    });
}

const OVERDUE = "unanswered-commission";

function replyOf({ grounds: { office, profile, now } }: Reported): SlipReply {
  const { contact, phone, days } = office.return;
  return {
    contact: visible(contact ?? ""),
    // The office gives its own number, a mobile one too, to be called.
    phone: visible(phone ?? ""),
    days,
    due: days === null ? null : addWorkdays(now.day, days, profile.calendar),
  };
}

function standingOf({ isUrgent, diagnostics }: Case): SlipCase["standing"] {
  if (isUrgent || diagnostics.some(({ rule }) => rule === URGENT_ALL_THE_SAME)) return "urgent";
  return diagnostics.some(stopsEntry) ? "returned" : "kept";
}
