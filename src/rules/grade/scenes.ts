import { civil } from "../../base/time.ts";
import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import type { Trigger } from "../../model/trigger.ts";
import { maskTitles } from "../../prose/masked.ts";
import { householdsIn, peopleIn } from "../shared/people.ts";
import { findWords, sentencesOf, wordsOf, type Found, type Stretch } from "../../prose/sentences.ts";

/** A stretch of title or body. */
export interface Spot {
  readonly in: "title" | "body";
  readonly start: number;
  readonly end: number;
}

/** What an entry tells of, sentence by sentence. */
export interface Scene {
  /** The first sentence that has a word of every group, told as something that happened, and so many people or households; null where there is none. */
  find(sought: Sought): Spot | null;
}

/** The conditions of a trigger on a sentence. */
export type Sought = Pick<Trigger, "words" | "people" | "households">;

/** What a sentence is judged by. */
interface Reading {
  /** Words that deny what stands in their clause, and sentences that are no event. */
  readonly denied: readonly string[];
  readonly passed: readonly string[];
  /** Those who were sent, not those who took part. */
  readonly sent: readonly string[];
  /** The year and the month the entry was filed in. */
  readonly year: number | null;
  readonly month: number | null;
}

/** Statistics, trials, drills and standing orders are no events: such sentences are passed over, and all of an entry whose title says so. */
export function sceneOf({ title, body, submitted }: Entry, profile: Profile): Scene {
  const texts = { title: maskTitles(title), body: maskTitles(body.text) };
  const whole = `${texts.title}\n${texts.body}`;
  const reading: Reading = {
    denied: wordsOf(profile, "必报否定"),
    passed: wordsOf(profile, "必报除外句"),
    sent: wordsOf(profile, "处置人员"),
    year: submitted && civil(submitted.day).year,
    month: submitted && civil(submitted.day).month,
  };
  let told: Sentence[] | null = null;
  return {
    find(sought) {
      // Most entries hold none of the words: looked for before anything is cut up.
      if (!sought.words.every((words) => words.some((word) => whole.includes(word)))) return null;
      told ??= toldIn(texts, reading);
      for (const sentence of told) {
        if (isLongAgo(sentence.text, reading)) continue;
        const spot = spotIn(sentence, sought.words, reading);
        if (spot && isMany(sentence.text, sought, reading)) return spot;
      }
      return null;
    },
  };
}

function isMany(text: string, { people, households }: Sought, { sent }: Reading): boolean {
  return (
    (people === null || peopleIn(text, sent).some((count) => count >= people)) &&
    (households === null || householdsIn(text).some((count) => count >= households))
  );
}

interface Sentence extends Stretch {
  readonly in: Spot["in"];
}

function toldIn(texts: Readonly<Record<Spot["in"], string>>, { passed }: Reading): Sentence[] {
  const isPassed = (text: string): boolean => isCount(text) || passed.some((word) => text.includes(word));
  if (isPassed(texts.title)) return [];
  return (["title", "body"] as const).flatMap((name) =>
    sentencesOf(texts[name])
      .filter(({ text }) => !isPassed(text))
      .map((sentence) => ({ ...sentence, in: name })),
  );
}

/** 事故31起, 1至10月: a count over a time, not an event. */
const SEVERAL =
  /(?:(?<![\d.])(?:[2-9]|\d{2,4})|[两二三四五六七八九十多数])起(?![床来到身火飞伏源因诉]|重机)|\d{1,2}月?[至到—－-]\d{1,2}月|月以来|前\d{1,2}个?月/u;

const MONTH = /(?<![\d-])(?:1[0-2]|[1-9])(?=月)/gu;

/** So many months back may as well be one or two ahead: 12月10日前 said in November. */
const FEW_AHEAD = 10;

/** Whether all months a sentence names are two or more before the one of filing: the entry tells of it as background. */
function isLongAgo(text: string, { month }: Reading): boolean {
  if (month === null) return false;
  const before = Array.from(text.matchAll(MONTH), ([one]) => (month - Number(one) + 12) % 12).filter(
    (count) => count < FEW_AHEAD,
  );
  return before.length > 0 && before.every((count) => count >= 2);
}

/** Two or three on one day (11月17日接连发生2起车祸) are events all the same; up to a day (截至) they are a count. */
function isCount(text: string): boolean {
  const onOneDay = /(?<!\d)[23两三]起/u.test(text) && /\d月\d{1,2}日/u.test(text) && !/截至|截止|[至到以]/u.test(text);
  return !onOneDay && SEVERAL.test(text);
}

/** Of a word only so many places in a sentence are looked at, and only so much about each: a text without commas must not take forever. */
const MOST = 50;
const REACH = 60;

function spotIn(
  { text, start, in: where }: Sentence,
  groups: readonly (readonly string[])[],
  reading: Reading,
): Spot | null {
  const found: Found[] = [];
  for (const words of groups) {
    const places = findWords(text, words).slice(0, MOST);
    const one = places.find((word) => happened(word, text, reading));
    if (one === undefined) return null;
    found.push(one);
  }
  const from = Math.min(...found.map((one) => one.start));
  const to = Math.max(...found.map((one) => one.end));
  return { in: where, start: start + from, end: start + to };
}

/** What denies a word right before it: 没有上访. */
const NOT = /(?:没有?|未曾?|[无不零非])$/u;
const YEAR = /(?<!\d)(?:19|20)\d\d(?=年)/gu;

/** What a word stands for is told as having happened: not denied, not only thought of, not of an earlier year. */
function happened(word: Found, text: string, { denied, year }: Reading): boolean {
  if (NOT.test(text.slice(Math.max(0, word.start - 2), word.start))) return false;
  const clause = clauseAt(text, word);
  if (denied.some((no) => clause.includes(no))) return false;
  return year === null || !Array.from(clause.matchAll(YEAR)).some(([one]) => Number(one) < year);
}

/** What stands between commas about a word. */
function clauseAt(text: string, { start, end }: Found): string {
  const [before = ""] = text
    .slice(Math.max(0, start - REACH), start)
    .split(/[，：]/u)
    .slice(-1);
  const [after = ""] = text.slice(end, end + REACH).split(/[，：。；！？]/u, 1);
  return before + text.slice(start, end) + after;
}
