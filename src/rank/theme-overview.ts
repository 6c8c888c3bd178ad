import { byCodePoint } from "../base/order.ts";
import { inForce, mentionsTheme } from "../base/themes.ts";
import type { Entry } from "../model/entry.ts";
import type { Decision, Theme } from "../model/office.ts";
import type { RankContext } from "./context.ts";
import { decisionOf, unanswered, type Unanswered } from "./decisions.ts";
import { answersOf, unthemed } from "./themes.ts";

/** One theme and what answers it. */
export interface ThemeState {
  readonly theme: Theme;
  readonly state: "在期" | "未到" | "已过";
  /** Entries that declare it or speak of it, submitted in its time; the newest first. */
  readonly entries: readonly Entry[];
  /** Entries that still speak of it though it was over when they came. */
  readonly late: readonly Entry[];
}

/** A decision and what tells of it. */
export interface DecisionState {
  readonly decision: Decision;
  readonly entries: readonly Entry[];
}

/** What is wanted of information, and what of it is answered. */
export interface Overview {
  readonly themes: readonly ThemeState[];
  readonly decisions: readonly DecisionState[];
  readonly unanswered: readonly Unanswered[];
  /** 未对题, the newest first. */
  readonly unthemed: readonly Entry[];
}

/** Themes and decisions of an office with the entries that answer them. */
export function overviewOf(entries: readonly Entry[], context: RankContext): Overview {
  const { office, now } = context;
  const newest = entries.toSorted(newestFirst);
  const answers = answersOf(newest, office, now.day);
  const dayOf = ({ submitted }: Entry): number => submitted?.day ?? now.day;
  return {
    themes: office.themes.map((theme) => ({
      theme,
      state: inForce(theme, now.day) ? "在期" : theme.from !== null && theme.from > now.day ? "未到" : "已过",
      entries: newest.filter((entry) => answers.get(entry)?.includes(theme)),
      late: newest.filter((entry) => theme.to !== null && dayOf(entry) > theme.to && mentionsTheme(entry, theme)),
    })),
    decisions: office.decisions.map((decision) => ({
      decision,
      entries: newest.filter((entry) => decisionOf(entry, office) === decision),
    })),
    unanswered: unanswered(entries, context),
    unthemed: unthemed(answers, office, now.day),
  };
}

/** What became of a stage theme since a day, beside as many days before it. */
export interface ThemeChange {
  readonly theme: Theme;
  readonly began: boolean;
  readonly ended: boolean;
  readonly since: readonly Entry[];
  readonly before: number;
  /** Units that had not told of it before. */
  readonly newUnits: readonly string[];
}

/** 阶段工作的新变化: the stage themes in force at any time since a day (inclusive). */
export function changesSince(day: number, { themes }: Overview, { now }: Pick<RankContext, "now">): ThemeChange[] {
  const length = now.day - day + 1;
  return themes.flatMap(({ theme, entries }) => {
    const ended = theme.to !== null && theme.to >= day && theme.to < now.day;
    if (theme.term !== "阶段" || (theme.from ?? 0) > now.day || (theme.to !== null && theme.to < day)) return [];
    const since = entries.filter(({ submitted }) => submitted !== null && submitted.day >= day);
    const earlier = entries.filter(({ submitted }) => submitted !== null && submitted.day < day);
    const known = new Set(earlier.flatMap(({ unit }) => unit));
    const newUnits = [...new Set(since.flatMap(({ unit }) => unit))].filter((name) => !known.has(name));
    return {
      theme,
      began: theme.from !== null && theme.from >= day,
      ended,
      since,
      before: earlier.filter(({ submitted }) => (submitted?.day ?? 0) >= day - length).length,
      newUnits,
    };
  });
}

/** As the order of an issue has it: a day without a time stands behind the times of that day. */
function newestFirst({ submitted: a, id: one }: Entry, { submitted: b, id: other }: Entry): number {
  const day = (b?.day ?? 0) - (a?.day ?? 0);
  return day || (b?.clock ?? -1) - (a?.clock ?? -1) || byCodePoint(one, other);
}
