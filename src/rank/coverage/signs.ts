import type { Entry } from "../../model/entry.ts";
import { dayOfEntry, figureOf, submittedIn, wordsOf, type CoverageContext } from "./context.ts";
import { matterGroups } from "./matters.ts";
import { toneOf } from "./shares.ts";
import { namesOf, unitsOf } from "./units.ts";

/** 苗头: one kind of trouble, told by several units within days of one another. */
export interface Sign {
  /** The first of the words for it. */
  readonly kind: string;
  /** First and last day, since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  /** Full names, in the order they told of it. */
  readonly units: readonly string[];
  /** How many matters; reports of one event are one. */
  readonly matters: number;
  /** In the order of time. */
  readonly entries: readonly Entry[];
}

const KINDS = "苗头种类";
const EXCEPT = "苗头除外";
const PLACES = "苗头地方数";
const DAYS = "苗头天数";

/** Signs that had word in the window; what came shortly before it belongs to them. The newest first. */
export function signsOf(all: readonly Entry[], context: CoverageContext): Sign[] {
  const [places, days] = [figureOf(context, PLACES), figureOf(context, DAYS)];
  if (places === null || days === null) return [];
  const { from, to } = context.window;
  const told = submittedIn(all, { from: from - days, to })
    .filter((entry) => toneOf(entry, context.profile) === "忧")
    .toSorted(byTime);
  const kinds = kindsIn(told, context);
  const suspects = told.filter((entry) => kinds.has(entry));
  const matters = new Map(
    matterGroups(suspects, context).flatMap((group, index) => group.map((entry) => [entry, index] as const)),
  );
  const limits: Limits = { places, days, matters, context };
  return wordsOf(context, KINDS)
    .flatMap((kind) =>
      clusters(
        suspects.filter((entry) => kinds.get(entry)?.has(kind) === true),
        limits,
      ).map((entries) => signOf(kind, entries, limits)),
    )
    .filter((sign) => sign.to >= from)
    .toSorted((a, b) => b.to - a.to || b.entries.length - a.entries.length);
}

interface Limits {
  readonly places: number;
  readonly days: number;
  readonly matters: ReadonlyMap<Entry, number>;
  readonly context: CoverageContext;
}

function byTime(a: Entry, b: Entry): number {
  return (a.submitted?.day ?? 0) - (b.submitted?.day ?? 0) || (a.submitted?.clock ?? 0) - (b.submitted?.clock ?? 0);
}

/** The kinds of trouble that title and text tell of. A clause that denies, forestalls or teaches tells of none. */
function kindsIn(entries: readonly Entry[], context: CoverageContext): ReadonlyMap<Entry, ReadonlySet<string>> {
  const kinds = wordsOf(context, KINDS).map((kind) => ({ kind, words: synonyms(kind) }));
  const except = wordsOf(context, EXCEPT);
  return new Map(
    entries.flatMap((entry) => {
      const clauses = `${entry.title}\n${entry.body.text}`
        .split(/[，。；！？：\n]/u)
        .filter((clause) => !except.some((word) => clause.includes(word)));
      const text = clauses.join("\n");
      const found = kinds.flatMap(({ kind, words }) => (words.some((word) => text.includes(word)) ? [kind] : []));
      return found.length === 0 ? [] : [[entry, new Set(found)] as const];
    }),
  );
}

function synonyms(kind: string): string[] {
  return kind.split("/").filter((word) => word !== "");
}

/** Stretches of entries in the order of time where enough places tell of it within the days; stretches that touch are one. */
function clusters(entries: readonly Entry[], limits: Limits): Entry[][] {
  const found: { first: number; last: number }[] = [];
  for (let first = 0, last = 0; first < entries.length; first++) {
    const end = (dayOfEntry(entries[first] as Entry) ?? 0) + limits.days;
    while (last + 1 < entries.length && (dayOfEntry(entries[last + 1] as Entry) ?? 0) <= end) last++;
    last = Math.max(first, last);
    if (!isEnough(entries.slice(first, last + 1), limits)) continue;
    const before = found.at(-1);
    if (before && first <= before.last) before.last = last;
    else found.push({ first, last });
  }
  return found.map(({ first, last }) => entries.slice(first, last + 1));
}

function isEnough(entries: readonly Entry[], { places, matters, context }: Limits): boolean {
  const least = Math.max(2, places);
  return countMatters(entries, matters) >= least && unitNames(entries, context).length >= least;
}

function countMatters(entries: readonly Entry[], matters: ReadonlyMap<Entry, number>): number {
  return new Set(entries.map((entry) => matters.get(entry))).size;
}

function unitNames(entries: readonly Entry[], { office }: CoverageContext): string[] {
  const fullName = namesOf(office.units);
  const names = entries.flatMap((entry) => unitsOf(entry, fullName));
  return [...new Set(names)].filter((name) => name !== null);
}

function signOf(kind: string, entries: readonly Entry[], { matters, context }: Limits): Sign {
  const days = entries.map((entry) => dayOfEntry(entry) ?? 0);
  return {
    kind: synonyms(kind)[0] ?? kind,
    from: days[0] ?? 0,
    to: days.at(-1) ?? 0,
    units: unitNames(entries, context),
    matters: countMatters(entries, matters),
    entries,
  };
}
