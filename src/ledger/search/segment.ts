import { fields, FormError, listOf, optional, text, whole } from "../form.ts";
import type { Chain } from "../store.ts";

/** How far a chain has been read into an index. */
export interface ChainState extends Chain {
  /** The highest record read, and its hash. */
  readonly last: number;
  readonly hash: string;
  /** How many records there were up to it, and which of them could not be read. */
  readonly count: number;
  readonly unread: readonly number[];
}

/** What an index knows besides its rows. */
export interface Head {
  readonly version: number;
  /** Names these very rows. */
  readonly stamp: string;
  /** The stamp of the index that this one goes on from; null for one that stands by itself. */
  readonly after: string | null;
  readonly chains: readonly ChainState[];
  readonly categories: readonly string[];
  /** Issues that count no longer, as `issueKey` names them. */
  readonly voids: readonly string[];
}

/** Rises with everything that changes what a row holds or how it is folded. */
export const VERSION = 1;

const MAGIC = "ZBSEARCH";
/** Magic, bytes of the head, rows, and twice a count of UTF-16 units: high and low. */
const LEAD = 24;

/** The columns of a row, as 32-bit whole numbers. `start` and `known` are UTF-16 units from the beginning of the text. */
export const COLUMNS = [
  "start",
  "known",
  "body",
  "chain",
  "seq",
  "item",
  "day",
  "category",
  "id",
  "print",
  "check",
] as const;
export type Column = (typeof COLUMNS)[number];
const WIDTH = COLUMNS.length;
const PLACE = Object.fromEntries(COLUMNS.map((name, index) => [name, index])) as Readonly<Record<Column, number>>;

const form = fields<Head>({
  version: ["version", whole],
  stamp: ["stamp", text],
  after: ["after", optional(text)],
  chains: [
    "chains",
    listOf(
      fields<ChainState>({
        series: ["series", text],
        year: ["year", whole],
        last: ["last", whole],
        hash: ["hash", text],
        count: ["count", whole],
        unread: ["unread", listOf(whole)],
      }),
    ),
  ],
  categories: ["categories", listOf(text)],
  voids: ["voids", listOf(text)],
});

/** A file that is read piece by piece. */
export interface Parts {
  readonly size: number;
  /** Fills `into` from a place of the file; how many bytes there were. */
  readonly read: (from: number, into: Uint8Array) => number;
  readonly close: () => void;
}

/** An index, its table read and its text still in the file. */
export interface Segment {
  readonly head: Head;
  readonly rows: number;
  /** Row by row, `COLUMNS` each. */
  readonly table: Int32Array;
  /** Length of the text in UTF-16 units. */
  readonly units: number;
  /** Fills `into` with the text from a unit on. */
  readonly readText: (unit: number, into: Uint8Array) => void;
  readonly close: () => void;
}

export function cell({ table }: Pick<Segment, "table">, row: number, column: Column): number {
  return table[row * WIDTH + PLACE[column]] as number;
}

/** The unit behind a row. */
export function endOf(segment: Segment, row: number): number {
  return row + 1 < segment.rows ? cell(segment, row + 1, "start") : segment.units;
}

/** The file of an index; `lines` is its text in UTF-16, put together only here since it may fill a hundred megabytes. */
export function encodeSegment(head: Head, table: Int32Array, lines: readonly Uint8Array[]): Uint8Array {
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  const json = new TextEncoder().encode(JSON.stringify(form.write(head)));
  // The table begins at a multiple of four.
  const padded = new Uint8Array(Math.ceil(json.length / 4) * 4).fill(32);
  padded.set(json);
  const lead = new Uint8Array(LEAD);
  lead.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(lead.buffer);
  view.setUint32(8, padded.length, true);
  view.setUint32(12, table.length / WIDTH, true);
  view.setUint32(16, length / 2, true);
  const bytes = new Uint8Array(LEAD + padded.length + table.byteLength + length);
  bytes.set(lead);
  bytes.set(padded, LEAD);
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), LEAD + padded.length);
  let at = LEAD + padded.length + table.byteLength;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length;
  }
  return bytes;
}

/** Reads head and table; null where the file is no index of this version, or not whole. */
export function openSegment(parts: Parts): Segment | null {
  const lead = new Uint8Array(LEAD);
  if (parts.read(0, lead) < LEAD || new TextDecoder().decode(lead.subarray(0, 8)) !== MAGIC) return null;
  const view = new DataView(lead.buffer);
  const [headBytes, rows, units] = [8, 12, 16].map((at) => view.getUint32(at, true)) as [number, number, number];
  const tableAt = LEAD + headBytes;
  const textAt = tableAt + rows * WIDTH * 4;
  // Before anything is made room for: a broken file may name any number.
  if (parts.size !== textAt + units * 2) return null;
  const json = new Uint8Array(headBytes);
  const table = new Uint8Array(rows * WIDTH * 4);
  parts.read(LEAD, json);
  parts.read(tableAt, table);
  const head = readHead(json);
  if (head === null) return null;
  return {
    head,
    rows,
    units,
    table: new Int32Array(table.buffer),
    readText: (unit, into) => void parts.read(textAt + unit * 2, into),
    close: () => parts.close(),
  };
}

function readHead(json: Uint8Array): Head | null {
  try {
    const head = form.read(JSON.parse(new TextDecoder().decode(json)), "");
    return head.version === VERSION ? head : null;
  } catch (error) {
    if (error instanceof FormError || error instanceof SyntaxError) return null;
    throw error;
  }
}
