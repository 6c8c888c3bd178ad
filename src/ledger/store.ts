import type { Heads } from "./heads.ts";

/** A series of records of one year: 信息专报 2026, 信息专报-增刊 2026, 登记 2026, 记事 2026. */
export interface Chain {
  readonly series: string;
  readonly year: number;
}

/** A chain as a key of maps. */
export function chainKey({ series, year }: Chain): string {
  return `${series}/${year}`;
}

/** A record as it is kept. */
export interface Kept {
  readonly chain: Chain;
  /** Its place in the chain, and for an issue its 期号. Chains begin at 1, or where an office began to use this tool. */
  readonly seq: number;
  /** The whole record, JSON. */
  readonly text: string;
  /** SHA-256 of the text in UTF-8, hex. */
  readonly hash: string;
}

/** What a new record is made from. */
export interface Next {
  readonly seq: number;
  /** Hash of the record before it: the last of this chain, or of the latest earlier year of the series; null for the first of all. */
  readonly before: string | null;
  /** The chain as it stands, in order. */
  readonly held: readonly Kept[];
}

/** What an append came to: a new record, or one that was there and stands for what was asked. */
export interface Appended {
  readonly kept: Kept;
  readonly isNew: boolean;
}

/**
 * Where records are kept: a folder of files, or PostgreSQL. Records are never rewritten or removed.
 * What cannot be done throws a LedgerError.
 */
export interface Store {
  /** Every chain that has records, by series and year. */
  chains(): Promise<readonly Chain[]>;
  /** The records of a chain in order; empty where there is none. */
  read(chain: Chain): Promise<readonly Kept[]>;
  /** The places of a chain that are taken, in order: what is looked at where its records need not be read. */
  seqs(chain: Chain): Promise<readonly number[]>;
  /** The records at these places as they are kept now, in order; places that are free are left out. */
  records(chain: Chain, seqs: readonly number[]): Promise<readonly Kept[]>;
  /**
   * Puts one record at the end of a chain, at `first` at the least. `make` writes it for the place it is to have, and is asked again where
   * somebody else took that place meanwhile; it may answer with a record that is there already, and then nothing is
   * written. When this returns, the record is on disk for good.
   */
  append(chain: Chain, first: number, make: (next: Next) => Promise<string | Kept>): Promise<Appended>;
  /**
   * Puts records of another ledger where they stood there, gaps and all; for copies alone. A place that is taken by now
   * throws. PostgreSQL takes all of them or none; of files, those that were written stay, and the next copy goes on.
   */
  adopt(records: readonly Kept[]): Promise<void>;
  /** The ends of chains as a witness beside the records knows them; null for a store that needs none. */
  heads(): Promise<Heads | null>;
  close(): Promise<void>;
}

/** The ledger could not be read or written, said in Chinese; of a database it names host, port and database, never user or password. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
