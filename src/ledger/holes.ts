import { issueKey } from "../base/issue-key.ts";
import { MOST } from "./folder-name.ts";
import type { Heads } from "./heads.ts";
import { byChain, refOf, voidedKeys, type Ledger } from "./ledger.ts";
import { chainKey, type Kept, type Store } from "./store.ts";

type Hole = Pick<Kept, "chain" | "seq">;

/** Numbers of a series whose records are gone, and were not declared void: any of them may have been this very brief. */
export async function holesIn(
  { store, ledger, heads }: { readonly store: Store; readonly ledger: Ledger; readonly heads: Heads | null },
  series: string,
): Promise<Hole[]> {
  const voided = voidedKeys(ledger);
  const holes: Hole[] = [];
  const chains = (await store.chains()).filter((chain) => chain.series === series);
  const known = heads === null || typeof heads === "string" ? [] : [...heads.values()];
  const headed = known.filter((head) => head.series === series);
  const all = new Map([...headed, ...chains].map(({ year }) => [year, { series, year }]));
  for (const chain of [...all.values()].toSorted(byChain)) {
    const seqs = (await store.read(chain)).map(({ seq }) => seq);
    const head = headed.find((one) => chainKey(one) === chainKey(chain));
    const [first, last] = [seqs[0] ?? head?.seq ?? 1, Math.max(seqs.at(-1) ?? 0, head?.seq ?? 0)];
    const there = new Set(seqs);
    for (let seq = first; seq <= Math.min(last, MOST); seq++) if (!there.has(seq)) holes.push({ chain, seq });
  }
  return holes.filter((hole) => {
    const ref = refOf(hole);
    return ref === null || !voided.has(issueKey(ref));
  });
}
