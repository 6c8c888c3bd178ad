import type { Profile } from "../model/profile.ts";

/** A stretch of a text; `start` is its UTF-16 offset there. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

/** A word found in a text, as half-open UTF-16 offsets. */
export interface Found {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a list of the profile; none where it has no such list. */
export function wordsOf(profile: Profile, name: string): readonly string[] {
  return profile.words.get(name)?.words ?? [];
}

/** Sentences, cut after 。！？； and at line ends, with the sign that ends them; white space only is none. */
export function sentencesOf(text: string): Stretch[] {
  return cut(text, SENTENCE);
}

/** Lines that hold anything. */
export function linesOf(text: string): Stretch[] {
  return cut(text, LINE);
}

const SENTENCE = /[^。！？；\n]+[。！？；]?/gu;
const LINE = /[^\n]+/gu;
const HOLDS = /\S/u;

function cut(text: string, form: RegExp): Stretch[] {
  const found: Stretch[] = [];
  form.lastIndex = 0;
  for (let match = form.exec(text); match !== null; match = form.exec(text))
    if (HOLDS.test(match[0])) found.push({ text: match[0], start: match.index });
  return found;
}

/** Every place of every word, in the order of the text; of words that begin at one place the longest. */
export function findWords(text: string, words: readonly string[]): Found[] {
  const found = new Map<number, Found>();
  for (const word of words) {
    if (word === "") continue;
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
      const known = found.get(start);
      if (!known || known.word.length < word.length) found.set(start, { word, start, end: start + word.length });
    }
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}
