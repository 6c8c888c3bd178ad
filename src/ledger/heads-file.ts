import { guarded } from "./fault.ts";
import { folderName } from "./folder-name.ts";
import { headOf, readHeads, writeHeads, type ChainHead, type Heads } from "./heads.ts";
import { textOf, type LedgerFiles } from "./record-files.ts";
import { chainKey, type Chain, type Kept } from "./store.ts";

/** The highest record of each chain, each in a file of its own that is replaced: `链头/信息专报-2026.json`. */
export const HEADS_FOLDER = "链头";

/** Where former versions kept all of them: still read, and written by `rebuild` alone. */
export const HEADS_FILE = "链头.json";

const LIMIT = 16 * 1_048_576;

const OWN = /-\d{4}\.json$/u;

/** One file for all chains would lose what two writers of two chains put there at once. */
export class HeadsFiles {
  readonly #files: LedgerFiles;
  readonly #folder: string;
  readonly #old: string;

  constructor(files: LedgerFiles, root: string) {
    this.#files = files;
    this.#folder = `${root}/${HEADS_FOLDER}`;
    this.#old = `${root}/${HEADS_FILE}`;
  }

  /** All of them; where somebody changed one of the files, none is a witness. */
  read(): Heads {
    const all = [...this.#all().values()];
    if (all.includes("changed")) return "changed";
    return all.every((one) => one === "absent") ? "absent" : highest(all);
  }

  /** Those of the files that nobody changed. */
  known(): Map<string, ChainHead> {
    return highest([...this.#all().values()]);
  }

  /** Takes note of the last record of a chain; never lowers what is known. Whether it was written. */
  note(last: Kept): boolean {
    const path = this.#pathOf(last.chain);
    const before = this.#look(path);
    // What somebody changed is left for `verify` to show.
    if (before === "changed") return false;
    const known = highest([before]).get(chainKey(last.chain));
    if (known && known.seq >= last.seq) return false;
    this.#write(path, [headOf(last)]);
    return true;
  }

  /** Writes all of them anew; what stands in other files that was changed is emptied. */
  write(heads: ReadonlyMap<string, ChainHead>): void {
    for (const [path, state] of this.#all()) if (state === "changed") this.#write(path, []);
    for (const head of heads.values()) this.#write(this.#pathOf(head), [head]);
    if (this.#files.kind(this.#old) !== null) this.#write(this.#old, [...heads.values()]);
  }

  /** Files in the folder that are no heads, by their paths below the ledger. */
  strays(): string[] {
    return this.#names()
      .filter((name) => !OWN.test(name))
      .map((name) => `${HEADS_FOLDER}/${name}`);
  }

  #all(): Map<string, Heads> {
    const own = this.#names().filter((name) => OWN.test(name));
    const all = new Map<string, Heads>();
    for (const path of [this.#old, ...own.map((name) => `${this.#folder}/${name}`)]) all.set(path, this.#look(path));
    return all;
  }

  #look(path: string): Heads {
    const bytes = guarded(path, () => (this.#files.kind(path) === null ? null : this.#files.read(path, LIMIT)));
    if (bytes === null) return "absent";
    const heads = readHeads(textOf(bytes));
    const isElsewhere = (head: ChainHead): boolean => path !== this.#old && this.#pathOf(head) !== path;
    return typeof heads !== "string" && [...heads.values()].some(isElsewhere) ? "changed" : heads;
  }

  #write(path: string, heads: readonly ChainHead[]): void {
    const bytes = new TextEncoder().encode(writeHeads(heads));
    guarded(path, () => {
      if (path !== this.#old) this.#files.makeFolder(this.#folder);
      this.#files.replace(path, bytes);
    });
  }

  #names(): readonly string[] {
    const folder = this.#folder;
    return guarded(folder, () => (this.#files.kind(folder) === "folder" ? this.#files.list(folder) : []));
  }

  #pathOf({ series, year }: Chain): string {
    return `${this.#folder}/${folderName(series)}-${String(year).padStart(4, "0")}.json`;
  }
}

/** Of each chain the highest that any of them knows. */
function highest(all: readonly Heads[]): Map<string, ChainHead> {
  const heads = new Map<string, ChainHead>();
  for (const one of all.flatMap((each) => (typeof each === "string" ? [] : [...each.values()])))
    if ((heads.get(chainKey(one))?.seq ?? -1) < one.seq) heads.set(chainKey(one), one);
  return heads;
}
