import { guarded } from "./fault.ts";
import { chainKey, headOf, readHeads, writeHeads, type ChainHead, type Heads } from "./heads.ts";
import { textOf, type LedgerFiles } from "./record-files.ts";
import type { Kept } from "./store.ts";

/** The highest record of each chain, kept in one file that is replaced. */
export const HEADS_FILE = "链头.json";

const LIMIT = 16 * 1_048_576;

export class HeadsFile {
  readonly #files: LedgerFiles;
  readonly #path: string;

  constructor(files: LedgerFiles, root: string) {
    this.#files = files;
    this.#path = `${root}/${HEADS_FILE}`;
  }

  async read(): Promise<Heads> {
    const path = this.#path;
    const bytes = guarded(path, () => (this.#files.kind(path) === null ? null : this.#files.read(path, LIMIT)));
    return bytes === null ? "absent" : readHeads(textOf(bytes));
  }

  async write(heads: ReadonlyMap<string, ChainHead>): Promise<void> {
    const bytes = new TextEncoder().encode(await writeHeads(heads.values()));
    guarded(this.#path, () => this.#files.replace(this.#path, bytes));
  }

  /** Takes note of the last record of a chain; never lowers what is known. */
  async note(last: Kept): Promise<void> {
    const before = await this.read();
    // What somebody changed is left for `verify` to show.
    if (before === "changed") return;
    const heads = mapOf(before);
    const known = heads.get(chainKey(last.chain));
    if (known && known.seq >= last.seq) return;
    await this.write(heads.set(chainKey(last.chain), headOf(last)));
  }
}

export function mapOf(heads: Heads): Map<string, ChainHead> {
  return new Map(typeof heads === "string" ? [] : heads);
}
