import { byCodePoint } from "../base/order.ts";
import { fields, FormError, listOf, text, whole } from "./form.ts";
import { seal } from "./seal.ts";
import { chainKey, type Chain, type Kept } from "./store.ts";

/** The last record of a chain that is known of: without it nobody would miss the last one. */
export interface ChainHead extends Chain {
  readonly seq: number;
  readonly hash: string;
}

const form = listOf(
  fields<ChainHead>({
    series: ["系列", text],
    year: ["年度", whole],
    seq: ["序号", whole],
    hash: ["哈希", text],
  }),
);

/** The heads by chain; not there yet; or changed by somebody, and then no witness of anything. */
export type Heads = ReadonlyMap<string, ChainHead> | "absent" | "changed";

export function readHeads(source: string): Heads {
  try {
    const values = JSON.parse(source) as Record<string, unknown>;
    const heads = form.read(values["链头"], "");
    return writeHeads(heads) === source ? new Map(heads.map((head) => [chainKey(head), head])) : "changed";
  } catch (error) {
    if (error instanceof FormError || error instanceof SyntaxError || error instanceof TypeError) return "changed";
    throw error;
  }
}

export function writeHeads(heads: Iterable<ChainHead>): string {
  const sorted = [...heads].toSorted((a, b) => byCodePoint(a.series, b.series) || a.year - b.year);
  return seal({ 说明: "各系列最后一条的号和哈希，程序自己维护，请勿手改", 链头: form.write(sorted) ?? [] });
}

/** A record as the head of its chain. */
export function headOf({ chain, seq, hash }: Kept): ChainHead {
  return { ...chain, seq, hash };
}
