import { plannedIds } from "../base/plan-ids.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Entry } from "../model/entry.ts";
import type { Publication } from "../model/office.ts";
import type { Plan, PlanRow } from "../model/plan.ts";
import type { Item } from "../model/ranking.ts";
import type { PlanReading } from "../read/plan.ts";
import { beyondCeiling } from "../rank/choose.ts";
import { itemAlone, whyStopped } from "./draft-plan.ts";
import { followFingerprints } from "../rank/follow.ts";
import { joinEvents } from "../base/events.ts";
import type { Survey } from "./survey.ts";

/** One row of an issue, with what it prints and why it stands there. */
export interface ArrangedRow {
  readonly row: PlanRow;
  readonly item: Item;
  readonly merged: readonly Entry[];
  /** Dotted path of the row in the plan's file. */
  readonly path: string;
}

export interface Arranged {
  readonly groups: readonly { readonly name: string; readonly rows: readonly ArrangedRow[] }[];
  readonly left: readonly { readonly id: string; readonly why: string }[];
  readonly findings: readonly Finding[];
}

/** What a plan prints, row by row. `reading` is the file it came from; null for a plan made in memory. */
export function arrange(
  survey: Survey,
  plan: Plan,
  { publication, reading }: { publication: Publication; reading: PlanReading | null },
): Arranged {
  const alive = new Set(survey.readings.map(({ id }) => id));
  const current = followFingerprints(plan, survey.entries, alive);
  const entries = new Map(survey.entries.map((entry) => [entry.id, entry]));
  const left = new Map<string, string>();
  const findings: Finding[] = [];
  const events = eventsOf(survey, current);
  const groups = current.groups.map(({ name, rows }, group) => ({
    name,
    rows: rows.flatMap((row, index): ArrangedRow[] => {
      const path = `groups.${group}.rows.${index}`;
      const named = withEarlier([row.id, ...row.merged], events);
      const present = named.flatMap((id) => printable(entries.get(id), survey, { publication, left }));
      for (const id of named) {
        if (!alive.has(id) && reading) findings.push(noSuchEntry(id, reading, path));
      }
      return arrangedRow({ row, present, path }, survey, { alive, named, left });
    }),
  }));
  const filled = groups.filter(({ rows }) => rows.length > 0);
  return { groups: filled, left: listLeft(survey, { current, groups: filled, left }), findings };
}

interface Row {
  readonly row: PlanRow;
  readonly present: readonly Entry[];
  readonly path: string;
}

interface RowGate {
  readonly alive: ReadonlySet<string>;
  readonly named: readonly string[];
  readonly left: Map<string, string>;
}

/**
 * A row as it prints. What the editor wrote speaks of all its entries: where one of them may not be printed, neither may
 * that text; and a title written for one entry is not put over another.
 */
function arrangedRow({ row, present, path }: Row, survey: Survey, { alive, named, left }: RowGate): ArrangedRow[] {
  const [lead, ...merged] = present;
  if (!lead) return [];
  const kept = named.filter((id) => alive.has(id)).length === present.length;
  if (!kept && row.printBody !== null) {
    for (const { id } of present) left.set(id, "与不能编入的信息合写了改文，请改写后再编");
    return [];
  }
  const own = lead.id === row.id;
  const shown = { ...row, printTitle: own ? row.printTitle : null, printBody: own ? row.printBody : null };
  return [{ row: shown, item: itemAlone(survey, lead), merged, path }];
}

interface Taken {
  readonly current: Plan;
  readonly groups: Arranged["groups"];
  /** Reasons found while arranging, by id. */
  readonly left: ReadonlyMap<string, string>;
}

/** All entries that are not printed, in the order of the plan, which is the order of rank; what it does not name comes last. */
function listLeft(survey: Survey, { current, groups, left }: Taken): Arranged["left"] {
  const printed = new Set(
    groups.flatMap(({ rows }) => rows.flatMap(({ item, merged }) => [item.entry.id, ...merged.map(({ id }) => id)])),
  );
  const whys = new Map(current.dropped.map(({ id, why }) => [id, why ?? "编辑不用"]));
  const there = new Set(survey.readings.map(({ id }) => id));
  const seen = new Set([...whys.keys(), ...there].filter((id) => there.has(id) && !printed.has(id)));
  return [...seen].map((id) => ({ id, why: left.get(id) ?? whyLeft(id, survey, whys) }));
}

/** Earlier reports by the newest of their event, but for those the plan speaks of itself. */
function eventsOf(survey: Survey, plan: Plan): ReadonlyMap<string, readonly string[]> {
  const planned = plannedIds(plan);
  return new Map(
    joinEvents(survey.entries).map(({ newest, earlier }) => [
      newest.id,
      earlier.map(({ id }) => id).filter((id) => !planned.has(id)),
    ]),
  );
}

/** A report brings the earlier ones of its event along, also where it was merged by hand. */
function withEarlier(ids: readonly string[], events: ReadonlyMap<string, readonly string[]>): string[] {
  return ids.flatMap((id) => [id, ...(events.get(id) ?? [])]);
}

interface Gate {
  readonly publication: Publication;
  readonly left: Map<string, string>;
}

/** An entry that may stand in this publication; one that may not is noted in `left`. */
function printable(entry: Entry | undefined, survey: Survey, { publication, left }: Gate): Entry[] {
  if (!entry || survey.stopped.has(entry.id)) return [];
  const why = beyondCeiling(entry, publication);
  if (why === null) return [entry];
  left.set(entry.id, why);
  return [];
}

function whyLeft(id: string, survey: Survey, whys: ReadonlyMap<string, string>): string {
  if (survey.stopped.has(id)) return whyStopped(id, survey);
  return whys.get(id) ?? "编排单里没有，可再运行 zhuanbao plan 编入";
}

function noSuchEntry(id: string, { places }: PlanReading, path: string): Finding {
  return {
    rule: "bad-value",
    severity: "error",
    message: `编排单里的“${id}”没有对应的信息`,
    hint: "请核对编号；信息已删去的，请再运行 zhuanbao plan 更新编排单",
    at: places.of(`${path}.id`),
    entry: null,
    related: [],
  };
}
