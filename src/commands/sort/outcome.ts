import type { Placed } from "./commit.ts";
import { piecesOf } from "./pieces.ts";
import type { Batch, Item, Sorted } from "./batch.ts";

/** What became of one entry, or would. */
export interface Outcome {
  /** 登记号; null in a dry run of what is not registered yet. */
  readonly number: string | null;
  /** 编号: the one it was given where it came without. */
  readonly id: string;
  readonly item: Item;
  readonly from: string;
  /** Where it is now; null where it was there before. */
  readonly to: string | null;
  /** `known`: the same bytes were taken in before. */
  readonly way: "in" | "returned" | "known";
  readonly stamped: boolean;
}

/** What became of the entries of a file. */
export function outcomesOf({ file }: Sorted, placed: readonly Placed[]): Outcome[] {
  return placed.flatMap(({ piece, registered, path, stamped }) =>
    piece.items.map((item, index): Outcome => {
      const one = registered[index];
      const again = one?.isNew === false;
      const way = (one?.record.way ?? piece.way) === "退回" ? "returned" : again && path === null ? "known" : "in";
      return {
        number: one?.number ?? null,
        id: one?.record.id ?? item.reading.id,
        item,
        from: file.shown,
        to: path,
        way,
        stamped,
      };
    }),
  );
}

/** What would become of them: nothing is registered, and no place is looked for. */
export function foreseen({ sorted }: Batch): Outcome[] {
  return sorted.flatMap((one) => {
    if (one.repeats) return [];
    return piecesOf(one).flatMap(({ way, items }) =>
      items.map((item): Outcome => {
        const kind = way === "退回" ? "returned" : item.known ? "known" : "in";
        const id = item.known?.record.id ?? item.reading.id;
        return {
          number: item.known?.number ?? null,
          id,
          item,
          from: one.file.shown,
          to: null,
          way: kind,
          stamped: true,
        };
      }),
    );
  });
}
