import { sha256 } from "../base/sha256.ts";
import type { ChainHead, Heads } from "./heads.ts";
import { byChain } from "./ledger.ts";
import { chainKey, LedgerError, type Chain, type Kept, type Store } from "./store.ts";

/** What a copy came to. */
export interface Copied {
  readonly chains: number;
  /** Records that are now in both. */
  readonly records: number;
  /** Those of them that were not there before. */
  readonly copied: number;
}

/**
 * Copies every record of a ledger into another one, byte for byte and under its own number. What is there already is
 * left as it is; where it differs, or where the other ledger was written on by itself, nothing at all is written. Run
 * again after a fault it goes on where it stopped. `heads` is what a ledger of files knows of its ends.
 */
export async function copyLedger(from: Store, to: Store, heads: Heads | null = null): Promise<Copied> {
  const known = heads === null || typeof heads === "string" ? [] : [...heads.values()];
  const chains = chainsOf([...(await from.chains()), ...known]);
  const records: Kept[] = [];
  for (const chain of chains) records.push(...withLostEnd(chain, await from.read(chain), known));
  for (const kept of records) refuseUnfaithful(kept);
  const missing: Kept[] = [];
  for (const series of new Set(chains.map((chain) => chain.series))) {
    const own = records.filter(({ chain }) => chain.series === series);
    missing.push(...missingIn(await seriesIn(to, series), own));
  }
  if (missing.length > 0) await to.adopt(missing);
  for (const chain of chains) await compare(chain, from, to);
  return { chains: chains.length, records: records.length, copied: missing.length };
}

function chainsOf(chains: readonly Chain[]): Chain[] {
  const own = new Map(chains.map(({ series, year }) => [chainKey({ series, year }), { series, year }]));
  return [...own.values()].toSorted(byChain);
}

/** The number of a last record that was lost, and declared void, is never given again: an empty record keeps it. */
function withLostEnd(chain: Chain, own: readonly Kept[], heads: readonly ChainHead[]): readonly Kept[] {
  const head = heads.find((one) => chainKey(one) === chainKey(chain));
  if (!head || head.seq <= (own.at(-1)?.seq ?? -1)) return own;
  return [...own, { chain, seq: head.seq, text: "", hash: sha256("") }];
}

async function seriesIn(store: Store, series: string): Promise<Kept[]> {
  const chains = (await store.chains()).filter((chain) => chain.series === series);
  return (await Promise.all(chains.map((chain) => store.read(chain)))).flat();
}

/** The records of a series that another ledger lacks; those that it has must be the very same, and the beginning of them. */
function missingIn(there: readonly Kept[], own: readonly Kept[]): Kept[] {
  const hashes = new Map(there.map((kept) => [keyOf(kept), kept.hash]));
  const other = own.find((kept) => (hashes.get(keyOf(kept)) ?? kept.hash) !== kept.hash);
  if (other) throw forked(`两边的${nameOf(other)}不一样`);
  const missing = own.filter((kept) => !hashes.has(keyOf(kept)));
  const mine = new Set(own.map(keyOf));
  const extra = there.find((kept) => !mine.has(keyOf(kept)));
  if (missing.length > 0 && extra) throw forked(`${nameOf(extra)}只有要搬去的台账里有`);
  return missing;
}

function forked(what: string): LedgerError {
  const hint = "这两个台账各自编发过，不能合成一个；请核对哪一个是对的，另一个留作备份";
  return new LedgerError(`${what}，什么也没有写入`, hint);
}

/** A file whose bytes are no text would arrive as something else. */
function refuseUnfaithful(kept: Kept): void {
  const isFaithful = !kept.text.includes("\0") && sha256(kept.text) === kept.hash;
  if (isFaithful) return;
  throw new LedgerError(
    `${nameOf(kept)}的记录不是 UTF-8 文字，搬过去会走样，什么也没有写入`,
    "请先运行 zhuanbao ledger verify，从备份恢复原来的文件",
  );
}

async function compare(chain: Chain, from: Store, to: Store): Promise<void> {
  const there = new Map((await to.read(chain)).map(({ seq, hash }) => [seq, hash]));
  const lost = (await from.read(chain)).find(({ seq, hash }) => there.get(seq) !== hash);
  if (lost)
    throw new LedgerError(
      `${nameOf(lost)}搬过去以后读回来不一样`,
      "搬的时候不要编发，请再运行一次；仍是如此的，请检查两边的磁盘",
    );
}

function keyOf({ chain, seq }: Pick<Kept, "chain" | "seq">): string {
  return `${chainKey(chain)}/${seq}`;
}

function nameOf({ chain: { series, year }, seq }: Pick<Kept, "chain" | "seq">): string {
  return `《${series}》${year}年第 ${seq} 号`;
}
