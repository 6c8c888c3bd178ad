import { sha256 } from "../base/sha256.ts";
import { guarded } from "./fault.ts";
import { fileName, folderName, seqOf, seriesOf } from "./folder-name.ts";
import { chainKey, headOf, HEADS_FILE, readHeads, writeHeads, type ChainHead, type Heads } from "./heads.ts";
import { LedgerError, type Appended, type Chain, type Kept, type Next, type Store } from "./store.ts";

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
}

/** No honest record comes near this many bytes. */
const RECORD_LIMIT = 16 * 1_048_576;

/** Where there are no hard links, a record is there before it is whole: so long it is waited for, in milliseconds. */
const PATIENCE = [20, 80, 200, 400];

/** Others may be faster for a while; more often than this in a row is a fault. */
const MOST_TRIES = 10_000;

/** Records as files: `<series>/<year>/0012.json`. To create the name is to take the number. */
export class FileStore implements Store {
  readonly #files: LedgerFiles;
  readonly #root: string;
  readonly #pause: (ms: number) => Promise<unknown>;
  /** Whole records never change: each is read once. */
  readonly #known = new Map<string, Kept>();

  constructor(files: LedgerFiles, root: string, pause: (ms: number) => Promise<unknown>) {
    this.#files = files;
    this.#root = root;
    this.#pause = pause;
  }

  chains(): Promise<readonly Chain[]> {
    const chains = this.#list(this.#root).flatMap((folder) => {
      const series = seriesOf(folder);
      if (series === null) return [];
      return this.#list(`${this.#root}/${folder}`).flatMap((name) => {
        const chain = { series, year: Number(name) };
        return /^\d{4}$/u.test(name) && this.#seqs(chain).length > 0 ? [chain] : [];
      });
    });
    return Promise.resolve(chains);
  }

  async read(chain: Chain): Promise<readonly Kept[]> {
    return Promise.all(this.#seqs(chain).map((seq) => this.#load(chain, seq)));
  }

  async append(chain: Chain, first: number, make: (next: Next) => Promise<string | Kept>): Promise<Appended> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const next = await this.#next(chain, first);
      const made = await make(next);
      if (typeof made !== "string") return { kept: await this.#remember(made), isNew: false };
      if (this.#create(chain, next.seq, made)) {
        const kept = { chain, seq: next.seq, text: made, hash: await sha256(made) };
        return { kept: await this.#remember(kept), isNew: true };
      }
    }
    throw new LedgerError(`台账一直有人在写，没有轮到：${chain.series} ${chain.year}`, "请稍后再运行");
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** The highest record of each chain that was ever written. */
  async heads(): Promise<Heads> {
    const path = `${this.#root}/${HEADS_FILE}`;
    return guarded(path, () => this.#files.kind(path)) === null ? "absent" : readHeads(decode(this.#bytes(path)));
  }

  /** Writes the heads down anew from the records there are; what the old ones knew beyond them stays known. */
  async rebuildHeads(): Promise<void> {
    const heads = mapOf(await this.heads());
    for (const chain of await this.chains()) {
      const last = (await this.read(chain)).findLast(isWhole);
      if (last && last.seq >= (heads.get(chainKey(chain))?.seq ?? 0)) heads.set(chainKey(chain), headOf(last));
    }
    await this.#writeHeads(heads);
  }

  async #next(chain: Chain, first: number): Promise<Next> {
    const held = await this.#settled(chain);
    const last = held.findLast(isWhole);
    const head = mapOf(await this.heads()).get(chainKey(chain));
    const highest = Math.max(held.at(-1)?.seq ?? first - 1, head?.seq ?? 0);
    // A last record that was lost is still the one before: its number is not given again, and the chain shows that it was.
    const lost = head !== undefined && head.seq > (held.at(-1)?.seq ?? 0) ? head.hash : null;
    return { seq: highest + 1, before: lost ?? last?.hash ?? (await this.#lastBefore(chain)), held };
  }

  /** The chain as it stands once whoever is writing the last record is done, or has died over it. */
  async #settled(chain: Chain): Promise<readonly Kept[]> {
    let held = await this.read(chain);
    for (const wait of PATIENCE) {
      const last = held.at(-1);
      if (!last || isWhole(last)) break;
      await this.#pause(wait);
      held = await this.read(chain);
    }
    return held;
  }

  async #lastBefore({ series, year }: Chain): Promise<string | null> {
    const earlier = (await this.chains()).filter((one) => one.series === series && one.year < year);
    for (const chain of earlier.toSorted((a, b) => b.year - a.year)) {
      const last = (await this.read(chain)).findLast(isWhole);
      if (last) return last.hash;
    }
    return null;
  }

  #create(chain: Chain, seq: number, text: string): boolean {
    const folder = this.#folder(chain);
    const path = `${folder}/${fileName(seq)}`;
    return guarded(path, () => {
      // Looked for first: a temporary file for nothing costs more.
      if (this.#files.kind(path) !== null) return false;
      this.#files.makeFolder(folder);
      return this.#files.create(path, new TextEncoder().encode(text));
    });
  }

  /** Best effort: a record that is on disk is not undone because this could not be written. */
  async #remember(kept: Kept): Promise<Kept> {
    try {
      const before = await this.heads();
      // What somebody changed is left for `verify` to show.
      if (before === "changed") return kept;
      const heads = mapOf(before);
      const known = heads.get(chainKey(kept.chain));
      const last = (await this.read(kept.chain)).findLast(isWhole) ?? kept;
      if (known && known.seq >= last.seq) return kept;
      await this.#writeHeads(heads.set(chainKey(kept.chain), headOf(last)));
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
    }
    return kept;
  }

  async #writeHeads(heads: ReadonlyMap<string, ChainHead>): Promise<void> {
    const path = `${this.#root}/${HEADS_FILE}`;
    const bytes = new TextEncoder().encode(await writeHeads(heads.values()));
    guarded(path, () => this.#files.replace(path, bytes));
  }

  #folder({ series, year }: Chain): string {
    return `${this.#root}/${folderName(series)}/${String(year).padStart(4, "0")}`;
  }

  #seqs(chain: Chain): number[] {
    const seqs = this.#list(this.#folder(chain)).flatMap((name) => seqOf(name) ?? []);
    return seqs.toSorted((a, b) => a - b);
  }

  #list(folder: string): readonly string[] {
    return guarded(folder, () => (this.#files.kind(folder) === "folder" ? this.#files.list(folder) : []));
  }

  async #load(chain: Chain, seq: number): Promise<Kept> {
    const path = `${this.#folder(chain)}/${fileName(seq)}`;
    const known = this.#known.get(path);
    if (known) return known;
    const bytes = this.#bytes(path);
    const kept = { chain, seq, text: decode(bytes), hash: await sha256(bytes) };
    if (isWhole(kept)) this.#known.set(path, kept);
    return kept;
  }

  #bytes(path: string): Uint8Array {
    return guarded(path, () => this.#files.read(path, RECORD_LIMIT));
  }
}

function mapOf(heads: Heads): Map<string, ChainHead> {
  return new Map(typeof heads === "string" ? [] : heads);
}

/** Every byte counts: a mark of byte order that an editor put in front is a change. */
function decode(bytes: Uint8Array): string {
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
