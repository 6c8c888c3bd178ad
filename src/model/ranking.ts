import type { Entry } from "./entry.ts";

export interface Reason {
  readonly text: string;
  readonly points: number;
}

/** An event or a single matter: the newest report of it, and the earlier ones it stands for. */
export interface Item {
  readonly entry: Entry;
  readonly earlier: readonly Entry[];
  readonly group: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}
