import { renderTiming } from "../../report/timing.ts";
import type { SurveyOptions } from "../../pipeline/survey.ts";
import type { World } from "../../world.ts";

/** Measures the parts of one check: work within work counts for the inner one alone. */
export class Timer {
  readonly #world: World;
  readonly #began: number;
  readonly #parts = new Map<string, number>();
  #inner = 0;

  constructor(world: World) {
    this.#world = world;
    this.#began = world.ticks();
  }

  readonly time: NonNullable<SurveyOptions["stopwatch"]> = (name, work) => {
    const [began, before] = [this.#world.ticks(), this.#inner];
    this.#inner = 0;
    try {
      return work();
    } finally {
      const took = this.#world.ticks() - began;
      this.#add(name, took - this.#inner);
      this.#inner = before + took;
    }
  };

  /** For work that waits: nothing else is measured meanwhile. */
  async wait<T>(name: string, work: () => Promise<T>): Promise<T> {
    const began = this.#world.ticks();
    const result = await work();
    this.#add(name, this.#world.ticks() - began);
    return result;
  }

  /** The table of all parts so far. */
  table(): string {
    const parts = [...this.#parts].map(([name, ms]) => ({ name, ms }));
    return renderTiming(parts, this.#world.ticks() - this.#began);
  }

  #add(name: string, ms: number): void {
    this.#parts.set(name, (this.#parts.get(name) ?? 0) + ms);
  }
}
