import { fold } from "../../base/fold.ts";
import { hash32, knownOf } from "./row.ts";
import { cell, endOf, type Segment } from "./segment.ts";

/** What is looked for. All that is text is folded; null is any. */
export interface Query {
  readonly words: readonly string[];
  /** Part of a unit's name. */
  readonly unit: string | null;
  /** Part of a place's name. */
  readonly place: string | null;
  readonly theme: string | null;
  readonly category: string | null;
  readonly publication: string | null;
  /** Days since 1970-01-01, both of them days of it. */
  readonly since: number | null;
  readonly until: number | null;
}

/** A row that was found. */
export interface Hit {
  readonly segment: Segment;
  readonly row: number;
  /** How many of the words are not in the title: the fewer, the better. */
  readonly away: number;
}

/** So much of the text is looked at together: what fits near the processor is searched fastest. */
const CHUNK = 512 * 1024;

/** Rows in which every word stands and everything else fits, in the order of the index. */
export function scan(segment: Segment, query: Query, isIssue: (chain: number) => boolean): Hit[] {
  const wanted = wantedRows(segment, query, isIssue);
  const hits: Hit[] = [];
  let buffer = Buffer.alloc(CHUNK * 2);
  for (let first = 0; first < segment.rows;) {
    let next = first + 1;
    const start = cell(segment, first, "start");
    while (next < segment.rows && endOf(segment, next) - start <= CHUNK) next++;
    const units = endOf(segment, next - 1) - start;
    if (wanted.includes(1, first) && wanted.indexOf(1, first) < next) {
      if (buffer.length < units * 2) buffer = Buffer.alloc(units * 2);
      const chunk = buffer.subarray(0, units * 2);
      segment.readText(start, chunk);
      for (const hit of hitsIn({ segment, chunk, first, next, wanted }, query)) hits.push(hit);
    }
    first = next;
  }
  return hits;
}

/** A byte a row: whether its day, publication and category are asked for. */
function wantedRows(segment: Segment, query: Query, isIssue: (chain: number) => boolean): Uint8Array {
  const { since, until, category } = query;
  const categories = segment.head.categories.map((name) => category === null || fold(name) === category);
  const chains = segment.head.chains.map((_, chain) => isIssue(chain));
  const wanted = new Uint8Array(segment.rows);
  for (let row = 0; row < segment.rows; row++) {
    const day = cell(segment, row, "day");
    const inTime = (since === null || since <= day) && (until === null || day <= until);
    if (inTime && categories[cell(segment, row, "category")] && chains[cell(segment, row, "chain")]) wanted[row] = 1;
  }
  return wanted;
}

interface Chunk {
  readonly segment: Segment;
  /** The text of the rows from `first` up to `next`. */
  readonly chunk: Buffer;
  readonly first: number;
  readonly next: number;
  readonly wanted: Uint8Array;
}

function* hitsIn(part: Chunk, query: Query): Generator<Hit> {
  const { segment, wanted } = part;
  // The longest is likely the rarest: what it leaves is looked at for the others.
  const words = query.words.toSorted((a, b) => b.length - a.length);
  const ids = words.map(hash32);
  const [base, isKnown] = [cell(segment, part.first, "start"), knownTest(query)];
  for (const row of rowsWith(part, words[0] ?? null)) {
    if (wanted[row] !== 1) continue;
    const at = (unit: number): number => (unit - base) * 2;
    const [start, known, body] = [
      at(cell(segment, row, "start")),
      at(cell(segment, row, "known")),
      at(cell(segment, row, "body")),
    ];
    if (isKnown && !isKnown(part.chunk.toString("utf16le", known, body - 2))) continue;
    const text = part.chunk.subarray(start, at(endOf(segment, row)));
    let away = 0;
    const isMet = words.every((word, index) => {
      const found = ids[index] === cell(segment, row, "id") ? 0 : text.indexOf(word, 0, "utf16le");
      if (found >= known - start) away++;
      return found >= 0;
    });
    if (isMet) yield { segment, row, away };
  }
}

/** The rows that hold a word, or whose number it is; all of them where there is none. */
function* rowsWith({ segment, chunk, first, next }: Chunk, word: string | null): Generator<number> {
  if (word === null) {
    for (let row = first; row < next; row++) yield row;
    return;
  }
  const [base, id] = [cell(segment, first, "start"), hash32(word)];
  let found = chunk.indexOf(word, 0, "utf16le");
  for (let row = first; row < next; row++) {
    const end = (endOf(segment, row) - base) * 2;
    const isHere = found >= 0 && found < end;
    if (isHere || cell(segment, row, "id") === id) yield row;
    if (isHere) found = chunk.indexOf(word, end, "utf16le");
  }
}

/** Whether unit, place and theme fit; null where none is asked for. */
function knownTest({ unit, place, theme }: Query): ((known: string) => boolean) | null {
  if (unit === null && place === null && theme === null) return null;
  return (line) => {
    const known = knownOf(line);
    return (
      (unit === null || known.units.some((name) => name.includes(unit))) &&
      (place === null || known.place.includes(place)) &&
      (theme === null || known.themes.some((name) => name.includes(theme)))
    );
  };
}
