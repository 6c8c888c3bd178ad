import { reasonsInWords } from "../base/reasons.ts";
import type { Dropped, Period, Plan } from "../model/plan.ts";
import { isMachineWhy, WHY } from "../rank/why.ts";
import type { Item } from "../model/ranking.ts";
import type { Publication } from "../model/office.ts";
import type { Source } from "../model/source.ts";
import { mattersOf } from "../base/matters.ts";
import { beyondCeiling } from "../rank/choose.ts";
import { accept, proposalsFor } from "../rank/proposals.ts";
import { describeChanges } from "../rank/changes.ts";
import { readPlan, type PlanReading } from "../read/plan.ts";
import { writePlan } from "../read/write-plan.ts";
import { arrange, type Arranged } from "./arrange.ts";
import { draftPlan, itemAlone } from "./draft-plan.ts";
import type { Survey } from "./survey.ts";

/** The plan of an issue made or brought up to date, and what that changed. */
export interface Draft {
  readonly plan: Plan;
  readonly arranged: Arranged;
  /** All that may be printed, in the machine's order. */
  readonly items: readonly Item[];
  /** The whole file. */
  readonly text: string;
  /** One Chinese line each; null where there was no plan before. */
  readonly changes: readonly string[] | null;
  /** Score and reasons of each entry in the machine's order, by id. */
  readonly notes: ReadonlyMap<string, string>;
}

export type { PlanReading };

/** Reads the file of a plan. */
export function planOf(source: Source, zone: string): PlanReading {
  return readPlan(source, zone);
}

/** What a plan is made for: `former` is the text its file holds now, `away` what the editor put away in the issue before, `period` the days of a digest. */
interface Purpose {
  readonly path: string;
  readonly former: Source | null;
  readonly away?: readonly Dropped[];
  readonly period?: Period | null;
}

/** Makes the plan that `path` is to hold. */
export function draft(
  survey: Survey,
  publication: Publication,
  { path, former, away = [], period = null }: Purpose,
): Draft {
  const before = former ? readPlan(former, survey.grounds.office.zone).plan : null;
  // Only what may be printed here is merged: its text goes into the plan.
  const fit = survey.entries.filter(({ id }) => !survey.stopped.has(id));
  const entries = new Map(
    fit.flatMap((entry) => (beyondCeiling(entry, publication) === null ? [[entry.id, entry] as const] : [])),
  );
  const taken = before && accept(before, entries, (entry) => itemAlone(survey, entry).group);
  const { plan: ranked, items } = draftPlan(survey, publication, taken ?? carried(publication, away), period);
  const matters = mattersOf(
    items.map(({ entry }) => entry),
    survey.grounds,
  );
  const plan = { ...ranked, proposals: proposalsFor(items, matters, ranked, taken?.proposals ?? []) };
  const notes = notesOf(items);
  const text = planText(plan, former?.text ?? null, { notes }, survey);
  const reading = tryPlan(text, path, survey);
  const arranged = arrange(survey, plan, { publication, reading });
  return { plan, arranged, items, text, notes, changes: before ? describeChanges(before, plan) : null };
}

/** A first plan that keeps out what the editor put away with a reason in the issue before; null where there is nothing. */
function carried({ name }: Publication, away: readonly Dropped[]): Plan | null {
  const dropped = away.filter(({ why }) => why !== null && why !== WHY.dropped && !isMachineWhy(why));
  if (dropped.length === 0) return null;
  return {
    publication: name,
    date: "",
    period: null,
    supplement: false,
    urgency: null,
    note: null,
    groups: [],
    dropped: dropped.map(({ id, why }) => ({ id, why })),
    proposals: [],
    suggested: [],
    suggestedGroups: new Map(),
  };
}

/** The file of a plan; `former` is the text it replaces. */
export function planText(
  plan: Plan,
  former: string | null,
  { notes }: Pick<Draft, "notes">,
  { entries }: Pick<Survey, "entries">,
): string {
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  return writePlan(plan, former, { score: (id) => notes.get(id) ?? null, title: (id) => titles.get(id) || null });
}

/** Reads a plan back before it is written: one that does not read back is a bug of ours, and must not replace a sound one. */
export function tryPlan(text: string, path: string, { grounds }: Pick<Survey, "grounds">): PlanReading {
  const reading = readPlan({ path, text }, grounds.office.zone);
  if (!reading.plan) throw new Error(`the plan does not read back: ${reading.findings[0]?.message ?? ""}`);
  return reading;
}

/** `9 分：紧急要情 +5，关注点 防汛抗旱 +4`. */
function notesOf(items: readonly Item[]): Map<string, string> {
  return new Map(items.map(({ entry, score, reasons }) => [entry.id, `${score} 分：${reasonsInWords(reasons)}`]));
}
