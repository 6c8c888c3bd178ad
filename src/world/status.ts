import { fitted, width } from "../base/width.ts";
import type { Output, Status } from "../world.ts";

/** Work that is over sooner is not spoken of, in milliseconds. */
const PATIENCE = 700;

/** A number that runs is written this seldom, in milliseconds: an eye follows no faster. */
const PACE = 100;

/** What a terminal does with a return and this: it forgets the line. */
const ERASE = "\r\u001b[K";

/** A line on the terminal that says what is being done; nothing where there is no terminal. */
export class StatusLine implements Status {
  readonly #output: Output;
  readonly #ticks: () => number;
  readonly #began: number;
  readonly #isOn: boolean;
  #last: { readonly what: string; readonly at: number } | null = null;

  constructor(output: Output, ticks: () => number, isOn: boolean) {
    this.#output = output;
    this.#ticks = ticks;
    this.#began = ticks();
    this.#isOn = isOn;
  }

  show(what: string, detail = ""): void {
    if (!this.#isOn) return;
    const at = this.#ticks();
    if (at - this.#began < PATIENCE) return;
    if (this.#last?.what === what && at - this.#last.at < PACE) return;
    this.#last = { what, at };
    const [text, room] = [`${what}${detail}……`, Math.max(8, this.#output.columns - 1)];
    this.#output.write(`${ERASE}${width(text) > room ? fitted(text, room) : text}`);
  }

  clear(): void {
    if (this.#last !== null) this.#output.write(ERASE);
    this.#last = null;
  }
}
