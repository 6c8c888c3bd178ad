import { against } from "./alike-against.ts";
import { factsOf, type Doc } from "./alike-doc.ts";
import { commonRuns, commonTerm, has, runKeysOf } from "./common-runs.ts";
import type { Fact } from "./facts.ts";
import { countShared, hashOf, jaccard } from "./shingles.ts";
import { minutesBetween } from "./time.ts";

/** From which degree on two texts are on one matter: by what they tell, and by their wording alone; 0 to 1. */
export interface Thresholds {
  readonly matter: number;
  readonly wording: number;
}

/** Two texts are on one matter: by what they tell, or because they are nearly the same words. */
export interface Likeness {
  readonly by: "matter" | "wording";
  /** 0 to 1. */
  readonly degree: number;
  /** What both tell, as it stands in the first, the weightiest first. */
  readonly shared: readonly string[];
}

/** Two reports of one event give times this near, in minutes. */
const NEAR = 60;
const NEAR_WEIGHT = 2;
/** Evidence that weighes less proves nothing, whatever its degree; nor do shared words without any figure, below this. */
const LEAST = 3;
const LEAST_WORDS = 2.5;
/** All shared words together weigh no more: a template shares any number of them. */
const MOST_WORDS = 4;
/** Doubt that stays with any evidence; what contradictions and facts of only one of the two weigh against it. */
const DOUBT = 1.5;
const CONTRADICTION = 1.2;
const UNSHARED = 0.35;
const UNSHARED_LONG = 0.9;
const UNSHARED_MOST = 4;
/** Wording shared beyond this is that of a template, and from the second on none of its words are evidence. */
const TEMPLATE = [0.1, 0.2] as const;
/** Texts of the same wording that differ in so much are one template filled in twice. */
const FILLED = 1;
/** Below this share of common runs two texts cannot be nearly the same words. */
const COPIED = 0.5;

/**
 * Whether two texts are on one matter. Who writes of a matter anew changes the words and keeps its figures, times and
 * names; who fills in a template keeps the words and changes those. So it is they that count, and copied wording counts
 * only where nothing speaks against it.
 */
export function likeness(a: Doc, b: Doc, least: Thresholds): Likeness | null {
  const facts = sharedWeight(a, b);
  const alone = unsharedOf(Math.max(0, Math.min(a.weight, b.weight) - facts));
  const near = mayBeNear(a, b) ? NEAR_WEIGHT : 0;
  const grams = countShared(a.runKeys, b.runKeys);
  const suffices = (evidence: number, doubts: number): boolean =>
    evidence >= LEAST && evidence / (evidence + DOUBT + alone + CONTRADICTION * doubts) >= least.matter;
  // What no other evidence can lift over the line is not looked at any further: nearly all pairs end here.
  const most = facts + near + Math.min(MOST_WORDS, grams + 1);
  const copied = grams >= COPIED * Math.min(a.runKeys.length, b.runKeys.length);
  if (!suffices(most, 0)) return copied ? alikeInWords(a, b, least) : null;
  const wording = jaccard(a.shingles, b.shingles);
  const doubts = against(a, b);
  const fresh = freshness(wording);
  if (!suffices(facts + near + Math.min(MOST_WORDS, grams + 1) * fresh, doubts))
    return copied ? alikeInWords(a, b, least) : null;
  const shared = sharedFacts(a, b);
  const terms = fresh > 0 ? termsOf(a, b, shared) : [];
  const words =
    fresh *
    Math.min(
      MOST_WORDS,
      terms.reduce((sum, term) => sum + wordWeight(term), 0),
    );
  const atOnce = near > 0 && samePlace(a, b, shared);
  const proven = atOnce || words >= LEAST_WORDS || shared.some(({ hard }) => hard);
  const evidence = facts + words + (atOnce ? near : 0);
  if (!proven || !suffices(evidence, doubts)) return alikeInWords(a, b, least);
  const degree = evidence / (evidence + DOUBT + alone + CONTRADICTION * doubts);
  return { by: "matter", degree, shared: namedBy(shared, terms) };
}

/** One text under two heads: the same wording, and nothing that speaks against it. */
function alikeInWords(a: Doc, b: Doc, least: Thresholds): Likeness | null {
  const wording = jaccard(a.shingles, b.shingles);
  if (wording < least.wording || against(a, b) >= FILLED) return null;
  return { by: "wording", degree: wording, shared: namedBy(sharedFacts(a, b), []) };
}

/** What both tell, figures and names before the rest, none that is part of another. */
function namedBy(facts: readonly Fact[], terms: readonly string[]): string[] {
  const hard = facts.filter((fact) => fact.hard).map(({ shown }) => shown);
  const soft = facts.filter((fact) => !fact.hard).map(({ shown }) => shown);
  const all = [...new Set([...terms.slice(0, 1), ...hard, ...terms.slice(1), ...soft])];
  return all.filter((one) => !all.some((other) => other !== one && other.includes(one)));
}

function sharedFacts(a: Doc, b: Doc): Fact[] {
  const other = factsOf(b);
  return [...factsOf(a).values()]
    .filter(({ key }) => other.has(key) && has(a.factKeys, hashOf(key)))
    .toSorted((x, y) => y.weight - x.weight);
}

/** A long text tells much besides; that weighs less and less. */
function unsharedOf(weight: number): number {
  return Math.min(UNSHARED * weight, UNSHARED_LONG * Math.sqrt(weight), UNSHARED_MOST);
}

function sharedWeight({ factKeys: a, factWeights: weights }: Doc, { factKeys: b }: Doc): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as number, b[j] as number];
    if (left === right) sum += weights[i] as number;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return sum;
}

/** 1 for texts in their own words, 0 for two fillings of one template. */
function freshness(wording: number): number {
  return Math.max(0, Math.min(1, (TEMPLATE[1] - wording) / (TEMPLATE[1] - TEMPLATE[0])));
}

/** Words both use that are likely names of the matter: one of a title, and runs too long to be shared by chance. */
function termsOf(a: Doc, b: Doc, shared: readonly Fact[]): string[] {
  const [mine, other] = [commonTerm(a.title, b.text), commonTerm(b.title, a.text)];
  const head = mine.length >= other.length ? mine : other;
  const known = [...shared.map(({ shown }) => shown), ...(head === "" ? [] : [head])];
  const runs = commonRuns(a.text, b.text).filter(
    (run) => !known.some((term) => term.includes(run) || run.includes(term)) && isRare(run, a),
  );
  return head === "" || !isRare(head, a) ? runs : [head, ...runs];
}

/** Whether any part of a run is still among those of the text: what is too common has been taken out. */
function isRare(run: string, { runKeys }: Doc): boolean {
  return run.length < 4 || runKeysOf(run).some((hash) => has(runKeys, hash));
}

function wordWeight(term: string): number {
  return Math.min(1.5, (term.length - (term.length < 4 ? 1 : 2)) / 2);
}

/** Both happened within the hour. */
function mayBeNear({ occurred: a }: Doc, { occurred: b }: Doc): boolean {
  const minutes = a && b && minutesBetween(a, b);
  return minutes !== null && Math.abs(minutes) <= NEAR;
}

/** A place both name, or the 地点 of one in the other. */
function samePlace(a: Doc, b: Doc, shared: readonly Fact[]): boolean {
  if (shared.some(({ key }) => /^[名号]/u.test(key))) return true;
  return commonTerm(a.place, `${b.text}\n${b.place}`) !== "" || commonTerm(b.place, a.text) !== "";
}
