import type { Length, Placed } from "./layout-values.ts";
import type { Reading } from "./reading.ts";

export const BLACK = "000000";

/** What a layout still owes after all it is based on has been added. */
export class Debts {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  value<T>(placed: Placed<T> | null, path: string, instead: T): T {
    if (placed !== null) return placed.value;
    this.#reading.fault("missing-field", { start: 0, end: 0 }, `版式缺少“${path}”`, "请补上，或写“基于”一个有它的版式");
    return instead;
  }

  /** Amount of a length, in its own unit. */
  length(placed: Placed<Length> | null, path: string): number {
    return this.value(placed, path, { amount: 1, unit: "mm" }).amount;
  }

  name<T>(placed: Placed<string> | null, path: string, known: ReadonlyMap<string, T>): string {
    const name = this.value(placed, path, "");
    if (placed && !known.has(name)) placed.fault(`没有“${name}”`, `可用的有：${[...known.keys()].join("、")}`);
    return name;
  }
}

/** Points of a thickness in 磅 or mm. */
export function inPoints({ amount, unit }: Length): number {
  return unit === "mm" ? (amount * 72) / 25.4 : amount;
}
