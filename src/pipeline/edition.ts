import type { Body } from "../model/body.ts";
import { joinEvents, newestFirst } from "../base/events.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Entry } from "../model/entry.ts";
import type { Picture } from "../model/image.ts";
import type { Publication } from "../model/office.ts";
import type { Plan } from "../model/plan.ts";
import { quote } from "../base/visible.ts";
import { findBlanks } from "../rules/truth/blanks.ts";
import { readBody } from "../read/body.ts";
import type { PlanReading } from "../read/plan.ts";
import type { Edition, PrintItem } from "../compose/content.ts";
import type { Arranged, ArrangedRow } from "./arrange.ts";
import type { Survey } from "./survey.ts";

interface EditionOf {
  readonly survey: Survey;
  readonly arranged: Arranged;
  readonly plan: Plan;
  readonly publication: Publication;
  readonly reading: PlanReading | null;
  readonly day: number;
  readonly copy: number | null;
  readonly pictures: ReadonlyMap<string, readonly Picture[]>;
}

/** What is to be printed: the plan's order, with 改题 and 改文 in place of what was sent. */
export function makeEdition({ survey, arranged, plan, publication, reading, day, copy, pictures }: EditionOf): {
  edition: Edition;
  findings: Finding[];
} {
  const taken = firstEvent(survey, arranged, { publication, reading });
  const findings = taken.findings.slice(arranged.findings.length);
  const events = eventsOf(survey);
  const newestOnly = isExpress(publication, survey);
  const itemOf = (row: ArrangedRow): PrintItem => {
    const item = plainItem(row, { reading, findings });
    const reports = events.get(item.entry) ?? [];
    return newestOnly ? newestItem(item, reports) : { ...item, reports: upTo(item.entry, reports) };
  };
  const groups = taken.groups.map(({ name, rows }) => ({ name, items: rows.map(itemOf) }));
  if (reading) findings.push(...blanksIn(reading));
  const note = (plan.note ?? "").split("\n").map((line) => line.trim());
  const edition = {
    office: survey.grounds.office,
    publication,
    figures: survey.grounds.profile.figures,
    number: null,
    supplement: plan.supplement,
    urgency: plan.urgency,
    copy,
    pictures,
    day,
    note: note.filter((line) => line !== ""),
    groups,
  };
  return { edition, findings };
}

function plainItem(each: ArrangedRow, sink: Sink): Omit<PrintItem, "reports"> {
  return {
    entry: each.item.entry,
    title: each.row.printTitle ?? each.item.entry.title,
    body: printBody(each, sink),
    merged: each.row.whole && each.row.printBody !== null ? [] : each.merged,
    credited: each.merged,
  };
}

/** In the urgent publication a row tells the newest only: later reports do not tell again what earlier ones told. */
function newestItem(item: Omit<PrintItem, "reports">, reports: readonly Entry[]): PrintItem {
  const own = new Set(reports);
  const [newest = item.entry] = [item.entry, ...item.credited].filter((entry) => own.has(entry)).toSorted(newestFirst);
  const others = [item.entry, ...item.credited].filter((entry) => entry !== newest);
  return {
    ...(newest === item.entry ? item : { ...item, entry: newest, title: newest.title, body: newest.body }),
    merged: item.merged.filter((entry) => !own.has(entry)),
    credited: others,
    reports: upTo(newest, reports),
  };
}

/** Reports of each event from the first to the newest, by each of them. */
function eventsOf({ entries }: Survey): ReadonlyMap<Entry, readonly Entry[]> {
  const events = new Map<Entry, readonly Entry[]>();
  for (const { newest, earlier } of joinEvents(entries)) {
    const reports = [newest, ...earlier].toReversed();
    if (newest.report !== null) for (const entry of reports) events.set(entry, reports);
  }
  return events;
}

function upTo(entry: Entry, reports: readonly Entry[]): readonly Entry[] {
  return reports.slice(0, reports.indexOf(entry) + 1);
}

/** Whether this is the publication of urgent reports, by its name or by its template's. */
function isExpress({ name, template }: Publication, { grounds: { profile } }: Survey): boolean {
  const [express] = profile.categories.get(profile.urgent.category)?.suits ?? [];
  return express !== undefined && (name === express || template.split(/[/\\]/u).at(-1) === express);
}

/** What the urgent publication prints: the first urgent event of the plan and nothing else; any other prints all. */
export function firstEvent(
  survey: Survey,
  arranged: Arranged,
  { publication, reading }: Pick<EditionOf, "publication" | "reading">,
): Arranged {
  if (!isExpress(publication, survey)) return arranged;
  const { category } = survey.grounds.profile.urgent;
  const rows = arranged.groups.flatMap((group) => group.rows);
  const first = rows.find(({ item }) => item.entry.category === category || item.entry.report !== null) ?? rows[0];
  const others = rows.filter((row) => row !== first);
  const [next] = others;
  if (!first || !next) return arranged;
  return {
    groups: arranged.groups.flatMap(({ name, rows: own }) => (own.includes(first) ? [{ name, rows: [first] }] : [])),
    left: [
      ...arranged.left,
      ...others.flatMap(({ item, merged }) => [item.entry, ...merged].map(({ id }) => ({ id, why: ONE_EVENT }))),
    ],
    findings: [...arranged.findings, severalEvents(first, others, reading?.places.of(`${next.path}.id`) ?? null)],
  };
}

const ONE_EVENT = "本刊一期只编一件事，请另编一期";

function severalEvents({ item }: ArrangedRow, others: readonly ArrangedRow[], at: Finding["at"] | null): Finding {
  const [next] = others;
  return {
    rule: "bad-value",
    severity: "warning",
    message: `本刊一期只编一件事：本期编“${quote(item.entry.title)}”，另外 ${others.length} 条没有编入`,
    hint: `请另编一期：“${quote(others.map(({ item: { entry } }) => entry.title).join("；"), 80)}”`,
    at: at ?? (next ?? { item }).item.entry.places.of("title"),
    entry: null,
    related: [],
  };
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
