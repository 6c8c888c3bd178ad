import { distinct, hashOf } from "./shingles.ts";

/** Characters that two texts on different matters seldom have in a row. */
const LEAST = 4;

/** A longer run is copied wording, not a name that both use. */
const MOST = 8;

/** Places of one run that are looked at: 哈哈哈哈哈哈 has it anywhere. */
const PLACES = 8;

const HAN = /\p{sc=Han}{4,}/gu;

/** Sorted hashes of all runs of four Chinese characters in a text, without repeats. */
export function runKeysOf(text: string): Uint32Array {
  const hashes = new Uint32Array(text.length);
  let count = 0;
  for (const [part] of text.matchAll(HAN)) {
    for (let at = 0; at + LEAST <= part.length; at++) hashes[count++] = hashOf(part, at, at + LEAST);
  }
  return distinct(hashes.subarray(0, count).sort());
}

/** Whether a sorted list holds a number. */
export function has(sorted: Uint32Array, value: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}

/** Runs of four to eight Chinese characters that stand in both texts and cannot be made longer, in the order of the first. */
export function commonRuns(a: string, b: string): string[] {
  const places = new Map<string, number[]>();
  for (const { 0: part, index } of b.matchAll(HAN)) {
    for (let at = 0; at + LEAST <= part.length; at++) {
      const gram = part.slice(at, at + LEAST);
      const known = places.get(gram);
      if (known && known.length < PLACES) known.push(index + at);
      else if (!known) places.set(gram, [index + at]);
    }
  }
  const runs = new Set<string>();
  for (const [part] of a.matchAll(HAN)) {
    for (let at = 0; at + LEAST <= part.length;) {
      const starts = places.get(part.slice(at, at + LEAST)) ?? [];
      const length = starts.reduce((best, start) => Math.max(best, reach(part, at, b, start)), 0);
      if (length >= LEAST && length <= MOST) runs.add(part.slice(at, at + length));
      at += Math.max(1, length);
    }
  }
  return [...runs];
}

/** How far two texts agree from these places on; looked at no further than a run may be long. */
function reach(a: string, from: number, b: string, at: number): number {
  let length = LEAST;
  while (length <= MOST && from + length < a.length && a[from + length] === b[at + length]) length++;
  return length;
}

/** The longest run of Chinese characters of `title` that stands in `text` too, if it has at least three; else empty. */
export function commonTerm(title: string, text: string): string {
  let best = "";
  for (const [part] of title.matchAll(/\p{sc=Han}{3,}/gu)) {
    for (let from = 0; from < part.length; from++) {
      let to = from + Math.max(3, best.length + 1);
      while (to <= part.length && text.includes(part.slice(from, to))) best = part.slice(from, to++);
    }
  }
  return best;
}
