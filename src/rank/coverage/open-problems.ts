import { archiveOf, printedOf } from "../../base/archive.ts";
import { joinEvents } from "../../base/events.ts";
import { filedEntries } from "../../base/filed.ts";
import { byCodePoint } from "../../base/order.ts";
import type { Entry } from "../../model/entry.ts";
import type { Published } from "../../model/published.ts";
import { dayOfEntry, figureOf, wordsOf, type CoverageContext } from "./context.ts";
import { unitsOf } from "./units.ts";

/** 久拖不决: a problem that was told long ago, and nothing was heard of it since. */
export interface OpenProblem {
  readonly entry: Entry;
  /** When it was first submitted, and how many days ago. */
  readonly day: number;
  readonly days: number;
  /** The latest issue that printed it; null where none did. */
  readonly issue: Published | null;
  /** So long that it is worth telling the first leader again, or handing to 督查. A suggestion, never a verdict. */
  readonly escalate: boolean;
}

const DAYS = "久拖天数";
const ESCALATE = "久拖升级天数";
const BACK = "久拖追溯天数";
const SAME = "同题字数";

/** Problems without any 反馈, 终报 or 经验 after them, the oldest first. `all` are the entries of every day. */
export function openProblems(all: readonly Entry[], context: CoverageContext): OpenProblem[] {
  const { published, now } = context;
  const [limit, escalate] = [figureOf(context, DAYS), figureOf(context, ESCALATE)];
  if (limit === null) return [];
  const since = now.day - (figureOf(context, BACK) ?? Infinity);
  const filed = filedEntries(all, published, since);
  const entries = [...all, ...filed.entries];
  const isAnswered = answers(entries, context);
  const kinds = new Set(wordsOf(context, "待解决类别"));
  const archive = archiveOf(published);
  return joinEvents(entries.filter(({ category }) => kinds.has(category)))
    .flatMap(({ newest, earlier }): OpenProblem[] => {
      // Of reports that follow one another the first says since when it is known.
      const reports = [newest, ...earlier];
      const known = reports.flatMap((entry) => dayOfEntry(entry) ?? []);
      const day = Math.min(...known);
      if (known.length === 0 || day < since || now.day - day <= limit || reports.some(isAnswered)) return [];
      const issue = filed.printOf(newest) ?? printedOf(newest, archive).at(-1) ?? null;
      const days = now.day - day;
      return [{ entry: newest, day, days, issue, escalate: escalate !== null && days > escalate }];
    })
    .toSorted((a, b) => a.day - b.day || byCodePoint(a.entry.id, b.entry.id));
}

/** Whether anything that came later tells what became of a problem. */
function answers(entries: readonly Entry[], context: CoverageContext): (problem: Entry) => boolean {
  const kinds = new Set(wordsOf(context, "下文类别"));
  const told = entries.filter(({ category, report }) => kinds.has(category) || report?.stage === "终报");
  const followed = new Set(told.flatMap(({ report }) => report?.follows ?? []));
  const decisions = latest(
    told.flatMap((entry) => (entry.decision === null ? [] : [[entry.decision, entry] as const])),
  );
  const least = figureOf(context, SAME);
  const runs = latest(told.flatMap((entry) => runsOf(entry, least, context).map((run) => [run, entry] as const)));
  return (problem) => {
    const isLater = (day: number | undefined): boolean => day !== undefined && day >= (dayOfEntry(problem) ?? Infinity);
    return (
      followed.has(problem.id) ||
      (problem.decision !== null && isLater(decisions.get(problem.decision))) ||
      runsOf(problem, least, context).some((run) => isLater(runs.get(run)))
    );
  };
}

/** The last day on which each word was told. */
function latest(told: readonly (readonly [string, Entry])[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const [word, entry] of told)
    days.set(word, Math.max(days.get(word) ?? -Infinity, dayOfEntry(entry) ?? -Infinity));
  return days;
}

/** All runs of so many Chinese characters in a title, the names of its units taken out: they stand in any title of theirs. */
function runsOf({ title, unit, ...entry }: Entry, least: number | null, { office }: CoverageContext): string[] {
  if (least === null) return [];
  const names = [...unit, ...unitsOf({ ...entry, title, unit }, office)].filter((name) => name !== null && name !== "");
  const bare = names.reduce<string>((text, name) => text.replaceAll(name as string, "□"), title);
  return [...bare.matchAll(/\p{sc=Han}+/gu)].flatMap(([part]) =>
    Array.from({ length: Math.max(0, part.length - least + 1) }, (_, at) => part.slice(at, at + least)),
  );
}
