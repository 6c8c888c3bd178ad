import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import { maskTitles } from "../../prose/masked.ts";
import { beginsWith, findPhrases, hasPhrase } from "../../prose/phrases.ts";
import type { Stretch } from "../../prose/sentences.ts";

/** A clause that says what will come, from its word on. */
export interface Prediction extends Stretch {
  readonly end: number;
}

/** As far back as a condition may stand. */
const SENTENCE = 60;
/** As long as a clause may be. */
const CLAUSE = 120;
/** Of thousands in one entry the first are enough. */
const MOST_JUDGED = 100;

/** Forecasts of a body; what is planned (预计12月底完工) and what was said to be no more (不如预期) is none. */
export function predictionsIn(body: string, profile: Profile): Prediction[] {
  const text = maskTitles(body);
  const spoken = findPhrases(text, profile, "预测用语").slice(0, MOST_JUDGED);
  return spoken.flatMap(({ word, start, end }) => {
    const clause = /^[^。！？；，\n]*/u.exec(text.slice(start, start + CLAUSE))?.[0] ?? "";
    const before = /[^。！？；\n]*$/u.exec(text.slice(Math.max(0, start - SENTENCE), start))?.[0] ?? "";
    if (isPlan(clause.slice(word.length), profile) || isNoForecast(before, word, text.slice(end, end + 2))) return [];
    return [{ text: body.slice(start, start + clause.length), start, end: start + clause.length }];
  });
}

/** 预计12月底完工, 预计总投资3亿元, 预计2000人参加: it is in one's own hands. */
function isPlan(clause: string, profile: Profile): boolean {
  return beginsWith(clause, profile, "计划开头") || hasPhrase(clause, profile, "计划用语");
}

/** 好于预计, 原预计, 预测预警机制: a thing, not a forecast of the writer's; 若不处置，势必……: what follows from it. */
function isNoForecast(before: string, word: string, after: string): boolean {
  if (/(?:[如于过超到较比原]|符合|没有|无法|难以|不|未)$/u.test(before)) return true;
  if (/^[将必势]/u.test(word) && /若|如果|如不|一旦|否则|假如|不及时|再不/u.test(before)) return true;
  return word === "预测" && /^(?:预警|机制|模型|报告|能力|体系|分析|工作|站|室|性|和|与|、|结果|员|期)/u.test(after);
}

/** A basis anywhere in the entry: a word of 依据用语, 据…, or a source that gives one. */
export function hasBasis(entry: Entry, profile: Profile): boolean {
  const said = [entry.title, entry.body.text, ...entry.sources, entry.verification?.method ?? ""].join("\n");
  return hasPhrase(said.replace(NEVER_BEFORE, ""), profile, "依据用语") || ACCORDING.test(entry.body.text);
}

/** 往年没有的新情况 compares with nothing. */
const NEVER_BEFORE = /(?:往|历|常)年(?:没有|少有|少见|罕见|未)/gu;

/** Whether the sentence goes on to say why, with a figure: 预计不会升温，因22日后新增评论只有43条. */
export function isReasoned({ end }: Prediction, body: string): boolean {
  return /^，(?:这是|主要)?(?:因为?|由于|理由是|原因是)[^。；\n]{0,60}\d/u.test(body.slice(end, end + CLAUSE));
}

/** 据乡镇日报, but not 据悉. */
const ACCORDING = /(?<![数依根证占单票收论割拮])据(?![悉说传称守点此])(?!了解|介绍|反映)/u;

const FIGURE = /\d[\d.]*(?:余|多)?[万亿千百]*(?<unit>\p{Script=Han}|[%％℃])/gu;

/** A number with what it counts. */
export interface Figure {
  readonly start: number;
  /** Letters of what it counts. */
  readonly label: string;
  readonly unit: string;
}

/** Whether an earlier figure counts the same thing: 收入3200万元 is comparable with 收入达到3700万元, 投资126万元 is not. */
export function isCompared(found: Prediction, figures: readonly Figure[]): boolean {
  const own = figures.filter(({ start }) => start >= found.start && start < found.end).slice(0, 8);
  return own.some(({ label, unit }) =>
    figures.some(
      (one) =>
        one.start < found.start &&
        one.unit === unit &&
        (label === "" || [...label].some((letter) => one.label.includes(letter))),
    ),
  );
}

/** Figures of a text; days and times of day count nothing. */
export function figuresIn(text: string): Figure[] {
  return Array.from(text.matchAll(FIGURE), ({ index, groups }) => ({
    start: index,
    label: (/\p{Script=Han}*$/u.exec(text.slice(Math.max(0, index - 8), index))?.[0] ?? "").replace(VERBS, ""),
    unit: groups?.["unit"] ?? "",
  })).filter(({ unit }) => !/[年月日时分号]/u.test(unit));
}

/** Letters of a label that say nothing of what is counted. */
const VERBS = /[年月日预计测有望将会可达到突破超过实现增加长约为新再全总共累以上至在的后]/gu;
