/** Characters in a shingle: long enough that two texts on other matters share few, short enough to outlive small changes. */
const WIDTH = 3;

const NOT_WORDS = /[^\p{sc=Han}A-Za-z]+/gu;

/** The shingles of a text as sorted 32-bit numbers without repeats; white space, signs and digits do not count. */
export function shinglesOf(text: string): Uint32Array {
  const letters = text.replace(NOT_WORDS, "");
  const hashes = new Uint32Array(Math.max(0, letters.length - WIDTH + 1));
  for (let at = 0; at < hashes.length; at++) hashes[at] = hashOf(letters, at, at + WIDTH);
  return distinct(hashes.sort());
}

/** A 32-bit number for a stretch of a text, always the same for the same characters. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return scramble(hash);
}

/** Spreads a 32-bit number over all 32 bits, always the same way. */
export function scramble(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A sorted list without its repeats. */
export function distinct(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at] as number;
  }
  return sorted.slice(0, count);
}

/** How many numbers two sorted lists share. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as number, b[j] as number];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}

/** Jaccard likeness of two sets of shingles, 0 to 1; 0 where either is empty. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  const shared = countShared(a, b);
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
