import { printedIds } from "../base/plan-ids.ts";
import { editionContent, type Edition } from "../compose/content.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Publication } from "../model/office.ts";
import type { Plan } from "../model/plan.ts";
import type { PlanReading } from "../read/plan.ts";
import { arrange, type Arranged } from "./arrange.ts";
import { draftPlan } from "./draft-plan.ts";
import { firstEvent, makeEdition } from "./edition.ts";
import { readForm, setPaper, type Form, type FormFiles, type Paper } from "./paper.ts";
import { runIssueRules, stopsEntry } from "../rules/engine.ts";
import type { Survey } from "./survey.ts";

/** What an issue is made with, all of it read beforehand. */
export interface IssueRequest extends FormFiles {
  readonly publication: Publication;
  /** The plan's file; null ranks in memory. */
  readonly plan: PlanReading | null;
  /** Compile what is sound and list the rest. */
  readonly skipInvalid: boolean;
  /** Day of the issue, since 1970-01-01. */
  readonly day: number;
}

/** An issue laid out. `print` is null where nothing may be printed: a fault, or nothing to print. */
export interface Issue {
  readonly arranged: Arranged;
  readonly findings: readonly Finding[];
  readonly print: Paper | null;
  /** What it is printed from, so that it can be printed again with its number; null where nothing may be printed. */
  readonly edition: Edition | null;
  readonly form: Form | null;
  /** The faults because of which nothing is printed; empty where it is. */
  readonly refusals: readonly Finding[];
}

const NO_PAPER = { print: null, edition: null, form: null };

const NOTHING: Arranged = { groups: [], left: [], findings: [] };

/** From checked entries to a document on pages: plan → compose → paginate. */
export function layOut(survey: Survey, request: IssueRequest): Issue {
  const { publication, plan: reading, day } = request;
  const { form, findings: formal } = readForm(request);
  const own = [...(reading?.findings ?? []), ...formal];
  const plan = reading ? reading.plan : draftPlan(survey, publication, null).plan;
  if (!plan) return refuse(survey, NOTHING, { own, refusals: own });
  const arranged = firstEvent(survey, arrange(survey, plan, { publication, reading }), { publication, reading });
  const { edition, findings: edits } = makeEdition({ survey, arranged, plan, publication, reading, day });
  own.push(...arranged.findings, ...edits);
  const refusals = [
    ...errorsOf(survey.grounds.findings),
    ...errorsIn(own, request),
    ...stoppingEntries(survey, plan, request),
  ];
  if (refusals.length > 0 || !form) return refuse(survey, arranged, { own, refusals });
  const findings = [...survey.findings, ...own, ...ofIssue(survey, arranged, publication)];
  if (arranged.groups.length === 0) return { arranged, findings, ...NO_PAPER, refusals: [] };
  const { paper, findings: faults } = setPaper(form, editionContent(edition));
  if (!paper) return refuse(survey, arranged, { own: [...own, ...faults], refusals: faults });
  return { arranged, findings, print: paper, edition, form, refusals: [] };
}

/** What rules say of the issue as a whole: told to the editor, never a reason not to print. */
function ofIssue({ grounds }: Survey, { groups }: Arranged, publication: Publication): Finding[] {
  const entries = groups.flatMap(({ rows }) => rows.flatMap(({ item, merged }) => [item.entry, ...merged]));
  return runIssueRules({ publication, entries }, { ...grounds, whole: false });
}

interface Faults {
  /** What was found outside the entries. */
  readonly own: readonly Finding[];
  readonly refusals: readonly Finding[];
}

function refuse(survey: Survey, arranged: Arranged, { own, refusals }: Faults): Issue {
  return { arranged, findings: [...survey.findings, ...own], ...NO_PAPER, refusals };
}

function errorsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === "error");
}

/** A row of the plan without its entry is skipped like an entry at fault, where that is asked for. */
function errorsIn(own: readonly Finding[], { skipInvalid }: IssueRequest): Finding[] {
  return errorsOf(own).filter(({ rule }) => !skipInvalid || rule !== "bad-value");
}

/** The errors that stop entries: all of them, or with a plan those of the entries it names. */
function stoppingEntries(survey: Survey, plan: Plan, { plan: reading, skipInvalid }: IssueRequest): Finding[] {
  if (skipInvalid) return [];
  const named = new Set(printedIds(plan));
  const isWanted = (id: string): boolean => survey.stopped.has(id) && (reading === null || named.has(id));
  return survey.findings.filter((finding) => finding.entry !== null && isWanted(finding.entry) && stopsEntry(finding));
}
