import { issueKey } from "../../base/issue-key.ts";
import { byCodePoint } from "../../base/order.ts";
import { fullUnitName } from "../../base/unit-name.ts";
import type { Entry } from "../../model/entry.ts";
import type { IssueRecord, IssueRef, NoteRecord, PrintedEntry } from "../../model/ledger.ts";
import type { Office } from "../../model/office.ts";
import type { Profile } from "../../model/profile.ts";
import { submittedIn, type Window } from "./context.ts";

/** Levels above the county, by the figure that counts an adoption there. */
export const LEVELS = ["市级", "省级", "中央"] as const;
export type Level = (typeof LEVELS)[number];

const POINTS = {
  own: "采用本级分",
  市级: "采用市级分",
  省级: "采用省级分",
  中央: "采用中央分",
  noted: "采用批示分",
} as const;

/** The figures of 数值 that an adoption is counted by. */
export const ADOPTION_USES: readonly string[] = Object.values(POINTS).map((name) => `数值.${name}`);

/** What the count is made from: issues that count, and what was written down of them afterwards. */
export interface AdoptionGround {
  readonly office: Pick<Office, "units">;
  readonly figures: Profile["figures"];
  readonly entries: readonly Entry[];
  readonly issues: readonly IssueRecord[];
  readonly notes: readonly NoteRecord[];
}

/** An entry of a unit that was printed, and what became of it. */
export interface AdoptedEntry {
  readonly title: string;
  readonly units: readonly string[];
  /** The publications that printed it, in order, each once. */
  readonly publications: readonly string[];
  readonly levels: readonly Level[];
  /** Leaders who wrote on it. */
  readonly noted: boolean;
  /** Whether every issue that printed it is 公开: its title may be told to all units. */
  readonly open: boolean;
}

/** What a unit sent and what came of it. A joint entry counts in full for each of its units. */
export interface AdoptionRow {
  readonly unit: string;
  readonly group: string | null;
  readonly submitted: number;
  /** How many were printed, by publication. */
  readonly own: ReadonlyMap<string, number>;
  readonly levels: ReadonlyMap<Level, number>;
  readonly noted: number;
  readonly score: number;
}

export interface Adoption {
  readonly rows: readonly AdoptionRow[];
  readonly entries: readonly AdoptedEntry[];
}

/** Who sent how much in a window, how much of it was printed, went up, or was written on, and what that counts. */
export function adoptionOf(ground: AdoptionGround, window: Window): Adoption {
  const entries = adoptedIn(ground, window);
  const sent = countBy(submittedIn(ground.entries, window).flatMap(({ unit }) => namesOf(unit, ground.office)));
  const names = [
    ...new Set([
      ...ground.office.units.map(({ name }) => name),
      ...sent.keys(),
      ...entries.flatMap(({ units }) => units),
    ]),
  ];
  const groups = new Map(ground.office.units.map(({ name, group }) => [name, group]));
  const rows = names.map((unit) => {
    const own = entries.filter(({ units }) => units.includes(unit));
    const row = {
      unit,
      group: groups.get(unit) ?? null,
      submitted: sent.get(unit) ?? 0,
      own: countBy(own.flatMap(({ publications }) => publications)),
      levels: countBy(own.flatMap(({ levels }) => levels)),
      noted: own.filter(({ noted }) => noted).length,
    };
    return { ...row, score: scoreOf(row, ground.figures) };
  });
  return { rows: rows.toSorted(byScore), entries };
}

function byScore(a: AdoptionRow, b: AdoptionRow): number {
  return b.score - a.score || sum(b.own) - sum(a.own) || b.submitted - a.submitted || byCodePoint(a.unit, b.unit);
}

function scoreOf({ own, levels, noted }: Omit<AdoptionRow, "score">, figures: Profile["figures"]): number {
  const points = (name: string): number => figures.get(name)?.value ?? 0;
  const above = LEVELS.reduce((total, level) => total + (levels.get(level) ?? 0) * points(POINTS[level]), 0);
  return sum(own) * points(POINTS.own) + above + noted * points(POINTS.noted);
}

/** What was printed, went up or was written on in the window. What went up later counts when it did, whenever it was printed. */
function adoptedIn({ office, issues, notes }: AdoptionGround, window: Window): AdoptedEntry[] {
  const within = (day: number): boolean => window.from <= day && day <= window.to;
  const happened = notes.filter(({ when, at }) => within((when ?? at).day));
  const byEntry = groupBy(
    issues.flatMap((issue) => issue.entries.map((entry) => ({ issue, entry }))),
    ({ entry }) => entry.id,
  );
  return [...byEntry.values()].flatMap((prints): AdoptedEntry[] => {
    const [first] = prints;
    if (!first) return [];
    const own = happened.filter((note) => prints.some(({ issue, entry }) => isOf(note, issue, entry)));
    const printed = prints.filter(({ issue }) => within(issue.day));
    if (printed.length === 0 && own.length === 0) return [];
    return [
      {
        title: first.entry.title,
        units: namesOf(first.entry.units, office),
        publications: [...new Set(printed.map(({ issue }) => issue.publication))],
        levels: LEVELS.filter((level) => own.some((note) => note.event === "采用" && note.level === level)),
        noted: own.some(({ event }) => event === "批示"),
        open: prints.every(({ issue }) => issue.secrecy === "公开"),
      },
    ];
  });
}

/** Whether a note is of an entry in an issue: it names the entry, the issue, or both. */
function isOf({ issue, entry }: NoteRecord, printed: IssueRef, { id }: PrintedEntry): boolean {
  if (issue === null && entry === null) return false;
  return (issue === null || issueKey(issue) === issueKey(printed)) && (entry === null || entry === id);
}

function namesOf(units: readonly string[], office: Pick<Office, "units">): string[] {
  return [...new Set(units.filter((name) => name !== "").map((name) => fullUnitName(name, office)))];
}

function groupBy<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

function countBy<T>(all: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

function sum(counts: ReadonlyMap<unknown, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
