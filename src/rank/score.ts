import { mentions, themeWords } from "../base/themes.ts";
import { quote } from "../base/visible.ts";
import { workdaysBetween } from "../base/workdays.ts";
import type { Entry } from "../model/entry.ts";
import type { Theme } from "../model/office.ts";
import type { Profile, Weights } from "../model/profile.ts";
import type { Reason } from "../model/ranking.ts";
import { firstFigures } from "../prose/figures.ts";
import { groupsOf, type RankContext } from "./context.ts";
import { fitOf, tieOf } from "./decisions.ts";
import { substanceOf, type Substance } from "./substance.ts";
import { matchThemes } from "./themes.ts";

/** The first group, in leadership order, that takes the entry; the last one takes what is left. */
function groupOf(
  entry: Entry,
  themes: readonly Theme[],
  context: RankContext,
): { name: string; points: number; why: string; byCategory?: boolean } {
  const groups = groupsOf(context);
  for (const { name, points, categories, when } of groups) {
    if (when.includes("批示") && entry.instructions.length > 0) return { name, points, why: "答复领导批示" };
    const [theme] = when.includes("关注点") ? themes : [];
    if (theme) return { name, points, why: `对上关注点“${theme.name}”` };
    if (categories.includes(entry.category)) return { name, points, why: `${entry.category}类`, byCategory: true };
    if (categories.length === 0 && when.length === 0) return { name, points, why: "其余各类" };
  }
  const last = groups.at(-1);
  return { name: last?.name ?? "信息", points: last?.points ?? 0, why: "其余各类" };
}

/** The group of an entry, and why it stands where it does: the reasons whose points add up to its score. Nothing that adds substance takes points. */
export function placeOf(entry: Entry, context: RankContext): { group: string; reasons: Reason[] } {
  const themes = matchThemes(entry, context.office, context.now.day);
  const group = groupOf(entry, themes, context);
  const substance = substanceOf(entry, context);
  const reasons = [
    { text: group.name, points: group.points, detail: () => group.why },
    ...themed(entry, themes),
    ...stageFit(entry, substance, context),
    ...substantial(substance, context),
    ...figures(entry, context),
    ...(group.byCategory ? [] : ofCategory(entry, context)),
    ...marks(entry, context),
    ...freshness(entry, context),
    ...printed(entry, context),
  ];
  return { group: group.name, reasons };
}

/** Words of a theme that a reason names. */
const MOST_WORDS = 4;

function themed(entry: Entry, themes: readonly Theme[]): Reason[] {
  return themes.map((theme) => ({
    text: `关注点 ${theme.name}`,
    points: theme.weight,
    detail: () =>
      themeWords(entry, theme)
        .slice(0, MOST_WORDS)
        .map(({ where, word, keyword }) => `${where}“${word}”${word === keyword ? "" : `（同“${keyword}”）`}`)
        .join("、"),
  }));
}

function stageFit(entry: Entry, { workable }: Substance, context: RankContext): Reason[] {
  const tie = tieOf(entry, context);
  if (!tie) return [];
  const { cues, weights } = context.profile;
  const found = fitOf(entry, tie.stage, (name) => (name === "可操作" ? workable : mentions(entry, cues[name] ?? [])));
  if (found.length === 0) return [];
  const points = (weights["决策阶段"] ?? 0) + (found.length - 1) * (weights["决策阶段再加"] ?? 0);
  return [{ text: `${tie.stage}·有${found.join("有")}`, points, detail: () => tie.by() }];
}

function substantial({ cause, advice }: Substance, { profile: { weights } }: RankContext): Reason[] {
  const found = [...(cause === null ? [] : ["原因"]), ...(advice === null ? [] : ["建议"])];
  if (found.length === 0) return [];
  const points = found.reduce((sum, name) => sum + (weights[`有${name}`] ?? 0), 0);
  const detail = (): string => [cause, advice].flatMap((words) => (words === null ? [] : [shown(words)])).join("；");
  return [{ text: found.map((name) => `有${name}`).join(""), points, detail }];
}

/** Figures, so many that the text goes by them. */
const LEAST_FIGURES = 3;

function figures({ body }: Entry, { profile: { weights } }: RankContext): Reason[] {
  const points = weights["有数据"] ?? 0;
  if (points === 0) return [];
  const found = firstFigures(body.text, LEAST_FIGURES);
  return found.length === LEAST_FIGURES ? [{ text: "有数据", points, detail: () => found.join("、") }] : [];
}

/** What somebody must make up his mind about comes before what only tells what was done; where the group says so already, it is not said again. */
function ofCategory({ category }: Entry, { profile: { weights } }: RankContext): Reason[] {
  const points = weights[`类别${category}`] ?? 0;
  return points === 0 ? [] : [{ text: `${category}类`, points, detail: () => null }];
}

function marks(entry: Entry, { profile: { weights } }: RankContext): Reason[] {
  const reasons: Reason[] = [];
  const add = (text: string, points: number | undefined, detail: string | null = null): void => {
    reasons.push({ text, points: points ?? 0, detail: () => detail });
  };
  if (entry.sensitivity.length > 0) add(`敏感（${entry.sensitivity.join("、")}）`, weights["敏感"]);
  if (entry.commission !== null) add("应约稿报送", weights["约稿"], entry.commission);
  const leaders = [...new Set(entry.instructions.map(({ leader }) => leader))].join("、");
  if (leaders !== "") add(`落实${leaders}批示`, weights["批示"]);
  reasons.push(...harm(entry, weights), ...openEvent(entry, weights));
  const grade = entry.grade === null ? 0 : (weights[`等级${entry.grade}`] ?? 0);
  if (grade !== 0) add(`等级 ${entry.grade}`, grade);
  return reasons;
}

/** Deaths before all else, then people missing, then serious injuries: whatever 等级 the report gives itself. */
function harm({ casualties }: Entry, weights: Weights): Reason[] {
  if (!casualties) return [];
  const found = (
    [
      ["死亡", casualties.dead],
      ["失联", casualties.missing],
      ["重伤", casualties.serious],
    ] as const
  ).find(([, count]) => (count ?? 0) > 0);
  if (!found) return [];
  const [name, count] = found;
  return [{ text: `${name}${count}人`, points: weights[name] ?? 0, detail: () => null }];
}

/** What is not over yet comes before what is told to the end. */
function openEvent({ report }: Entry, weights: Weights): Reason[] {
  if (report === null || report.stage === "终报") return [];
  return [{ text: `事件未了（${report.stage}）`, points: weights["事件未了"] ?? 0, detail: () => null }];
}

/** Working days are counted over so many days at most: what is older is as old as that, and a slip may say the year 100. */
const LONG = 366;

function freshness({ submitted }: Entry, { profile, now }: RankContext): Reason[] {
  if (!submitted) return [];
  const known = FRESHNESS.get(profile) ?? new Map<number, Reason[]>();
  FRESHNESS.set(profile, known);
  const key = now.day * MOST_DAYS + submitted.day;
  const found = known.get(key) ?? aged(now.day - submitted.day, { profile, now });
  known.set(key, found);
  return found;
}

/** By the days of now and of submission: of thousands of entries many come on one day. */
const FRESHNESS = new WeakMap<Profile, Map<number, Reason[]>>();
const MOST_DAYS = 2 ** 23;

function aged(days: number, { profile, now }: Pick<RankContext, "profile" | "now">): Reason[] {
  const age = workdaysBetween(now.day - Math.min(days, LONG), now.day, profile.calendar);
  const lost = Math.max(Math.ceil(age * (profile.weights["新鲜度每日"] ?? 0)), profile.weights["新鲜度上限"] ?? 0);
  const text = days > LONG ? `${days} 天前报送` : `${age} 个工作日前报送`;
  return lost < 0 ? [{ text, points: lost, detail: () => null }] : [];
}

/** What leaders have read is news no more, unless it tells what came of it. */
function printed(entry: Entry, context: RankContext): Reason[] {
  const points = context.profile.weights["已刊相近"] ?? 0;
  const before = context.printed?.get(entry);
  if (!before || points === 0) return [];
  const { publication, year, number, title } = before;
  return [{ text: `已刊相近（${publication}${year}年第${number}期）`, points, detail: () => `“${title}”` }];
}

function shown(words: string): string {
  return `“${quote(words.replaceAll("\n", " "), 24)}”`;
}
