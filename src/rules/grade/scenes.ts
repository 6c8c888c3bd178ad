import { civil } from "../../base/time.ts";
import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import { maskTitles } from "../shared/masked.ts";
import { peopleIn } from "../shared/people.ts";
import { findWords, sentencesOf, wordsOf, type Found, type Stretch } from "../shared/prose.ts";

/** A stretch of title or body. */
export interface Spot {
  readonly in: "title" | "body";
  readonly start: number;
  readonly end: number;
}

/** What an entry tells of, sentence by sentence. */
export interface Scene {
  /** The first sentence that has a word of every group, told as something that happened, and so many people; null where there is none. */
  find(groups: readonly (readonly string[])[], people: number | null): Spot | null;
}

/** What a sentence is judged by. */
interface Reading {
  /** Words that deny what stands in their clause, and sentences that are no event. */
  readonly denied: readonly string[];
  readonly passed: readonly string[];
  /** Those who were sent, not those who took part. */
  readonly sent: readonly string[];
  /** The year the entry was filed in. */
  readonly year: number | null;
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
  };
  let told: Sentence[] | null = null;
  return {
    find(groups, people) {
      // Most entries hold none of the words: looked for before anything is cut up.
      if (!groups.every((words) => words.some((word) => whole.includes(word)))) return null;
      told ??= toldIn(texts, reading);
      for (const sentence of told) {
        const spot = spotIn(sentence, groups, reading);
        if (spot && (people === null || peopleIn(sentence.text, reading.sent).some((count) => count >= people)))
          return spot;
      }
      return null;
    },
  };
}

interface Sentence extends Stretch {
  readonly in: Spot["in"];
}

function toldIn(texts: Readonly<Record<Spot["in"], string>>, { passed }: Reading): Sentence[] {
  const isPassed = (text: string): boolean => passed.some((word) => text.includes(word));
  if (isPassed(texts.title)) return [];
  return (["title", "body"] as const).flatMap((name) =>
    sentencesOf(texts[name])
      .filter(({ text }) => !isPassed(text))
      .map((sentence) => ({ ...sentence, in: name })),
  );
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
