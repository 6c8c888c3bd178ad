import type { Plan } from "../model/plan.ts";
import type { Item, Reason } from "../model/ranking.ts";
import type { Publication } from "../model/office.ts";
import type { Source } from "../model/source.ts";
import { describeChanges } from "../rank/changes.ts";
import { readPlan, type PlanReading } from "../read/plan.ts";
import { writePlan } from "../read/write-plan.ts";
import { arrange, type Arranged } from "./arrange.ts";
import { draftPlan } from "./draft-plan.ts";
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

/** Reads the file of a plan. */
export function planOf(source: Source, zone: string): PlanReading {
  return readPlan(source, zone);
}

/** Makes the plan that `path` is to hold; `former` is the text it holds now. */
export function draft(
  survey: Survey,
  publication: Publication,
  { path, former }: { path: string; former: Source | null },
): Draft {
  const { zone } = survey.grounds.office;
  const before = former ? readPlan(former, zone).plan : null;
  const { plan, items } = draftPlan(survey, publication, before);
  const notes = notesOf(items);
  const titles = new Map(survey.entries.map(({ id, title }) => [id, title]));
  const text = writePlan(plan, former?.text ?? null, {
    score: (id) => notes.get(id) ?? null,
    title: (id) => titles.get(id) || null,
  });
  const reading = readPlan({ path, text }, zone);
  if (!reading.plan) throw new Error(`the plan does not read back: ${reading.findings[0]?.message ?? ""}`);
  const arranged = arrange(survey, plan, { publication, reading });
  return { plan, arranged, items, text, notes, changes: before ? describeChanges(before, plan) : null };
}

/** `9 分：紧急要情 +5，关注点 防汛抗旱 +4`. */
function notesOf(items: readonly Item[]): Map<string, string> {
  return new Map(
    items.map(({ entry, score, reasons }) => [entry.id, `${score} 分：${reasons.map(showReason).join("，")}`]),
  );
}

function showReason({ text, points }: Reason): string {
  return `${text} ${points < 0 ? "−" : "+"}${Math.abs(points)}`;
}
