import { numberOf } from "../../base/matters.ts";
import { maskPersonal } from "../../base/personal.ts";
import { isoDay } from "../../base/time.ts";
import { fullUnitName } from "../../base/unit-name.ts";
import type { Entry } from "../../model/entry.ts";
import type { Coverage, Overview, Window } from "../../pipeline/coverage.ts";
import type { Grounds } from "../../pipeline/grounds.ts";
import type { CoverageData, Counts, ListedEntry, ThemeData, UnitData } from "../../report/coverage-data.ts";

const UNSIGNED = "未署名";
const NO_CATEGORY = "未写类别";

/** The whole picture as it may be shown: days written out, numbers of persons starred. */
export function dataOf({ coverage, stopped, unread }: Overview, grounds: Grounds, window: Window): CoverageData {
  const { office } = grounds;
  const units = unitsOf(coverage);
  return {
    ...nothing(window, maskPersonal(office.name)),
    entries: coverage.entries.length,
    stopped,
    unread,
    undated: coverage.undated,
    joint: coverage.joint,
    categories: countsOf(coverage.entries, coverage),
    units,
    themes: themesOf(coverage),
    silent: coverage.silent.map(maskPersonal),
    tone: coverage.tone,
    lopsided: units.filter((_, index) => coverage.lopsided.some((row) => row === coverage.units[index])),
    unthemed: coverage.unthemed.map((entry) => listedEntry(entry, grounds)),
    channels: new Map([...coverage.channels.counts].map(([name, count]) => [maskPersonal(name), count])),
    unusual: coverage.channels.unusual,
    research: coverage.research,
    ...listsOf(coverage, grounds),
  };
}

/** What is told in lists: topics, signs, decisions, gaps. */
function listsOf(
  { hot, signs, unanswered, problems, gaps }: Coverage,
  grounds: Grounds,
): Pick<CoverageData, "hot" | "signs" | "unanswered" | "problems" | "gaps"> {
  return {
    hot: hot.map(({ word, source, units, entries }) => ({
      word: maskPersonal(word),
      source,
      units: units.map(maskPersonal),
      entries: entries.map(({ id }) => id),
    })),
    signs: signs.map(({ kind, from, to, units, matters, entries }) => ({
      kind,
      from: isoDay(from),
      to: isoDay(to),
      units: units.map(maskPersonal),
      matters,
      entries: entries.map((entry) => listedEntry(entry, grounds)),
    })),
    unanswered: unanswered.map(({ decision: { id, name, day }, days, limit }) => ({
      id,
      name: maskPersonal(name),
      day: day === null ? null : isoDay(day),
      days,
      limit,
    })),
    problems: problems.map(({ entry, day, days, issue, escalate }) => ({
      ...listedEntry(entry, grounds),
      day: isoDay(day),
      category: maskPersonal(entry.category),
      days,
      issue: issue && `《${issue.publication}》${issue.year}年${numberOf(issue)}`,
      escalate,
    })),
    gaps: gaps.map((gap) => ({ ...gap, due: gap.due === null ? null : isoDay(gap.due) })),
  };
}

/** A picture of no entries, which names nothing: what a run that stopped may show. */
export function nothing({ from, to }: Window, office = ""): CoverageData {
  const none: Counts = new Map();
  return {
    office,
    from: isoDay(from),
    to: isoDay(to),
    entries: 0,
    stopped: 0,
    unread: 0,
    undated: 0,
    joint: 0,
    categories: none,
    units: [],
    themes: [],
    silent: [],
    tone: { 喜: 0, 忧: 0, 中: 0 },
    lopsided: [],
    unthemed: [],
    channels: none,
    unusual: 0,
    research: { research: 0, news: 0 },
    hot: [],
    signs: [],
    unanswered: [],
    problems: [],
    gaps: [],
  };
}

function listedEntry({ id, title, unit, submitted }: Entry, { office }: Grounds): ListedEntry {
  return {
    id,
    title: maskPersonal(title),
    day: submitted === null ? "" : isoDay(submitted.day),
    units: [...new Set(unit.map((name) => maskPersonal(fullUnitName(name, office))))],
  };
}

/** Counts by category, in the order of the picture; those that are not there are left out. */
function countsOf(entries: readonly Entry[], { categories }: Pick<Coverage, "categories">): Counts {
  const counts = new Map<string, number>();
  for (const { category } of entries) counts.set(category, (counts.get(category) ?? 0) + 1);
  return new Map(
    categories.flatMap((name) => {
      const count = counts.get(name);
      return count === undefined ? [] : [[name === "" ? NO_CATEGORY : maskPersonal(name), count] as const];
    }),
  );
}

function unitsOf(coverage: Coverage): UnitData[] {
  return coverage.units.map(({ name, short, group, listed, entries, tone }) => {
    const themes = new Map<string, number>();
    for (const entry of entries)
      for (const theme of new Set((coverage.answers.get(entry) ?? []).map((one) => one.name)))
        themes.set(theme, (themes.get(theme) ?? 0) + 1);
    const full = name === null ? UNSIGNED : maskPersonal(name);
    return {
      name: full,
      signed: name !== null,
      short: short ?? full,
      group,
      listed,
      total: entries.length,
      categories: countsOf(entries, coverage),
      themes,
      tone,
    };
  });
}

function themesOf(coverage: Coverage): ThemeData[] {
  return coverage.themes.map(({ theme: { name, term, weight, leader }, entries }) => ({
    name,
    term,
    weight,
    leader,
    categories: countsOf(entries, coverage),
    entries: entries.map(({ id }) => id),
  }));
}
