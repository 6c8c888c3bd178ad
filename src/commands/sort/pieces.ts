import type { RegisterWay } from "../../model/ledger.ts";
import { withoutDocuments } from "../../pipeline/stream.ts";
import type { Item, Sorted } from "./batch.ts";

/** What of a file goes one way. */
export interface Piece {
  readonly way: RegisterWay;
  readonly bytes: Uint8Array;
  /** Its entries, with their places in the file as it came, from 1. */
  readonly items: readonly (Item & { readonly place: number })[];
}

/** A file whose entries go different ways is parted; where that cannot be done with certainty, all of it goes in, and what is at fault is found there by every check. */
export function piecesOf({ file, items }: Sorted): Piece[] {
  const placed = items.map((item, index) => ({ ...item, place: index + 1 }));
  const ways = new Set(items.map(({ way }) => way));
  const [only] = ways;
  if (only !== undefined && ways.size === 1) return [{ way: only, bytes: file.content, items: placed }];
  const parts = [...ways].map((way): Piece | null => {
    const gone = new Set(placed.filter((item) => item.way !== way).map(({ place }) => place - 1));
    const bytes = withoutDocuments(file.content, gone, items.length);
    return bytes && { way, bytes, items: placed.filter((item) => item.way === way) };
  });
  const whole = parts.flatMap((part) => part ?? []);
  return whole.length === ways.size ? whole : [{ way: "收下", bytes: file.content, items: placed }];
}
