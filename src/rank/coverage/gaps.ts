import { inForce, speaksOf } from "../../base/themes.ts";
import { chineseDay, civil } from "../../base/time.ts";
import type { Entry } from "../../model/entry.ts";
import type { Unanswered } from "../decisions.ts";
import { figureOf, type CoverageContext } from "./context.ts";
import { unitsFitting } from "./fit.ts";
import type { Sign } from "./signs.ts";
import type { ThemeRow } from "./themes.ts";
import { unitsOf } from "./units.ts";

/** What the overview lacks, and what is to be asked for it. */
export interface Gap {
  readonly kind: "苗头" | "决策" | "关注点" | "单位";
  readonly topic: string;
  /** Full names of units of the office; empty is any. */
  readonly units: readonly string[];
  /** Why it is asked, in words that any unit may read: no title of an entry. */
  readonly why: string;
}

/** What gaps are looked for in. */
export interface Seen {
  readonly all: readonly Entry[];
  readonly themes: readonly ThemeRow[];
  readonly silent: readonly string[];
  readonly unanswered: readonly Unanswered[];
  readonly signs: readonly Sign[];
}

const LEAST = "关注点最少条数";

/** What is to be asked for next, the most pressing first: signs, decisions, themes by weight, units that were silent. */
export function gapsOf(seen: Seen, context: CoverageContext): Gap[] {
  return [...signGaps(seen, context), ...decisionGaps(seen, context), ...themeGaps(seen, context), ...unitGap(seen)];
}

function signGaps({ signs }: Seen, { office }: CoverageContext): Gap[] {
  return signs.map(({ kind, from, to, units, matters }) => ({
    kind: "苗头",
    topic: `${kind}问题的范围、原因和建议`,
    units: office.units.flatMap(({ name }) => (units.includes(name) ? [name] : [])),
    why: `${spanOf(from, to)}，${units.length} 个单位报来同类情况 ${matters} 起，请跟进后续情况`,
  }));
}

function spanOf(from: number, to: number): string {
  return from === to ? shortDay(from) : `${shortDay(from)}至${shortDay(to)}`;
}

/** `11月18日`: lines of a narrow column break between its characters, which they cannot in 2026-11-18. */
function shortDay(day: number): string {
  const { month, date } = civil(day);
  return `${month}月${date}日`;
}

function decisionGaps({ unanswered }: Seen, context: CoverageContext): Gap[] {
  return unanswered.map(({ decision: { name, keywords, day }, days }) => ({
    kind: "决策",
    topic: `${name}的落实情况和干部群众反响`,
    units: unitsFitting([name, ...keywords], context),
    why: `${day === null ? "" : chineseDay(day)}作出决定，${days} 天没有报来反响`,
  }));
}

function themeGaps({ all, themes }: Seen, context: CoverageContext): Gap[] {
  const least = figureOf(context, LEAST) ?? 0;
  return themes
    .filter(({ theme, entries }) => entries.length < least && inForce(theme, context.now.day))
    .toSorted((a, b) => b.theme.weight - a.theme.weight)
    .map(({ theme, entries }) => {
      const wrote = new Set(all.flatMap((entry) => (speaksOf(entry, theme) ? unitsOf(entry, context.office) : [])));
      const fitting = unitsFitting([theme.name, ...theme.keywords], context).filter((name) => !wrote.has(name));
      return {
        kind: "关注点",
        topic: `${theme.name}的情况、问题和建议`,
        units: fitting,
        why: `${shortDay(context.window.from)}以来${entries.length === 0 ? "没有信息" : `只有 ${entries.length} 条信息`}说到这个关注点`,
      };
    });
}

function unitGap({ silent }: Seen): Gap[] {
  if (silent.length === 0) return [];
  const topic = "本单位、本地近期的新情况、新问题和群众意见";
  return [{ kind: "单位", topic, units: silent, why: "统计期内没有收到报送的信息" }];
}
