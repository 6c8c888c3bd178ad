import { sha256 } from "../base/sha256.ts";
import { MOST } from "./folder-name.ts";
import { headOf, type Heads } from "./heads.ts";
import { HEADS_FILE, HEADS_FOLDER, HeadsFiles } from "./heads-file.ts";
import { INDEX_FOLDER } from "./search/index-files.ts";
import type { Pause } from "./pause.ts";
import { Turn } from "./turn.ts";
import { isWhole, RecordFiles, type LedgerFiles } from "./record-files.ts";
import { chainKey, LedgerError, type Appended, type Chain, type Kept, type Next, type Store } from "./store.ts";

/** Where there are no hard links, a record is there before it is whole: so long it is waited for, in milliseconds. */
const PATIENCE = [20, 80, 200, 400];

/** Others may be faster for a while; more often than this in a row is a fault. */
const MOST_TRIES = 1000;

/** Who loses a number waits longer each time, at most about so many milliseconds. */
const LONGEST_WAIT = 125;

/** Records as files: `<series>/<year>/0012.json`. To create the name is to take the number. */
export class FileStore implements Store {
  readonly #records: RecordFiles;
  readonly #heads: HeadsFiles;
  readonly #turn: Turn;
  readonly #pause: Pause;

  constructor(files: LedgerFiles, root: string, pause: Pause) {
    this.#records = new RecordFiles(files, root);
    this.#heads = new HeadsFiles(files, root);
    this.#turn = new Turn(files, root, pause);
    this.#pause = pause;
  }

  async chains(): Promise<readonly Chain[]> {
    return this.#records.chains();
  }

  async read(chain: Chain): Promise<readonly Kept[]> {
    return this.#records.read(chain);
  }

  async seqs(chain: Chain): Promise<readonly number[]> {
    return this.#records.seqs(chain);
  }

  async records(chain: Chain, seqs: readonly number[]): Promise<readonly Kept[]> {
    const wanted = new Set(seqs);
    const there = this.#records.seqs(chain).filter((seq) => wanted.has(seq));
    return there.map((seq) => this.#records.record(chain, seq));
  }

  append(chain: Chain, first: number, make: (next: Next) => Promise<string | Kept>): Promise<Appended> {
    return this.#turn.during(() => this.#append(chain, first, make));
  }

  async #append(chain: Chain, first: number, make: (next: Next) => Promise<string | Kept>): Promise<Appended> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const next = await this.#next(chain, first);
      if (next.seq > MOST)
        throw new LedgerError(
          `${chain.series} ${chain.year} 年的号到头了`,
          "请运行 zhuanbao ledger verify：多半是有误放的文件占了很大的号",
        );
      const made = await make(next);
      if (typeof made !== "string") return { kept: this.witness(made), isNew: false };
      if (this.#records.create(chain, next.seq, made)) {
        const kept = { chain, seq: next.seq, text: made, hash: sha256(made) };
        return { kept: this.witness(kept), isNew: true };
      }
      await this.#pause(Math.min(LONGEST_WAIT, 2 ** (tries + 1)));
    }
    throw new LedgerError(`台账一直有人在写，没有轮到：${chain.series} ${chain.year}`, "请稍后再运行");
  }

  async adopt(records: readonly Kept[]): Promise<void> {
    const lasts = new Map<string, Kept>();
    try {
      for (const kept of records) {
        if (!this.#records.create(kept.chain, kept.seq, kept.text))
          throw new LedgerError("台账里正有人在写，没有搬完", "请等别人写完，再运行一次：已经搬过去的不会重复");
        lasts.set(chainKey(kept.chain), kept);
      }
    } finally {
      for (const kept of lasts.values()) this.witness(kept);
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** The highest record of each chain that was ever written. */
  async heads(): Promise<Heads> {
    return this.#heads.read();
  }

  /**
   * Lets the head of a chain know of a record, and returns it. Best effort: a record that is on disk is not undone because
   * this could not be written. Who writes a later record of the chain meanwhile may be overtaken: the last to write looks
   * once more. Who was killed before this comes here again with the record that is there.
   */
  witness(kept: Kept): Kept {
    try {
      for (let tries = 0; tries < MOST_TRIES; tries++)
        if (!this.#heads.note(this.#records.read(kept.chain).findLast(isWhole) ?? kept)) break;
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
    }
    return kept;
  }

  /** Writes the heads down anew from the records there are; what the old ones knew beyond them stays known. */
  rebuildHeads(): void {
    const heads = this.#heads.known();
    for (const chain of this.#records.chains()) {
      const last = this.#records.read(chain).findLast(isWhole);
      if (last && last.seq >= (heads.get(chainKey(chain))?.seq ?? 0)) heads.set(chainKey(chain), headOf(last));
    }
    this.#heads.write(heads);
  }

  /** Files in the ledger that are none of its own, by their paths below it. */
  strays(): readonly string[] {
    return [...this.#records.strays(new Set([HEADS_FILE, HEADS_FOLDER, INDEX_FOLDER])), ...this.#heads.strays()];
  }

  async #next(chain: Chain, first: number): Promise<Next> {
    const held = await this.#settled(chain);
    const last = held.findLast(isWhole);
    const head = this.#heads.known().get(chainKey(chain));
    const highest = Math.max(held.at(-1)?.seq ?? 0, first - 1, head?.seq ?? 0);
    // A last record that was lost is still the one before: its number is not given again, and the chain shows that it was.
    const lost = head !== undefined && head.seq > (held.at(-1)?.seq ?? 0) ? head.hash : null;
    return { seq: highest + 1, before: lost ?? last?.hash ?? this.#lastBefore(chain), held };
  }

  /** The chain as it stands once whoever is writing the last record is done, or has died over it. */
  async #settled(chain: Chain): Promise<readonly Kept[]> {
    let held = this.#records.read(chain);
    for (const wait of PATIENCE) {
      const last = held.at(-1);
      if (!last || isWhole(last)) break;
      await this.#pause(wait);
      held = this.#records.read(chain);
    }
    return held;
  }

  #lastBefore({ series, year }: Chain): string | null {
    const earlier = this.#records.chains().filter((one) => one.series === series && one.year < year);
    for (const chain of earlier.toSorted((a, b) => b.year - a.year)) {
      const last = this.#records.read(chain).findLast(isWhole);
      if (last) return last.hash;
    }
    return null;
  }
}
