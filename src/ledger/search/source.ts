import type { Chain, Kept, Store } from "../store.ts";

/** Records one by one: an index reads only those it does not know. */
export interface RecordSource {
  chains(): Promise<readonly Chain[]>;
  /** The places of a chain that are taken, in order. */
  seqs(chain: Chain): Promise<readonly number[]>;
  record(chain: Chain, seq: number): Promise<Kept>;
}

/** Records of a store that only gives whole chains: each is asked for once. */
export function wholeSource(store: Pick<Store, "chains" | "read">): RecordSource {
  const chains = new Map<string, Promise<ReadonlyMap<number, Kept>>>();
  const held = (chain: Chain): Promise<ReadonlyMap<number, Kept>> => {
    const key = `${chain.series}/${chain.year}`;
    const found = chains.get(key) ?? store.read(chain).then((kept) => new Map(kept.map((one) => [one.seq, one])));
    chains.set(key, found);
    return found;
  };
  return {
    chains: () => store.chains(),
    seqs: async (chain) => [...(await held(chain)).keys()],
    async record(chain, seq) {
      const found = (await held(chain)).get(seq);
      if (!found) throw new Error(`no record ${chain.series} ${chain.year} ${seq}`);
      return found;
    },
  };
}
