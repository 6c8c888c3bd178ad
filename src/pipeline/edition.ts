import type { Body } from "../model/body.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Publication } from "../model/office.ts";
import type { Plan } from "../model/plan.ts";
import { readBody } from "../read/body.ts";
import type { PlanReading } from "../read/plan.ts";
import type { Edition } from "../compose/content.ts";
import type { Arranged, ArrangedRow } from "./arrange.ts";
import type { Survey } from "./survey.ts";

interface EditionOf {
  readonly survey: Survey;
  readonly arranged: Arranged;
  readonly plan: Plan;
  readonly publication: Publication;
  readonly reading: PlanReading | null;
  readonly day: number;
}

/** What is to be printed: the plan's order, with 改题 and 改文 in place of what was sent. */
export function makeEdition({ survey, arranged, plan, publication, reading, day }: EditionOf): { edition: Edition; findings: Finding[] } {
  const findings: Finding[] = [];
  const groups = arranged.groups.map(({ name, rows }) => ({
    name,
    items: rows.map((each) => ({
      entry: each.item.entry,
      title: each.row.printTitle ?? each.item.entry.title,
      body: printBody(each, { reading, findings }),
      // 改文 is the one text of all that was merged: the others are credited, not printed again.
      merged: each.row.printBody === null ? each.merged : [],
      credited: each.merged,
    })),
  }));
  const note = (plan.note ?? "").split("\n").map((line) => line.trim());
  const edition = { office: survey.grounds.office, publication, number: null, day, note: note.filter((line) => line !== ""), groups };
  return { edition, findings };
}

interface Sink {
  readonly reading: PlanReading | null;
  readonly findings: Finding[];
}

/** 改文 is read like a body; what it may not hold is reported in the plan's file. */
function printBody({ row, item, path }: ArrangedRow, { reading, findings }: Sink): Body {
  if (row.printBody === null) return item.entry.body;
  return readBody(row.printBody, ({ start, end }, message, hint) => {
    if (!reading) return;
    const at = reading.places.within(`${path}.printBody`, start, end);
    findings.push({ rule: "syntax", severity: "error", message, hint, at, entry: null, related: [] });
  });
}
