import type { Diagnostic } from "../model/diagnostic.ts";

/** How many faults of each kind were there when they were set aside, by `keyOf`. */
export type Suppressions = ReadonlyMap<string, number>;

/** A finding, what it is known by, and whether it may be set aside at all. */
export interface Candidate {
  readonly diagnostic: Diagnostic;
  readonly fingerprint: string;
  readonly mayPass: boolean;
}

export interface Sifted {
  /** Findings that are new, in the order given. */
  readonly fresh: readonly Candidate[];
  /** How many findings were set aside. */
  readonly aside: number;
  /** How many faults on record are there no more. */
  readonly gone: number;
}

/** Faults alike are of one file and rule, and look the same wherever their line moved. */
export function keyOf(file: string, rule: string, fingerprint: string): string {
  return JSON.stringify([file, rule, fingerprint]);
}

/** Sets aside what is on record: of faults alike, as many as there were, so that one more is new. */
export function sift(candidates: readonly Candidate[], suppressions: Suppressions): Sifted {
  const left = new Map(suppressions);
  const fresh = candidates.filter((candidate) => {
    const count = candidate.mayPass ? (left.get(candidateKey(candidate)) ?? 0) : 0;
    if (count > 0) left.set(candidateKey(candidate), count - 1);
    return count === 0;
  });
  return { fresh, aside: candidates.length - fresh.length, gone: totalOf(left) };
}

/** A record of all that may be set aside now; what is `known` already stays on it. */
export function record(candidates: readonly Candidate[], known: Suppressions): Suppressions {
  const now = countOf(candidates);
  const keys = [...new Set([...known.keys(), ...now.keys()])];
  return new Map(keys.map((key) => [key, Math.max(known.get(key) ?? 0, now.get(key) ?? 0)]));
}

/** The record without what is there no more. */
export function prune(candidates: readonly Candidate[], known: Suppressions): Suppressions {
  const now = countOf(candidates);
  const kept = [...known].map(([key, count]) => [key, Math.min(count, now.get(key) ?? 0)] as const);
  return new Map(kept.filter(([, count]) => count > 0));
}

/** How many faults are on record. */
export function totalOf(suppressions: Suppressions): number {
  return [...suppressions.values()].reduce((sum, count) => sum + count, 0);
}

function countOf(candidates: readonly Candidate[]): Suppressions {
  const counts = new Map<string, number>();
  for (const candidate of candidates) {
    const key = candidateKey(candidate);
    if (candidate.mayPass) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function candidateKey({ diagnostic, fingerprint }: Candidate): string {
  return keyOf(diagnostic.file, diagnostic.rule, fingerprint);
}
