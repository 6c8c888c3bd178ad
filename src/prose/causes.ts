import type { Entry } from "../model/entry.ts";
import type { Profile } from "../model/profile.ts";
import { maskTitles } from "./masked.ts";
import { headingOf, linesUnder, outlineOf, type OutlineLine } from "./outline.ts";
import { EMPTY, weigh } from "./cause-weight.ts";
import { findPhrases, hasPhrase, type FoundPhrase } from "./phrases.ts";
import { sentencesOf, type Stretch } from "./sentences.ts";
import { isFullText } from "./full-text.ts";

const CAUSE = "原因用语";

/** What a body gives as a cause, in UTF-16 offsets of the body. */
export interface Cause extends Stretch {
  readonly end: number;
  /** Words that fit any matter; none in a cause that says something. */
  readonly empty: readonly string[];
  /** Whether it only says the title once more, in the same words or in others. */
  readonly restates: boolean;
  /** Whether it is a single word, such as 亏损. */
  readonly single: boolean;
}

/** Every cause that a body gives, at most a hundred: what stands below a heading 原因, and what a sentence gives as one. */
export function* causesIn(
  entry: Entry,
  profile: Profile,
  lines: readonly OutlineLine[] = outlineOf(maskTitles(entry.body.text)),
): Iterable<Cause> {
  let count = 0;
  for (const part of partsOf(lines, profile)) {
    const cause = judged(part, entry, profile);
    if (cause) yield cause;
    if (++count >= MOST_JUDGED) return;
  }
}

/** Whether a text says why, in words of cause, or by telling it: a short text that does not is sure not to. */
export function givesReason(entry: Entry, profile: Profile): boolean {
  if (!causesIn(entry, profile)[Symbol.iterator]().next().done) return true;
  return isFullText(entry, profile) && hasPhrase(entry.body.text, profile, "解释用语");
}

const MOST_JUDGED = 100;

function* partsOf(lines: readonly OutlineLine[], profile: Profile): Iterable<Stretch[]> {
  for (const [index, line] of lines.entries()) if (isCauseHeading(line, profile)) yield headedPart(lines, index);
  yield* spokenParts(lines, profile);
}

function isCauseHeading(line: OutlineLine, profile: Profile): boolean {
  const heading = headingOf(line);
  return heading !== null && /原因|成因|根源|症结/u.test(heading) && findPhrases(heading, profile, CAUSE).length > 0;
}

/** What runs on behind the heading, and all below it. */
function headedPart(lines: readonly OutlineLine[], index: number): Stretch[] {
  const line = lines[index];
  if (!line) return [];
  const stop = line.text.search(/[。：:]/u) + 1;
  const rest = stop > 0 && stop < line.text.length ? [{ text: line.text.slice(stop), start: line.start + stop }] : [];
  return [...rest, ...linesUnder(lines, index)].flatMap(clausesOf);
}

/** Clauses with the signs between them left out. */
function clausesOf({ text, start }: Stretch): Stretch[] {
  return Array.from(text.matchAll(/[^。！？；，：:,;\n]+/gu), (match) => ({
    text: match[0],
    start: start + match.index,
  }));
}

function* spokenParts(lines: readonly OutlineLine[], profile: Profile): Iterable<Stretch[]> {
  const known: Stretch[][] = [];
  // Most lines tell no cause, and need not be cut.
  const sentencesAt = (at: number): Stretch[] =>
    (known[at] ??= sentencesOf(lines[at]?.text ?? "").map(({ text, start }) => ({
      text,
      start: (lines[at]?.start ?? 0) + start,
    })));
  for (const [at, line] of lines.entries()) {
    if (!hasPhrase(line.text, profile, CAUSE) && !BECAUSE.test(line.text)) continue;
    for (const [index, sentence] of sentencesAt(at).entries()) {
      const part = spokenPart(sentence, profile);
      if (part !== null) yield [...part, ...goingOn(at, index + 1).flatMap(clausesOf)];
    }
  }

  /** 一是……；二是……: the rest of what was begun. */
  function goingOn(line: number, index: number): Stretch[] {
    const rest: Stretch[] = [];
    for (let [at, from] = [line, index]; at < lines.length; at++, from = 0) {
      for (const sentence of sentencesAt(at).slice(from)) {
        if (rest.length === MOST_POINTS || !GOES_ON.test(sentence.text)) return rest;
        rest.push(sentence);
      }
    }
    return rest;
  }
}

const MOST_POINTS = 12;
const GOES_ON =
  /^[\s*-]*(?:[其第]?[一二三四五六七八九十]是|其[一二三四五六次]|第[一二三四五六]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|再次|再者|另|此外|同时|加之|加上|再加上|还有|也有)/u;

/** The clauses of a sentence that give a cause; null where it gives none. */
function spokenPart(sentence: Stretch, profile: Profile): Stretch[] | null {
  const found = causeWord(sentence.text, profile);
  if (found === null) return null;
  const { word, start, end } = found;
  const cut = (from: number, to?: number): Stretch => ({
    text: sentence.text.slice(from, to),
    start: sentence.start + from,
  });
  if (/^(?:导致|致使|所致)$/u.test(word)) return clausesOf(cut(0, start)).slice(-2);
  const clauses = clausesOf(cut(end));
  // ……是主要原因。
  const is = sentence.text.lastIndexOf("是", start);
  if (is > 0 && start - is <= 6 && /^(?:$|[。，；！？])/u.test(sentence.text.slice(end)))
    return clausesOf(cut(0, is)).slice(-1);
  if (!/^(?:由于|因为|因|源于|缘于|受)/u.test(word)) return clauses;
  // 由于甲，乙: what follows is what came of it, unless it goes on with 加之.
  const own = word.startsWith("受") ? clausesOf(cut(start)) : clauses;
  return own.filter(({ text }, index) => index === 0 || /^(?:加|又|也|且|再|同时|特别|尤其|以及)/u.test(text));
}

/** 因 stands for many things: 因此, 因地制宜, 基因. */
const BECAUSE = /(?<![此基病起事诱外内成原主死归肇])因(?![此而素地势材人时公小果循应特为])/u;

/** 饮水受到影响 tells what came of it. */
const SUFFERED = /^受到?(?:了|严重|较大|一定|很大|不同程度|不利)*的?(?:影响|制约|限制|冲击)$/u;

function causeWord(text: string, profile: Profile): Pick<FoundPhrase, "word" | "start" | "end"> | null {
  const listed = findPhrases(text, profile, CAUSE).find(({ word }) => !SUFFERED.test(word));
  const spoken = BECAUSE.exec(text);
  if (spoken && (!listed || spoken.index < listed.start))
    return { word: "因", start: spoken.index, end: spoken.index + 1 };
  return listed ?? null;
}

/** What a part says; null where it only announces a cause. */
function judged(clauses: readonly Stretch[], entry: Entry, profile: Profile): Cause | null {
  const asked = clauses.findIndex(({ text }) => ASKED.test(text));
  const [start] = clauses;
  const trouble = {
    spoken: `${entry.title}\n${start ? spokenBefore(entry.body.text, start.start) : ""}`,
    all: `${entry.title}\n${start ? entry.body.text.slice(Math.max(0, start.start - NEAR), start.start) : ""}`,
  };
  const causes = clauses
    .slice(0, asked < 0 ? undefined : asked)
    .filter(({ text }) => !EFFECT.test(text))
    .map((clause) => ({ ...clause, weight: weigh(clause.text, trouble, profile) }))
    .filter(({ weight }) => weight !== "neutral");
  const [first, last] = [causes[0], causes.at(-1)];
  if (!first || !last) return null;
  const concrete = causes.some(({ weight }) => weight === "concrete");
  const empty = concrete ? [] : causes.flatMap(({ text }) => findPhrases(text, profile, EMPTY).map(({ word }) => word));
  const end = last.start + last.text.length;
  return {
    text: entry.body.text.slice(first.start, end),
    start: first.start,
    end,
    empty,
    restates: !concrete && causes.some(({ weight }) => weight === "restating"),
    single: causes.every(({ weight }) => weight === "single"),
  };
}

/** How far before a cause its trouble was told. */
const NEAR = 120;

/** 拥堵的主要原因是: what a cause is given for, in its sentence. */
function spokenBefore(body: string, start: number): string {
  return /[^。！？；\n]*$/u.exec(body.slice(Math.max(0, start - 60), start))?.[0] ?? "";
}

const EFFECT = /^(?:从而|因此|因而|所以|以致|以至|结果|导致|造成|致使|使得?)/u;

/** What is asked for in the same sentence is no cause. */
const ASKED = /^(?:为此|因此|现|特)?(?:请|建议|恳请|望|亟?需)/u;
