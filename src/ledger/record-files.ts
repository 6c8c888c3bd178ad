import { sha256 } from "../base/sha256.ts";
import { guarded } from "./fault.ts";
import { fileName, folderName, seqOf, seriesOf } from "./folder-name.ts";
import type { Chain, Kept } from "./store.ts";

/** What the store needs of the files of the machine. Paths have `/`; what cannot be done throws an error with a `fault`. */
export interface LedgerFiles {
  kind(path: string): "file" | "folder" | "other" | null;
  read(path: string, limit: number): Uint8Array;
  list(path: string): readonly string[];
  makeFolder(path: string): void;
  /** The old file or the whole new one. */
  replace(path: string, bytes: Uint8Array): void;
  /** The whole file under a name nobody has taken; false where somebody has. */
  create(path: string, bytes: Uint8Array): boolean;
  /** The same for a file that says who made it, and may as well be lost. */
  mark(path: string): boolean;
  /** Whether who made it has ended; null where nobody can tell. */
  isLeft(path: string): boolean | null;
  /** Changes whenever the file does; null where there is none. */
  stamp(path: string): string | null;
  remove(path: string): void;
}

/** No honest record comes near this many bytes. */
const RECORD_LIMIT = 16 * 1_048_576;

/** `<series>/<year>/0012.json` below a folder. */
export class RecordFiles {
  readonly #files: LedgerFiles;
  readonly #root: string;
  /** Whole records never change: each is read once. */
  readonly #known = new Map<string, Kept>();

  constructor(files: LedgerFiles, root: string) {
    this.#files = files;
    this.#root = root;
  }

  chains(): Chain[] {
    return this.#rootNames().flatMap((folder) => {
      const series = seriesOf(folder);
      if (series === null) return [];
      return this.#list(`${this.#root}/${folder}`).flatMap((name) => {
        const chain = { series, year: Number(name) };
        return /^\d{4}$/u.test(name) && this.#names(chain).some((one) => seqOf(one) !== null) ? [chain] : [];
      });
    });
  }

  /** The places of a chain that are taken, in order. */
  seqs(chain: Chain): number[] {
    const seqs = this.#names(chain).flatMap((name) => seqOf(name) ?? []);
    return seqs.toSorted((a, b) => a - b);
  }

  /** One record as it stands on the disk now; nothing of it is remembered. */
  record(chain: Chain, seq: number): Kept {
    const path = `${this.#folder(chain)}/${fileName(seq)}`;
    const bytes = guarded(path, () => this.#files.read(path, RECORD_LIMIT));
    return { chain, seq, text: textOf(bytes), hash: sha256(bytes) };
  }

  read(chain: Chain): Kept[] {
    return this.seqs(chain).map((seq) => this.#load(chain, seq));
  }

  /** Whether the number was free, and now is this record's. */
  create(chain: Chain, seq: number, text: string): boolean {
    const folder = this.#folder(chain);
    const path = `${folder}/${fileName(seq)}`;
    return guarded(path, () => {
      // Looked for first: a temporary file for nothing costs more.
      if (this.#files.kind(path) !== null) return false;
      this.#files.makeFolder(folder);
      return this.#files.create(path, new TextEncoder().encode(text));
    });
  }

  /** Files and folders of the ledger that are no records, by their paths below it. */
  strays(own: ReadonlySet<string>): string[] {
    return this.#rootNames().flatMap((folder) => {
      if (own.has(folder)) return [];
      if (!this.#isFolder(folder) || seriesOf(folder) === null) return [folder];
      return this.#list(`${this.#root}/${folder}`).flatMap((year) => {
        const below = `${folder}/${year}`;
        if (!/^\d{4}$/u.test(year) || !this.#isFolder(below)) return [below];
        const names = this.#list(`${this.#root}/${below}`).filter((name) => seqOf(name) === null);
        return names.map((name) => `${below}/${name}`);
      });
    });
  }

  #isFolder(below: string): boolean {
    const path = `${this.#root}/${below}`;
    return guarded(path, () => this.#files.kind(path)) === "folder";
  }

  #names(chain: Chain): readonly string[] {
    return this.#list(this.#folder(chain));
  }

  #folder({ series, year }: Chain): string {
    return `${this.#root}/${folderName(series)}/${String(year).padStart(4, "0")}`;
  }

  /** A file in the place of the ledger is no empty ledger. */
  #rootNames(): readonly string[] {
    return guarded(this.#root, () => (this.#files.kind(this.#root) === null ? [] : this.#files.list(this.#root)));
  }

  #list(folder: string): readonly string[] {
    return guarded(folder, () => (this.#files.kind(folder) === "folder" ? this.#files.list(folder) : []));
  }

  #load(chain: Chain, seq: number): Kept {
    const path = `${this.#folder(chain)}/${fileName(seq)}`;
    const known = this.#known.get(path);
    if (known) return known;
    const kept = this.record(chain, seq);
    if (isWhole(kept)) this.#known.set(path, kept);
    return kept;
  }
}

/** Every byte counts: a mark of byte order that an editor put in front is a change. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** Whether a record was written to its end: it reserves its number in any case. */
export function isWhole({ text }: Pick<Kept, "text">): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
