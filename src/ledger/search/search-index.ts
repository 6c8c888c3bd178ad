import { issueKey } from "../../base/issue-key.ts";
import { fold } from "../../base/fold.ts";
import type { IssueRecord, PrintedEntry } from "../../model/ledger.ts";
import { readRecord } from "../codec.ts";
import { issuesIn as numberedIn } from "../series.ts";
import type { Chain } from "../store.ts";
import { rebuilt, refreshed, type Making } from "./keep.ts";
import { hash32, lineOf, rowOf } from "./row.ts";
import { scan, type Hit, type Query } from "./scan.ts";
import { cell, type ChainState, type Segment } from "./segment.ts";

/** A printed entry that was found. */
export interface Found {
  readonly record: IssueRecord;
  readonly entry: PrintedEntry;
  /** Whether its number counts no longer. */
  readonly voided: boolean;
  readonly away: number;
}

/** What a search came to. */
export interface Answer {
  readonly total: number;
  readonly issues: number;
  /** The best of them. */
  readonly found: readonly Found[];
  /** Whether an entry of this id or fingerprint is among all that were found. */
  has(id: string, fingerprint: string): boolean;
}

export const NO_ANSWER: Answer = { total: 0, issues: 0, found: [], has: () => false };

/** What was printed, quick to search: made of the records, kept beside them, and made anew whenever it does not fit them. */
export class SearchIndex {
  readonly #making: Making;
  #segments: readonly Segment[];

  private constructor(making: Making, segments: readonly Segment[]) {
    this.#making = making;
    this.#segments = segments;
  }

  /** Opens the index and brings it up to the records there are. */
  static async open(making: Making): Promise<SearchIndex> {
    return new SearchIndex(making, (await refreshed(making)) ?? [await rebuilt(making)]);
  }

  /** Makes it anew, of all records; says how many entries it holds. */
  static async rebuild(making: Making): Promise<number> {
    const { rows, close } = await rebuilt(making);
    close();
    return rows;
  }

  /** The best `limit`: by how many words the title holds, then the newest. */
  async find(query: Query, limit: number): Promise<Answer> {
    const answer = await this.#find(query, limit);
    if (answer) return answer;
    // A record was changed under its number: the index is of other records than these.
    this.close();
    this.#segments = [await rebuilt(this.#making)];
    return (await this.#find(query, limit)) ?? NO_ANSWER;
  }

  /** How many entries a query finds. */
  count(query: Query): number {
    return this.#hits(query).length;
  }

  /** Whether an entry of this id or fingerprint was printed. */
  hasPrinted(id: string, fingerprint: string): boolean {
    const [byId, byPrint] = [hash32(fold(id)), hash32(fingerprint)];
    return this.#segments.some((segment) => {
      for (let row = 0; row < segment.rows; row++)
        if (cell(segment, row, "id") === byId || cell(segment, row, "print") === byPrint) return true;
      return false;
    });
  }

  close(): void {
    for (const { close } of this.#segments) close();
  }

  #hits(query: Query): Hit[] {
    return this.#segments.flatMap((segment) =>
      scan(segment, query, (chain) => {
        const issues = numberedIn((segment.head.chains[chain] as ChainState).series);
        return issues !== null && (query.publication === null || issues.publication === query.publication);
      }),
    );
  }

  async #find(query: Query, limit: number): Promise<Answer | null> {
    const hits = this.#hits(query).toSorted(bestFirst);
    const voids = new Set(this.#segments.flatMap(({ head }) => head.voids));
    const found: Found[] = [];
    for (const hit of hits.slice(0, limit)) {
      const one = await this.#load(hit, voids);
      if (one === null) return null;
      found.push(one);
    }
    return { total: hits.length, issues: issuesIn(hits), found, has: membership(hits) };
  }

  /** The record itself, which alone is shown; null where it is not what was indexed. */
  async #load({ segment, row, away }: Hit, voids: ReadonlySet<string>): Promise<Found | null> {
    const { source, zone } = this.#making;
    const [kept] = await source.records(chainOf(segment, row), [cell(segment, row, "seq")]);
    if (!kept) return null;
    const read = readRecord(kept, zone);
    if (typeof read === "string" || read.record.event !== "编发") return null;
    const { record } = read;
    const entry = record.entries[cell(segment, row, "item")];
    if (!entry || hash32(lineOf(rowOf(entry))) !== cell(segment, row, "check")) return null;
    return { record, entry, voided: voids.has(issueKey(record)), away };
  }
}

/** In how many issues they were printed. Of ninety thousand hits no text may be made for each. */
function issuesIn(hits: readonly Hit[]): number {
  const seen = new Map<Segment, Set<number>>();
  for (const { segment, row } of hits) {
    const own = seen.get(segment) ?? new Set();
    seen.set(segment, own.add(cell(segment, row, "chain") * 2 ** 32 + cell(segment, row, "seq")));
  }
  return [...seen.values()].reduce((sum, { size }) => sum + size, 0);
}

/** Whether an entry of an id or fingerprint is among the hits; made ready once somebody asks. */
function membership(hits: readonly Hit[]): Answer["has"] {
  let known: Set<number> | null = null;
  return (id, print) => {
    if (known === null) {
      known = new Set();
      for (const { segment, row } of hits) known.add(cell(segment, row, "id")).add(cell(segment, row, "print"));
    }
    return known.has(hash32(fold(id))) || known.has(hash32(print));
  };
}

function chainOf(segment: Segment, row: number): Chain {
  const { series, year } = segment.head.chains[cell(segment, row, "chain")] as ChainState;
  return { series, year };
}

function bestFirst(a: Hit, b: Hit): number {
  return (
    a.away - b.away ||
    cell(b.segment, b.row, "day") - cell(a.segment, a.row, "day") ||
    cell(b.segment, b.row, "seq") - cell(a.segment, a.row, "seq") ||
    cell(a.segment, a.row, "item") - cell(b.segment, b.row, "item")
  );
}
