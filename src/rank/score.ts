import { mentions } from "../base/themes.ts";
import { workdaysBetween } from "../base/workdays.ts";
import type { Entry, Stage } from "../model/entry.ts";
import type { Reason } from "../model/ranking.ts";
import { groupsOf, type RankContext } from "./context.ts";
import { matchThemes } from "./themes.ts";

/** The first group, in leadership order, that takes the entry; the last one takes what is left. */
export function groupOf(entry: Entry, context: RankContext): { name: string; points: number } {
  const groups = groupsOf(context);
  const themes = matchThemes(entry, context.office, context.now.day);
  const found = groups.find(({ categories, when }) => {
    if (categories.length === 0 && when.length === 0) return true;
    const answers = when.includes("批示") && entry.instructions.length > 0;
    return answers || (when.includes("关注点") && themes.length > 0) || categories.includes(entry.category);
  });
  return found ?? groups.at(-1) ?? { name: "信息", points: 0 };
}

/** Why an entry stands where it does: the reasons whose points add up to its score. Nothing that adds substance takes points. */
export function reasonsOf(entry: Entry, context: RankContext): Reason[] {
  const group = groupOf(entry, context);
  const themes = matchThemes(entry, context.office, context.now.day);
  return [
    { text: group.name, points: group.points },
    ...themes.map(({ name, weight }) => ({ text: `关注点 ${name}`, points: weight })),
    ...stageFit(entry, context),
    ...substance(entry, context),
    ...marks(entry, context),
    ...freshness(entry, context),
  ];
}

/** What each stage of a decision wants of information: 决策前有预见、决策中有依据、决策后有反响. */
const WANTED: Readonly<Record<Stage, string>> = { 决策前: "预见", 决策中: "数据", 决策后: "反响" };

function stageFit(entry: Entry, { profile, office }: RankContext): Reason[] {
  const decision = office.decisions.find(({ id, name }) => entry.decision === id || entry.decision === name);
  const stage = entry.stage ?? decision?.stage;
  if (!stage) return [];
  const wanted = WANTED[stage];
  const fits = mentions(entry, profile.cues[wanted] ?? []);
  return fits ? [{ text: `${stage}·有${wanted}`, points: profile.weights["决策阶段"] ?? 0 }] : [];
}

function substance(entry: Entry, { profile }: RankContext): Reason[] {
  const found = ["原因", "建议"].filter((name) => mentions(entry, profile.cues[name] ?? []));
  const points = found.reduce((sum, name) => sum + (profile.weights[`有${name}`] ?? 0), 0);
  return found.length === 0 ? [] : [{ text: found.map((name) => `有${name}`).join(""), points }];
}

function marks(entry: Entry, { profile }: RankContext): Reason[] {
  const { weights } = profile;
  const reasons: Reason[] = [];
  if (entry.sensitivity.length > 0)
    reasons.push({ text: `敏感（${entry.sensitivity.join("、")}）`, points: weights["敏感"] ?? 0 });
  if (entry.commission !== null) reasons.push({ text: "应约稿报送", points: weights["约稿"] ?? 0 });
  const leaders = [...new Set(entry.instructions.map(({ leader }) => leader))].join("、");
  if (leaders !== "") reasons.push({ text: `落实${leaders}批示`, points: weights["批示"] ?? 0 });
  const grade = entry.grade === null ? 0 : (weights[`等级${entry.grade}`] ?? 0);
  if (grade !== 0) reasons.push({ text: `等级 ${entry.grade}`, points: grade });
  return reasons;
}

/** Working days are counted over so many days at most: what is older is as old as that, and a slip may say the year 100. */
const LONG = 366;

function freshness(entry: Entry, { profile, now }: RankContext): Reason[] {
  if (!entry.submitted) return [];
  const days = now.day - entry.submitted.day;
  const age = workdaysBetween(now.day - Math.min(days, LONG), now.day, profile.calendar);
  const lost = Math.max(Math.ceil(age * (profile.weights["新鲜度每日"] ?? 0)), profile.weights["新鲜度上限"] ?? 0);
  return lost < 0 ? [{ text: days > LONG ? `${days} 天前报送` : `${age} 个工作日前报送`, points: lost }] : [];
}
