import type { Body } from "../model/body.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Publication } from "../model/office.ts";
import type { Plan } from "../model/plan.ts";
import { findBlanks } from "../rules/truth/blanks.ts";
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
export function makeEdition({ survey, arranged, plan, publication, reading, day }: EditionOf): {
  edition: Edition;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const groups = arranged.groups.map(({ name, rows }) => ({
    name,
    items: rows.map((each) => ({
      entry: each.item.entry,
      title: each.row.printTitle ?? each.item.entry.title,
      body: printBody(each, { reading, findings }),
      merged: each.row.whole && each.row.printBody !== null ? [] : each.merged,
      credited: each.merged,
    })),
  }));
  if (reading) findings.push(...blanksIn(reading));
  const note = (plan.note ?? "").split("\n").map((line) => line.trim());
  const edition = {
    office: survey.grounds.office,
    publication,
    number: null,
    day,
    note: note.filter((line) => line !== ""),
    groups,
  };
  return { edition, findings };
}

/** What the editor writes is printed as it stands: blanks left in it are the same fault as in an entry. */
function blanksIn({ plan, places }: PlanReading): Finding[] {
  const texts: [string, string][] = [["note", plan?.note ?? ""]];
  plan?.groups.forEach(({ rows }, group) => {
    rows.forEach(({ printTitle, printBody }, row) => {
      texts.push(
        [`groups.${group}.rows.${row}.printTitle`, printTitle ?? ""],
        [`groups.${group}.rows.${row}.printBody`, printBody ?? ""],
      );
    });
  });
  return texts.flatMap(([path, text]) =>
    findBlanks(text).map(({ start, end }) => ({
      rule: "placeholder",
      severity: "error" as const,
      message: `“${text.slice(start, end)}”是占位符，应写实际的数字、日期或地点`,
      hint: "核实后填上；暂不掌握的，改写成不带空的句子",
      at: places.within(path, start, end),
      entry: null,
      related: [],
    })),
  );
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
