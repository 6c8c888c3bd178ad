import type { LedgerRecord } from "../../model/ledger.ts";
import { readRecord } from "../codec.ts";
import { REGISTER } from "../series.ts";
import { chainKey, type Chain, type Kept, type Store } from "../store.ts";
import type { ChainState } from "./segment.ts";

/** What an index is made from: it reads only the records that it does not know. */
export type RecordSource = Pick<Store, "chains" | "seqs" | "records">;

/** So many records are asked for at once: a database is far away, and all of them would fill the memory. */
const BATCH = 200;

/** A chain with records that an index has not read. */
export interface Ahead {
  readonly chain: Chain;
  readonly before: ChainState | null;
  readonly seqs: readonly number[];
}

/** What is to be read besides what is known; null where what is known was made of other records than there are. */
export async function aheadOf(
  source: RecordSource,
  known: ReadonlyMap<string, ChainState>,
  zone: string,
): Promise<Ahead[] | null> {
  const chains = (await source.chains()).filter(({ series }) => series !== REGISTER);
  const there = new Set(chains.map(chainKey));
  if ([...known.keys()].some((key) => !there.has(key))) return null;
  const ahead: Ahead[] = [];
  for (const chain of chains) {
    const before = known.get(chainKey(chain)) ?? null;
    const seqs = await source.seqs(chain);
    if (before !== null && !(await isSame(source, { before, seqs, zone }))) return null;
    const fresh = seqs.filter((seq) => seq > (before?.last ?? -1));
    if (fresh.length > 0) ahead.push({ chain, before, seqs: fresh });
  }
  return ahead;
}

/** Whether as many records are there as were read, the last of them is the same, and what could not be read still cannot. */
async function isSame(
  source: RecordSource,
  { before, seqs, zone }: { before: ChainState; seqs: readonly number[]; zone: string },
): Promise<boolean> {
  const { last, count, unread, hash } = before;
  if (seqs.filter((seq) => seq <= last).length !== count || !seqs.includes(last)) return false;
  const [end, ...rest] = (await source.records(before, [...unread, last])).toReversed();
  return end?.hash === hash && rest.every((kept) => typeof readRecord(kept, zone) === "string");
}

/**
 * Reads what is new of a chain, and says how far that went. Records at the end that cannot be read are left for the next
 * time: somebody may be writing them just now.
 */
export async function readAhead(
  source: RecordSource,
  { chain, before, seqs }: Ahead,
  { zone, take }: { zone: string; take: (kept: Kept, record: LedgerRecord) => void },
): Promise<ChainState | null> {
  let state = before;
  let waiting: number[] = [];
  for await (const kept of inBatches(source, chain, seqs)) {
    const { seq } = kept;
    const found = readRecord(kept, zone);
    if (typeof found === "string") {
      waiting.push(seq);
      continue;
    }
    take(kept, found.record);
    state = {
      ...chain,
      last: seq,
      hash: kept.hash,
      count: (state?.count ?? 0) + waiting.length + 1,
      unread: [...(state?.unread ?? []), ...waiting],
    };
    waiting = [];
  }
  return state;
}

async function* inBatches(source: RecordSource, chain: Chain, seqs: readonly number[]): AsyncGenerator<Kept> {
  for (let at = 0; at < seqs.length; at += BATCH) yield* await source.records(chain, seqs.slice(at, at + BATCH));
}
