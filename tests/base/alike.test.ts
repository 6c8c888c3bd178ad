import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreement, alikePairs, signatureOf } from "../../src/base/minhash.ts";
import { Counts, sharedPairs } from "../../src/base/postings.ts";
import { jaccard, shinglesOf } from "../../src/base/shingles.ts";

/** Numbers that look random and are the same at every run. */
function numbers(count: number, seed: number): Uint32Array {
  let state = seed;
  const made = new Set<number>();
  while (made.size < count) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    made.add(state);
  }
  return Uint32Array.from(made).sort();
}

/** Two sets of 400 of which `share` of all are in both. */
function pair(share: number, seed: number): [Uint32Array, Uint32Array] {
  const both = Math.round((800 * share) / (1 + share));
  const all = [...numbers(800 - both, seed)].toSorted((a, b) => (Math.imul(a, 31) >>> 0) - (Math.imul(b, 31) >>> 0));
  return [Uint32Array.from(all.slice(0, 400)).sort(), Uint32Array.from(all.slice(400 - both)).sort()];
}

describe("shingles", () => {
  it("do not change with white space, signs and digits", () => {
    expect(shinglesOf("集镇　供水，主管\n爆裂18米。")).toEqual(shinglesOf("集镇供水主管爆裂米"));
  });

  it("are sorted and without repeats", () => {
    const shingles = shinglesOf("水管爆裂水管爆裂水管爆裂");
    expect([...shingles]).toEqual([...new Set(shingles)].toSorted((a, b) => a - b));
    expect(shingles.length).toBe(4);
  });

  it("have the likeness of sets", () => {
    expect(jaccard(Uint32Array.of(1, 2, 3), Uint32Array.of(2, 3, 4))).toBe(0.5);
    expect(jaccard(Uint32Array.of(), Uint32Array.of())).toBe(0);
    const [a, b] = pair(0.6, 7);
    expect(jaccard(a, b)).toBeCloseTo(0.6, 2);
  });
});

describe("signatures", () => {
  it("agree as far as the sets are alike, within 0.15", () => {
    for (const share of [0.1, 0.3, 0.5, 0.6, 0.8, 1]) {
      for (let seed = 1; seed <= 20; seed++) {
        const [a, b] = pair(share, seed);
        expect(Math.abs(agreement(signatureOf(a), signatureOf(b)) - jaccard(a, b)), `${share} ${seed}`).toBeLessThan(
          0.15,
        );
      }
    }
  });

  it("of short texts agree too, by what empty bins borrow", () => {
    const a = numbers(20, 3);
    expect(agreement(signatureOf(a), signatureOf(a.slice()))).toBe(1);
    expect(agreement(signatureOf(a), signatureOf(numbers(20, 99)))).toBeLessThan(0.2);
  });

  it("of nothing agree with nothing", () => {
    expect(agreement(signatureOf(new Uint32Array(0)), signatureOf(numbers(20, 3)))).toBe(0);
  });
});

describe("the forest", () => {
  const told = (signatures: readonly Uint32Array[]): Set<string> => {
    const pairs = new Set<string>();
    alikePairs(signatures, (a, b) => pairs.add(`${Math.min(a, b)} ${Math.max(a, b)}`));
    return pairs;
  };

  it("tells every pair of 0.6 and more among two thousand others", () => {
    const planted = Array.from({ length: 100 }, (_, index) => pair(0.6 + (index % 5) / 10, index + 1));
    const others = Array.from({ length: 2000 }, (_, index) => numbers(400, 10_000 + index));
    const found = told([...planted.flat(), ...others].map(signatureOf));
    const missed = planted.filter((_, index) => !found.has(`${index * 2} ${index * 2 + 1}`));
    expect(missed.length).toBe(0);
  });

  it("tells each of a heap of the same a partner, and no more pairs than a few for each", () => {
    const heap = Array.from({ length: 1000 }, () => signatureOf(numbers(400, 5)));
    const found = told(heap);
    expect(new Set([...found].flatMap((one) => one.split(" "))).size).toBe(1000);
    expect(found.size).toBeLessThanOrEqual(3 * 1000);
  });
});

describe("shared keys", () => {
  it("never tell a pair that shares nothing, and tell all that share a rare key", () => {
    const lists = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }), { maxLength: 20 });
    fc.assert(
      fc.property(lists, (raw) => {
        const keys = raw.map((own) => Uint32Array.from(own, (key) => Math.imul(key + 1, 0x9e3779b1)));
        const told = new Set<string>();
        sharedPairs(keys, (a, b) => told.add(`${Math.min(a, b)} ${Math.max(a, b)}`));
        const holders = (key: number): number => raw.filter((own) => own.includes(key)).length;
        for (let a = 0; a < raw.length; a++) {
          for (let b = a + 1; b < raw.length; b++) {
            const shared = raw[a]?.filter((key) => raw[b]?.includes(key)) ?? [];
            if (shared.length === 0) expect(told.has(`${a} ${b}`)).toBe(false);
            if (shared.some((key) => holders(key) <= 8)) expect(told.has(`${a} ${b}`)).toBe(true);
          }
        }
      }),
    );
  });

  it("cost no more than a few pairs for each, however many share them", () => {
    let count = 0;
    sharedPairs(
      Array.from({ length: 5000 }, () => Uint32Array.of(1, 2, 3)),
      () => count++,
    );
    // Three keys and three pairs of keys, each with three neighbours.
    expect(count).toBeLessThanOrEqual(6 * 3 * 5000);
  });

  it("are counted", () => {
    const counts = new Counts([Uint32Array.of(5, 0xffffffff), Uint32Array.of(5)]);
    expect([counts.of(5), counts.of(0xffffffff), counts.of(0x80000000)]).toEqual([2, 1, 0]);
  });
});
