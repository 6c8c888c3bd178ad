import { sha256 } from "../base/sha256.ts";
import { chainKey, type ChainHead, type Heads } from "./heads.ts";
import { byChain } from "./ledger.ts";
import { LedgerError, type Chain, type Kept, type Store } from "./store.ts";

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
 * left as it is; where it differs, nothing at all is written. Run again after a fault it goes on where it stopped.
 * `heads` is what a ledger of files knows of its ends.
 */
export async function copyLedger(from: Store, to: Store, heads: Heads | null = null): Promise<Copied> {
  const known = heads === null || typeof heads === "string" ? [] : [...heads.values()];
  const chains = chainsOf([...(await from.chains()), ...known]);
  const missing: Kept[] = [];
  let records = 0;
  for (const chain of chains) {
    const own = await withLostEnd(chain, await from.read(chain), known);
    for (const kept of own) await refuseUnfaithful(kept);
    missing.push(...(await missingIn(to, chain, own)));
    records += own.length;
  }
  if (missing.length > 0) await to.adopt(missing);
  for (const chain of chains) await compare(chain, from, to);
  return { chains: chains.length, records, copied: missing.length };
}

function chainsOf(chains: readonly Chain[]): Chain[] {
  const own = new Map(chains.map(({ series, year }) => [chainKey({ series, year }), { series, year }]));
  return [...own.values()].toSorted(byChain);
}

/** The number of a last record that was lost, and declared void, is never given again: an empty record keeps it. */
async function withLostEnd(chain: Chain, own: readonly Kept[], heads: readonly ChainHead[]): Promise<readonly Kept[]> {
  const head = heads.find((one) => chainKey(one) === chainKey(chain));
  if (!head || head.seq <= (own.at(-1)?.seq ?? -1)) return own;
  return [...own, { chain, seq: head.seq, text: "", hash: await sha256("") }];
}

/** The records of a chain that another ledger lacks; those that it has must be the very same. */
async function missingIn(to: Store, chain: Chain, own: readonly Kept[]): Promise<Kept[]> {
  const there = new Map((await to.read(chain)).map(({ seq, hash }) => [seq, hash]));
  const other = own.find(({ seq, hash }) => (there.get(seq) ?? hash) !== hash);
  if (other)
    throw new LedgerError(
      `两边的 ${nameOf(other)}不一样，什么也没有写入`,
      "这两个台账各自编发过，不能合成一个；请核对哪一个是对的",
    );
  return own.filter(({ seq }) => !there.has(seq));
}

/** A file whose bytes are no text would arrive as something else. */
async function refuseUnfaithful(kept: Kept): Promise<void> {
  const isFaithful = !kept.text.includes("\0") && (await sha256(kept.text)) === kept.hash;
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

function nameOf({ chain: { series, year }, seq }: Pick<Kept, "chain" | "seq">): string {
  return `《${series}》${year}年第 ${seq} 号`;
}
