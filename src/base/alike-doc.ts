import type { Moment } from "../model/moment.ts";
import { runKeysOf } from "./common-runs.ts";
import { dayKey, factsIn, measuresIn, namesIn, townsIn, type Fact, type Measure } from "./facts.ts";
import { quantitiesIn } from "./quantities.ts";
import { hashOf, shinglesOf } from "./shingles.ts";
import { civil } from "./time.ts";

/** A text to be compared. */
export interface Draft {
  readonly title: string;
  readonly body: string;
  /** 地点, and when it happened, where they are given. */
  readonly place: string | null;
  readonly occurred: Moment | null;
  readonly units: readonly string[];
}

/** What is known of a text before it is compared with any other. */
export interface Doc {
  /** Title, and title with body, unit names taken out: two units' own names are no likeness. */
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly occurred: Moment | null;
  /** Sorted hashes of those of its facts that can prove anything, and the weight of each. */
  readonly factKeys: Uint32Array;
  readonly factWeights: Float32Array;
  /** The weights of all its facts but the common ones together. */
  readonly weight: number;
  /** 乡镇 and 街道 it speaks of or comes from; names of places in title and 地点. */
  readonly towns: ReadonlySet<string>;
  readonly names: readonly string[];
  /** Sorted hashes of title and body: of its wording, and of its words that can prove anything. */
  readonly shingles: Uint32Array;
  readonly runKeys: Uint32Array;
}

/** What is longer than any title, and than any report, is compared by its beginning: reading is bounded, and so is this. */
const TITLE_MOST = 200;
const BODY_MOST = 20_000;
/** Figures of a text that are held against those of another. */
const MEASURES_MOST = 500;

/** Prepares a text for being compared; `bare` takes unit names out of a text. */
export function docOf(draft: Draft, bare: (text: string) => string): Doc {
  const { occurred } = draft;
  const place = draft.place?.slice(0, TITLE_MOST) ?? "";
  const title = bare(draft.title).slice(0, TITLE_MOST);
  const body = draft.body.slice(0, BODY_MOST);
  const text = `${title}\n${bare(body)}`;
  const hashed = Array.from(collectFacts(text, occurred).values(), ({ key, weight }) => ({
    hash: hashOf(key),
    weight,
  })).toSorted((a, b) => a.hash - b.hash);
  return {
    title,
    text,
    place: bare(place),
    occurred,
    factKeys: Uint32Array.from(hashed, ({ hash }) => hash),
    factWeights: Float32Array.from(hashed, ({ weight }) => weight),
    weight: hashed.reduce((sum, { weight }) => sum + weight, 0),
    towns: townsIn([draft.title.slice(0, TITLE_MOST), body, place, ...draft.units].join("\n")),
    names: namesIn(`${title}\n${bare(place)}`),
    shingles: shinglesOf(text),
    runKeys: runKeysOf(text),
  };
}

function collectFacts(text: string, occurred: Moment | null): Map<string, Fact> {
  const facts = factsIn(text, quantitiesIn(text));
  if (occurred) {
    const { month, date } = civil(occurred.day);
    const key = dayKey(month, date);
    if (!facts.has(key)) facts.set(key, { key, shown: `${month}月${date}日`, weight: 0.7, hard: false });
  }
  return facts;
}

const FACTS = new WeakMap<Doc, ReadonlyMap<string, Fact>>();

/** What a text tells, by key. Kept for the few texts that are asked: those of twenty thousand would fill the memory. */
export function factsOf(doc: Doc): ReadonlyMap<string, Fact> {
  const known = FACTS.get(doc);
  if (known) return known;
  const facts = collectFacts(doc.text, doc.occurred);
  FACTS.set(doc, facts);
  return facts;
}

const MEASURES = new WeakMap<Doc, readonly Measure[]>();

/** The figures of a text with the words about them; few texts are ever asked. */
export function measuresOf(doc: Doc): readonly Measure[] {
  const known = MEASURES.get(doc);
  if (known) return known;
  const measures = measuresIn(doc.text).slice(0, MEASURES_MOST);
  MEASURES.set(doc, measures);
  return measures;
}

/** How many texts have a fact, a run of words: 1 where none but this one has. */
export interface Spread {
  readonly fact: (hash: number) => number;
  readonly run: (hash: number) => number;
}

/** The same text with only those facts and words that another has too, and that not more than `limit` have. */
export function telling(doc: Doc, spread: Spread, limit: number): Doc {
  const keys: number[] = [];
  const weights: number[] = [];
  let { weight } = doc;
  for (const [index, hash] of doc.factKeys.entries()) {
    const count = spread.fact(hash);
    const own = doc.factWeights[index] as number;
    if (count > limit) weight -= own;
    else if (count > 1) {
      keys.push(hash);
      weights.push(own);
    }
  }
  const runKeys = doc.runKeys.filter((hash) => {
    const count = spread.run(hash);
    return count > 1 && count <= limit;
  });
  return { ...doc, factKeys: Uint32Array.from(keys), factWeights: Float32Array.from(weights), weight, runKeys };
}
