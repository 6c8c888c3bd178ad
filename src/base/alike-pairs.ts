import { telling, type Doc } from "./alike-doc.ts";
import { likeness, type Likeness, type Thresholds } from "./alike.ts";
import { agreement, alikePairs, signatureOf } from "./minhash.ts";
import { Counts, rarestOf, sharedPairs } from "./postings.ts";
import { hashOf } from "./shingles.ts";

/** Two of a list of texts, by index, the first before the second. */
export interface AlikePair extends Likeness {
  readonly first: number;
  readonly second: number;
}

/** Signatures are within about this much of the likeness they stand for. */
const SIGNATURE_ERROR = 0.15;

/** Texts are fewer than this, so that a pair of indexes is one exact number. */
const MOST = 2 ** 20;

/**
 * Pairs on one matter among many texts, in time that grows as n log n. The texts should come in the order of their
 * submission. `may` says of two indexes whether they may be a pair at all. How many others a text is compared with is
 * bounded, so of a great heap of the same not every pair is told, but none of the heap stays without its nearest.
 */
export function findAlike(
  docs: Iterable<Doc>,
  least: Thresholds,
  may: (first: number, second: number) => boolean,
): AlikePair[] {
  const found: AlikePair[] = [];
  const told = allTelling(Array.from(docs));
  for (const pair of candidates(told, least)) {
    const [first, second] = [Math.floor(pair / MOST), pair % MOST];
    if (!may(first, second)) continue;
    const alike = likeness(told[first] as Doc, told[second] as Doc, least);
    if (alike) found.push({ ...alike, first, second });
  }
  return found;
}

/** What more texts have than these, or than one in so many, is no sign of one matter. */
const COMMON_LEAST = 20;
const COMMON_SHARE = 100;

/** In place: of twenty thousand texts, all their words twice would fill the memory. */
function allTelling(docs: Doc[]): readonly Doc[] {
  const limit = Math.max(COMMON_LEAST, docs.length / COMMON_SHARE);
  const facts = new Counts(docs.map(({ factKeys }) => factKeys));
  const runs = new Counts(docs.map(({ runKeys }) => runKeys));
  const spread = { fact: (hash: number) => facts.of(hash), run: (hash: number) => runs.of(hash) };
  for (const [index, doc] of docs.entries()) docs[index] = telling(doc, spread, limit);
  return docs;
}

function candidates(docs: readonly Doc[], least: Thresholds): Float64Array {
  let pairs = new Float64Array(1024);
  let count = 0;
  const add = (a: number, b: number): void => {
    if (count === pairs.length) {
      const more = new Float64Array(count * 2);
      more.set(pairs);
      pairs = more;
    }
    pairs[count++] = Math.min(a, b) * MOST + Math.max(a, b);
  };
  sharedPairs(keysOf(docs), add);
  const signatures = docs.map(({ shingles }) => signatureOf(shingles));
  alikePairs(signatures, (a, b) => {
    const alike = agreement(signatures[a] as Uint32Array, signatures[b] as Uint32Array);
    if (alike < least.wording - SIGNATURE_ERROR) return;
    add(a, b);
    add(a, b);
  });
  // One thing in common is chance; what is told twice is worth a look.
  const sorted = pairs.subarray(0, count).sort();
  return sorted.filter((pair, at) => pair === sorted[at + 1] && pair !== sorted[at - 1]);
}

/** So many of the rarest words of a text are worth a place in the index. */
const RARE_WORDS = 12;

/** What texts on one matter are likely to share: facts, rare words, pieces of the title, and the hour it happened. */
function keysOf(docs: readonly Doc[]): Uint32Array[] {
  const counts = new Counts(docs.map(({ runKeys }) => runKeys));
  return docs.map(({ factKeys, runKeys, title, occurred }) => {
    const keys = new Set<number>(factKeys);
    for (const key of rarestOf(runKeys, counts, RARE_WORDS)) keys.add(key);
    for (const [part] of title.matchAll(/\p{sc=Han}{3,}/gu)) {
      for (let at = 0; at + 3 <= part.length; at++) keys.add(hashOf(part, at, at + 3));
    }
    if (occurred?.instant != null) {
      // An hour and the one after it: times that are near share at least one of the two.
      const hour = Math.floor(occurred.instant / 60);
      keys.add(hashOf(`刻${hour}`)).add(hashOf(`刻${hour + 1}`));
    }
    return Uint32Array.from(keys);
  });
}
