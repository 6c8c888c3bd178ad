import { scramble } from "./shingles.ts";

/** Numbers in a signature. */
const BINS = 128;
const BIN_BITS = 7;

/** Trees of the forest, and numbers that each sorts by. */
const TREES = 16;
const DEPTH = BINS / TREES;

/** Equal numbers at the head of two entries of a tree, from which on they are worth a look. */
const LEAST_PREFIX = 3;

/** How many neighbours in a tree each text is compared with: what bounds the work, however many are alike. */
const WINDOW = 3;

/**
 * The MinHash signature of a set of shingles, by one permutation: each bin keeps the least number that falls into it, and
 * an empty bin borrows from the next full one. Two signatures agree in as many places as the sets are alike. Empty for an
 * empty set.
 */
export function signatureOf(shingles: Uint32Array): Uint32Array {
  if (shingles.length === 0) return new Uint32Array(0);
  const signature = new Uint32Array(BINS).fill(0xffffffff);
  const full = new Uint8Array(BINS);
  for (const shingle of shingles) {
    const bin = shingle >>> (32 - BIN_BITS);
    const value = scramble(shingle);
    if (full[bin] === 0 || value < (signature[bin] as number)) signature[bin] = value;
    full[bin] = 1;
  }
  for (let bin = 0; bin < BINS; bin++) {
    if (full[bin] === 1) continue;
    let step = 1;
    while (full[(bin + step) % BINS] === 0) step++;
    signature[bin] = scramble((signature[(bin + step) % BINS] as number) + step);
  }
  return signature;
}

/** How alike two texts are by their signatures, 0 to 1; within about 0.1 of `jaccard`. */
export function agreement(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let equal = 0;
  for (let at = 0; at < BINS; at++) if (a[at] === b[at]) equal++;
  return equal / BINS;
}

/**
 * Tells pairs of texts that may be alike (an LSH forest): in every tree the texts are sorted by their numbers there, and
 * each meets the few that stand next to it. So a text meets its nearest, yet thousands from one template cost no more
 * than as many different ones: n log n. A pair may be told more than once.
 */
export function alikePairs(signatures: readonly Uint32Array[], tell: (a: number, b: number) => void): void {
  const known = signatures.flatMap((signature, index) => (signature.length === 0 ? [] : [index]));
  for (let tree = 0; tree < TREES; tree++) {
    const from = tree * DEPTH;
    const order = known.toSorted((a, b) => compare(signatures, [a, b], from) || a - b);
    for (let at = 0; at < order.length; at++) {
      for (let next = at + 1; next <= at + WINDOW && next < order.length; next++) {
        const pair: [number, number] = [order[at] as number, order[next] as number];
        if (prefix(signatures, pair, from) < LEAST_PREFIX) break;
        tell(...pair);
      }
    }
  }
}

function compare(signatures: readonly Uint32Array[], [a, b]: [number, number], from: number): number {
  const [left, right] = [signatures[a] as Uint32Array, signatures[b] as Uint32Array];
  for (let at = from; at < from + DEPTH; at++) {
    if (left[at] !== right[at]) return (left[at] as number) - (right[at] as number);
  }
  return 0;
}

function prefix(signatures: readonly Uint32Array[], [a, b]: [number, number], from: number): number {
  const [left, right] = [signatures[a] as Uint32Array, signatures[b] as Uint32Array];
  let length = 0;
  while (length < DEPTH && left[from + length] === right[from + length]) length++;
  return length;
}
