import { scramble } from "./shingles.ts";

/** Documents are numbered below this: hash and number together stay an exact integer. */
const MOST = 2 ** 20;

/** A key that at most so many share: each of them meets each. */
const FEW = 8;

/** Of a key that more share, each meets so many of those that follow it. */
const WINDOW = 3;

/** So many of the rarest keys of a document are paired: what two documents share in common words, they seldom share twice. */
const PAIRED = 8;

/** Slots to each hash that is counted: two that fall into one are taken for commoner than they are, one time in eight. */
const SLOTS = 8;

/** How many lists hold a hash. */
export class Counts {
  readonly #slots: Uint16Array;
  readonly #shift: number;

  constructor(lists: readonly Uint32Array[]) {
    const total = lists.reduce((sum, { length }) => sum + length, 1);
    const bits = Math.min(24, Math.ceil(Math.log2(total * SLOTS)));
    this.#slots = new Uint16Array(2 ** bits);
    this.#shift = 32 - bits;
    for (const own of lists) {
      for (const hash of own) {
        const slot = hash >>> this.#shift;
        if ((this.#slots[slot] as number) < 0xffff) this.#slots[slot] = (this.#slots[slot] as number) + 1;
      }
    }
  }

  of(hash: number): number {
    return this.#slots[hash >>> this.#shift] as number;
  }
}

/** Of the hashes of a list, the rarest, as many as `most`. */
export function rarestOf(own: Uint32Array, counts: Counts, most: number): Uint32Array {
  if (own.length <= most) return own;
  return own.toSorted((a, b) => counts.of(a) - counts.of(b) || a - b).slice(0, most);
}

/**
 * Tells pairs of documents that share a rare key, or two less rare ones. `keys` are hashes without repeats; documents
 * should come in an order in which those that belong together stand near. Every document meets a bounded number of
 * others, so the work is n log n. A pair may be told more than once.
 */
export function sharedPairs(keys: readonly Uint32Array[], tell: (a: number, b: number) => void): void {
  if (keys.length > MOST) throw new RangeError(`more than ${MOST} documents`);
  const counts = new Counts(keys);
  const common = keys.map((own) => own.filter((key) => counts.of(key) > 1));
  meet(common, tell);
  const pairs = common.map((own) => pairsOf(rarestOf(own, counts, PAIRED)));
  meet(pairs, tell);
}

function pairsOf(keys: Uint32Array): Uint32Array {
  const pairs = new Uint32Array((keys.length * (keys.length - 1)) / 2);
  let count = 0;
  for (const [index, a] of keys.entries()) {
    for (const b of keys.subarray(index + 1)) pairs[count++] = scramble(Math.imul(Math.min(a, b), 31) ^ Math.max(a, b));
  }
  return pairs;
}

function meet(keys: readonly Uint32Array[], tell: (a: number, b: number) => void): void {
  const rows = new Float64Array(keys.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const [index, own] of keys.entries()) for (const key of own) rows[count++] = key * MOST + index;
  rows.sort();
  for (let from = 0, to = 0; from < count; from = to) {
    const key = Math.floor((rows[from] as number) / MOST);
    while (to < count && Math.floor((rows[to] as number) / MOST) === key) to++;
    const reach = to - from <= FEW ? FEW : WINDOW;
    for (let at = from; at < to; at++) {
      for (let next = at + 1; next <= at + reach && next < to; next++)
        tell((rows[at] as number) % MOST, (rows[next] as number) % MOST);
    }
  }
}
