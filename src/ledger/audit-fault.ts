import type { Chain } from "./store.ts";

/** What can be wrong with a ledger. */
export const FAULT_KINDS = ["缺号", "重号", "空号", "读不出", "改动", "错位", "断链", "链头", "成稿", "杂物"] as const;

export interface Fault {
  readonly kind: (typeof FAULT_KINDS)[number];
  /** Null where it is of no chain. */
  readonly chain: Chain | null;
  readonly seq: number | null;
  readonly message: string;
  readonly hint: string;
}
