import type { Entry } from "./entry.ts";

export interface Reason {
  readonly text: string;
  readonly points: number;
  /** What in the entry it goes by, for whoever asks: 标题“抗旱”; null where the text says all. Made when asked for: few of thousands are. */
  readonly detail: () => string | null;
}

/** An event or a single matter: the newest report of it, and the earlier ones it stands for. */
export interface Item {
  readonly entry: Entry;
  readonly earlier: readonly Entry[];
  readonly group: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}
