import { editionContent } from "../compose/content.ts";
import { composeDocument } from "../compose/document.ts";
import { loadTemplate } from "../compose/template.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";
import type { Publication } from "../model/office.ts";
import type { Plan } from "../model/plan.ts";
import type { Source } from "../model/source.ts";
import { readLayout } from "../read/layout.ts";
import type { PlanReading } from "../read/plan.ts";
import { paginate } from "../render/paginate/paginate.ts";
import { arrange, draftPlan, type Arranged } from "./arrange.ts";
import { makeEdition } from "./edition.ts";
import type { Survey } from "./survey.ts";

/** What an issue is made with, all of it read beforehand. */
export interface IssueRequest {
  readonly publication: Publication;
  /** The plan's file; null ranks in memory. */
  readonly plan: PlanReading | null;
  readonly template: Source;
  readonly layout: Source;
  /** Layouts that `layout` may be based on, by name. */
  readonly bases: ReadonlyMap<string, Source>;
  /** Compile what is sound and list the rest. */
  readonly skipInvalid: boolean;
  /** Day of the issue, since 1970-01-01. */
  readonly day: number;
}

/** An issue laid out. `print` is null where nothing may be printed: a fault, or nothing to print. */
export interface Issue {
  readonly arranged: Arranged;
  readonly findings: readonly Finding[];
  readonly print: { readonly document: Document; readonly layout: Layout; readonly pages: number } | null;
  /** Whether an entry or a file at fault is why nothing is printed. */
  readonly refused: boolean;
}

const NOTHING: Arranged = { groups: [], left: [], findings: [] };

/** From checked entries to a document on pages: plan → compose → paginate. */
export function layOut(survey: Survey, request: IssueRequest): Issue {
  const { publication, plan: reading } = request;
  const plan = reading ? reading.plan : draftPlan(survey, publication, null).plan;
  const { layout, findings: looks } = readLayout({ source: request.layout, bases: request.bases });
  const { template, findings: words } = layout ? loadTemplate(request.template, layout) : { template: null, findings: [] };
  const found = [...survey.findings, ...(reading?.findings ?? []), ...looks, ...words];
  if (!plan) return { arranged: NOTHING, findings: found, print: null, refused: true };
  const arranged = arrange(survey, plan, { publication, reading });
  const { edition, findings: edits } = makeEdition({ survey, arranged, plan, publication, reading, day: request.day });
  const findings = [...found, ...arranged.findings, ...edits];
  const refused = !template || !layout || isRefused(survey, { plan, request, own: [...arranged.findings, ...edits] });
  if (refused || arranged.groups.length === 0) return { arranged, findings, print: null, refused };
  const composed = composeDocument(template, editionContent(edition), layout);
  const all = [...findings, ...composed.findings];
  if (!composed.document) return { arranged, findings: all, print: null, refused: true };
  const { pages } = paginate(composed.document, layout);
  return { arranged, findings: all, print: { document: composed.document, layout, pages }, refused: false };
}

interface Refusal {
  readonly plan: Plan;
  readonly request: IssueRequest;
  readonly own: readonly Finding[];
}

/** A fault of the office's own files always stops an issue; one that stops an entry does, unless it is skipped or not in the plan. */
function isRefused(survey: Survey, { plan, request, own }: Refusal): boolean {
  if (survey.grounds.findings.some(({ severity }) => severity === "error")) return true;
  if (request.skipInvalid) return own.some(({ rule }) => rule !== "bad-value");
  const named = plan.groups.flatMap(({ rows }) => rows.flatMap(({ id, merged }) => [id, ...merged]));
  const wanted = request.plan ? named : survey.readings.map(({ id }) => id);
  return own.length > 0 || wanted.some((id) => survey.stopped.has(id));
}
