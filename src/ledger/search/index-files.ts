import { faultOf } from "../fault.ts";
import type { LedgerFiles } from "../record-files.ts";
import { openSegment, type Parts, type Segment } from "./segment.ts";

/** The folder of the index within the ledger: made of the records, and safe to delete. */
export const INDEX_FOLDER = ".索引";

/** What an index needs of the files of the machine besides. */
export interface IndexFiles extends LedgerFiles {
  /** Opens a file to be read piece by piece: the same file to its end, whatever takes its name meanwhile. */
  parts(path: string): Parts;
}

/** The two files of an index: all records of one day, and those written since. */
export type IndexName = "全部" | "新增";

/** The files of an index in a folder. What goes wrong with them is no fault of the ledger: there is then no index. */
export class IndexFolder {
  readonly #files: IndexFiles;
  readonly #folder: string;

  constructor(files: IndexFiles, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  open(name: IndexName): Segment | null {
    return harmless(null, () => {
      const path = this.#path(name);
      if (this.#files.kind(path) !== "file") return null;
      const parts = this.#files.parts(path);
      const segment = harmless(null, () => openSegment(parts));
      if (segment === null) parts.close();
      return segment;
    });
  }

  /** Whether it could be kept: a ledger that may only be read is searched all the same. */
  write(name: IndexName, bytes: Uint8Array): boolean {
    return harmless(false, () => {
      this.#files.makeFolder(this.#folder);
      this.#files.replace(this.#path(name), bytes);
      return true;
    });
  }

  #path(name: IndexName): string {
    return `${this.#folder}/${name}.idx`;
  }
}

function harmless<T>(otherwise: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (faultOf(error) === null) throw error;
    return otherwise;
  }
}

/** The bytes of a file, read as those of one on the disk are. */
export function partsOf(bytes: Uint8Array): Parts {
  return {
    size: bytes.length,
    read(from, into) {
      const piece = bytes.subarray(from, from + into.length);
      into.set(piece);
      return piece.length;
    },
    close: () => undefined,
  };
}
