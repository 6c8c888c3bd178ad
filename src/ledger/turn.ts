import type { Pause } from "./pause.ts";
import type { LedgerFiles } from "./record-files.ts";

/** Hidden: it is no record, and no fault where it is left behind. */
export const TURN_FILE = ".zb-turn";

/** Whoever keeps a turn for so many milliseconds of waiting was killed on another machine, or is very slow: the others go on. */
const PATIENCE = 1000;

/** Between two looks, in milliseconds, the last for all that follow: so often two hundred can look. */
const LOOKS = [10, 30, 60, 200];

/** Who has looked so often tries without a turn. */
const MOST_LOOKS = 3000;

/**
 * A courtesy and no lock: who is about to write says so in a file, and the others wait a little. Two hundred at once would
 * otherwise read and make again and again what only one of them can write. What takes a number is to create the name
 * of a record: a turn that is overtaken, lost or cannot be had changes nothing but the time it takes.
 */
export class Turn {
  readonly #files: LedgerFiles;
  readonly #path: string;
  readonly #pause: Pause;

  constructor(files: LedgerFiles, root: string, pause: Pause) {
    this.#files = files;
    this.#path = `${root}/${TURN_FILE}`;
    this.#pause = pause;
  }

  /** Waits for one's turn and does the work; whatever comes of the work, the turn is over. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const own = await this.#take();
    try {
      return await work();
    } finally {
      if (own !== null) this.#end(own);
    }
  }

  /** The stamp of the file that says whose turn it is; null where one goes on without. */
  async #take(): Promise<string | null> {
    let [other, waited]: [string | null, number] = [null, 0];
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const found = this.#claim();
      if (found === null || found.isOwn) return found && found.stamp;
      if (found.stamp !== other) [other, waited] = [found.stamp, 0];
      if (other !== null && (waited >= PATIENCE || this.#isLeft())) {
        this.#end(other);
        continue;
      }
      const wait = LOOKS[Math.min(looks, LOOKS.length - 1)] as number;
      await this.#pause(wait);
      waited += wait;
    }
    return null;
  }

  /** Whose turn it is now; null where that cannot be written down. */
  #claim(): { readonly isOwn: boolean; readonly stamp: string | null } | null {
    try {
      const isOwn = this.#files.mark(this.#path);
      return { isOwn, stamp: this.#files.stamp(this.#path) };
    } catch {
      return null;
    }
  }

  /** Whether whose turn it is was killed over it. */
  #isLeft(): boolean {
    try {
      return this.#files.isLeft(this.#path) === true;
    } catch {
      return false;
    }
  }

  #end(stamp: string): void {
    try {
      if (this.#files.stamp(this.#path) === stamp) this.#files.remove(this.#path);
    } catch {
      // Who waits for it loses patience.
    }
  }
}
