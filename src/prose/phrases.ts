import { literal } from "../base/pattern.ts";
import type { Profile, WordList } from "../model/profile.ts";
import type { Found } from "./sentences.ts";

/** What “…” of a word list stands for: up to twenty characters of one clause. */
const GAP = "[^。！？；，：\\n]{0,20}?";

interface Compiled {
  readonly form: RegExp;
  /** The same without groups: most texts hold no phrase, and this tells it sooner. */
  readonly quick: RegExp;
  /** By the number of the group that met it. */
  readonly words: readonly string[];
}

const COMPILED = new WeakMap<WordList, Compiled | null>();

/** A phrase of a word list that was found: `word` is what the text says, `phrase` what the list says. */
export interface FoundPhrase extends Found {
  readonly phrase: string;
}

/** Phrases of a word list in a text, from left to right and none within another; “…” in them is a gap. */
export function findPhrases(text: string, profile: Profile, name: string): FoundPhrase[] {
  const list = profile.words.get(name);
  const compiled = list ? compile(list) : null;
  if (compiled === null || !compiled.quick.test(text)) return [];
  return Array.from(text.matchAll(compiled.form), (match) => ({
    word: match[0],
    phrase: compiled.words[match.slice(1).findIndex((group) => group !== undefined)] ?? match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether a text holds any phrase of a word list. */
export function hasPhrase(text: string, profile: Profile, name: string): boolean {
  const list = profile.words.get(name);
  const compiled = list ? compile(list) : null;
  return compiled !== null && compiled.quick.test(text);
}

/** Whether a text begins with a phrase of a word list. */
export function beginsWith(text: string, profile: Profile, name: string): boolean {
  return (profile.words.get(name)?.words ?? []).some((word) => word !== "" && text.startsWith(word));
}

/** The phrase of a word list that a text ends with; the longest, or null. */
export function endingPhrase(text: string, profile: Profile, name: string): string | null {
  const words = profile.words.get(name)?.words ?? [];
  const ends = words.filter((word) => word !== "" && text.endsWith(word));
  return ends.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

function compile(list: WordList): Compiled | null {
  const known = COMPILED.get(list);
  if (known !== undefined) return known;
  const words = list.words.filter((word) => /[^…]/u.test(word)).toSorted((a, b) => b.length - a.length);
  const patterns = words.map(patternOf);
  const form = new RegExp(patterns.map((pattern) => `(${pattern})`).join("|"), "gu");
  const compiled = words.length === 0 ? null : { form, quick: new RegExp(patterns.join("|"), "u"), words };
  COMPILED.set(list, compiled);
  return compiled;
}

/** A phrase of a word list as a pattern. */
export function patternOf(phrase: string): string {
  const parts = phrase.split(/…+/u);
  return parts.map(literal).join(GAP);
}
