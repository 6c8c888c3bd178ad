import { byCodePoint } from "../../base/order.ts";
import type { Entry } from "../../model/entry.ts";
import type { Unanswered } from "../decisions.ts";
import { answersOf, unthemed, type Answers } from "../themes.ts";
import { askFor, type Asked } from "./commissions.ts";
import { dayOfEntry, submittedIn, type CoverageContext } from "./context.ts";
import { gapsOf } from "./gaps.ts";
import { hotTopics, type HotTopic } from "./hot.ts";
import { channelsOf, lopsided, researchOf, toneCount, type Channels, type Research, type ToneCount } from "./shares.ts";
import { mattersIn } from "./matters.ts";
import { openProblems, type OpenProblem } from "./open-problems.ts";
import { signDays, signsOf, type Sign } from "./signs.ts";
import { themeRows, type ThemeRow } from "./themes.ts";
import { silentUnits, unitRows, unitsOf, type UnitRow } from "./units.ts";

/** 全方位: what came in during some days, from whom and on what, and what is lacking. */
export interface Coverage {
  readonly entries: readonly Entry[];
  /** How many entries tell no day they were submitted on, and so stand in no window. */
  readonly undated: number;
  /** How many were filed by several units together. */
  readonly joint: number;
  /** The categories that were met: those of the rule packs in their order, then others. */
  readonly categories: readonly string[];
  readonly units: readonly UnitRow[];
  readonly themes: readonly ThemeRow[];
  readonly answers: Answers;
  readonly silent: readonly string[];
  readonly tone: ToneCount;
  readonly lopsided: readonly UnitRow[];
  readonly unthemed: readonly Entry[];
  readonly channels: Channels;
  readonly research: Research;
  readonly hot: readonly HotTopic[];
  readonly signs: readonly Sign[];
  readonly unanswered: readonly Unanswered[];
  /** As of now, whatever the window. */
  readonly problems: readonly OpenProblem[];
  readonly gaps: readonly Asked[];
}

/** The whole picture of the entries of a window; `given` are those of every day, `unanswered` the decisions that none of them answers. */
export function cover(given: readonly Entry[], unanswered: readonly Unanswered[], context: CoverageContext): Coverage {
  const { office, profile, now, window } = context;
  // Whatever is equal stands in the order of time and ids, never of files.
  const all = given.toSorted(
    (a, b) =>
      (a.submitted?.day ?? 0) - (b.submitted?.day ?? 0) ||
      (a.submitted?.clock ?? 0) - (b.submitted?.clock ?? 0) ||
      byCodePoint(a.id, b.id),
  );
  const entries = submittedIn(all, window);
  const units = unitRows(entries, context);
  const answers = answersOf(entries, office, now.day);
  const themes = themeRows(answers, office, window);
  const silent = silentUnits(units, context);
  const matters = mattersIn(submittedIn(all, { from: window.from - signDays(context), to: window.to }), context);
  const signs = signsOf(all, matters, context);
  const gaps = gapsOf({ all, themes, silent, unanswered, signs }, context);
  return {
    entries,
    undated: all.filter((entry) => dayOfEntry(entry) === null).length,
    joint: entries.filter((entry) => unitsOf(entry, office).length > 1).length,
    categories: categoriesOf(entries, [...profile.categories.keys()]),
    units,
    themes,
    answers,
    silent,
    tone: toneCount(entries, profile),
    lopsided: lopsided(units, context),
    unthemed: unthemed(answers, office, now.day),
    channels: channelsOf(entries),
    research: researchOf(entries, context),
    hot: hotTopics(entries, matters, context),
    signs,
    unanswered,
    problems: openProblems(all, context),
    gaps: askFor(gaps, all, context),
  };
}

function categoriesOf(entries: readonly Entry[], known: readonly string[]): string[] {
  const seen = new Set(entries.map(({ category }) => category));
  const others = [...seen].filter((name) => !known.includes(name));
  return [...known.filter((name) => seen.has(name)), ...others];
}
