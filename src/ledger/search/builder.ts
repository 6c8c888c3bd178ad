import { issueKey } from "../../base/issue-key.ts";
import { fingerprint } from "../../base/fingerprint.ts";
import { fold } from "../../base/fold.ts";
import type { IssueRecord, LedgerRecord } from "../../model/ledger.ts";
import { chainKey, type Kept } from "../store.ts";
import { hash32, lineOf, PART, rowOf } from "./row.ts";
import { COLUMNS, encodeSegment, VERSION, type ChainState, type Column, type Segment } from "./segment.ts";

/** Gathers rows of records, and writes them as one index. */
export class SegmentBuilder {
  readonly #lines: Uint8Array[] = [];
  readonly #cells: number[] = [];
  readonly #categories: Map<string, number>;
  readonly #voids: Set<string>;
  readonly #chains: Map<string, number>;
  #units = 0;

  /** Goes on from an index, whose text is `text`; or from nothing. */
  constructor(before: { readonly segment: Segment; readonly text: Uint8Array } | null = null) {
    const head = before?.segment.head;
    this.#categories = new Map((head?.categories ?? []).map((name, index) => [name, index]));
    this.#voids = new Set(head?.voids);
    this.#chains = new Map((head?.chains ?? []).map((chain, index) => [chainKey(chain), index]));
    if (!before) return;
    this.#lines.push(before.text);
    for (const value of before.segment.table) this.#cells.push(value);
    this.#units = before.segment.units;
  }

  get rows(): number {
    return this.#cells.length / COLUMNS.length;
  }

  add({ chain, seq }: Pick<Kept, "chain" | "seq">, record: LedgerRecord): void {
    if (record.event === "作废") this.#voids.add(issueKey(record.issue));
    if (record.event !== "编发") return;
    const key = chainKey(chain);
    if (!this.#chains.has(key)) this.#chains.set(key, this.#chains.size);
    this.#addIssue(record, this.#chains.get(key) as number, seq);
  }

  #addIssue({ entries, day }: IssueRecord, chain: number, seq: number): void {
    for (const [item, entry] of entries.entries()) {
      const row = rowOf(entry);
      const line = lineOf(row);
      const start = this.#units;
      const known = start + row.title.length + PART.length;
      const body = known + row.known.length + PART.length;
      const cells: Record<Column, number> = {
        start,
        known,
        body,
        chain,
        seq,
        item,
        day,
        category: this.#category(entry.category),
        id: hash32(fold(entry.id)),
        print: hash32(entry.fingerprint),
        check: hash32(line),
      };
      for (const column of COLUMNS) this.#cells.push(cells[column]);
      // A Buffer, since nothing else of the language writes UTF-16.
      this.#lines.push(Buffer.from(line, "utf16le"));
      this.#units += line.length;
    }
  }

  #category(name: string): number {
    const known = this.#categories.get(name) ?? this.#categories.size;
    this.#categories.set(name, known);
    return known;
  }

  /** `states` say how far each chain was read; chains of rows keep the place they were given. */
  finish(states: readonly ChainState[], after: string | null): Uint8Array {
    const place = (chain: ChainState): number => this.#chains.get(chainKey(chain)) ?? Number.MAX_SAFE_INTEGER;
    const chains = states.toSorted((a, b) => place(a) - place(b));
    const voids = [...this.#voids];
    const stamp = fingerprint(JSON.stringify([after, chains, voids, this.#units]));
    const categories = [...this.#categories.keys()];
    const head = { version: VERSION, stamp, after, chains, categories, voids };
    return encodeSegment(head, Int32Array.from(this.#cells), this.#lines);
  }
}
