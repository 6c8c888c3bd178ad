import { issueKey } from "../base/issue-key.ts";
import { auditChain, type ChainEnd } from "./audit-chain.ts";
import type { Fault } from "./audit-fault.ts";
import type { ChainHead, Heads } from "./heads.ts";
import { byChain, refOf, standing, voidedKeys, type Ledger } from "./ledger.ts";
import { numberOf } from "../base/matters.ts";
import { chainKey, type Chain, type Kept, type Store } from "./store.ts";

export interface Audit {
  readonly chains: number;
  readonly records: number;
  readonly faults: readonly Fault[];
}

/** Looks at every record of every chain; `heads` is null for a store that needs none. */
export async function audit(
  store: Store,
  ledger: Ledger,
  { heads, zone }: { readonly heads: Heads | null; readonly zone: string },
): Promise<Audit> {
  const chains = (await store.chains()).toSorted(byChain);
  const settled = voidedKeys(ledger);
  const isSettled = (at: Pick<Kept, "chain" | "seq">): boolean => {
    const ref = refOf(at);
    return ref !== null && settled.has(issueKey(ref));
  };
  const faults: Fault[] = [];
  const lasts = new Map<string, Kept>();
  let [records, state]: [number, ChainEnd | null] = [0, null];
  for (const chain of chains) {
    const kept = await store.read(chain);
    const same: ChainEnd | null = state?.series === chain.series ? state : null;
    const found = auditChain(chain, kept, { before: same, zone, isSettled });
    faults.push(...found.faults);
    state = found.state;
    records += kept.length;
    for (const each of kept) lasts.set(`${chainKey(chain)}/${each.seq}`, each);
  }
  faults.push(...auditHeads(heads, { chains, lasts, isSettled }), ...doubles(ledger));
  return { chains: chains.length, records, faults };
}

interface Seen {
  readonly chains: readonly Chain[];
  /** Every record by chain and place. */
  readonly lasts: ReadonlyMap<string, Kept>;
  readonly isSettled: (at: Pick<Kept, "chain" | "seq">) => boolean;
}

/** What the heads know of: a last record that is lost or edited is missed by nobody else. */
function auditHeads(heads: Heads | null, { chains, lasts, isSettled }: Seen): Fault[] {
  if (heads === null) return [];
  if (typeof heads === "string") return chains.length === 0 && heads === "absent" ? [] : [noWitness(heads)];
  const faults = [...heads.values()].flatMap((head) => {
    const kept = lasts.get(`${chainKey(head)}/${head.seq}`);
    if (kept) return kept.hash === head.hash ? [] : [edited(head)];
    return isSettled({ chain: head, seq: head.seq }) ? [] : [lost(head)];
  });
  const unknown = chains.filter((chain) => !heads.has(chainKey(chain)));
  return [...faults, ...unknown.map(noHead)];
}

function noWitness(state: "absent" | "changed"): Fault {
  const message = state === "absent" ? "链头不在：各系列最后的记录有没有丢，无从知道" : "链头里有文件被改过，不能作证";
  return {
    kind: "链头",
    chain: null,
    seq: null,
    message,
    hint: "核对最后一期是不是都在，再运行 zhuanbao ledger rebuild",
  };
}

function noHead(chain: Chain): Fault {
  const message = "链头里没有这个系列：最后的记录有没有丢，无从知道";
  return { kind: "链头", chain, seq: null, message, hint: "核对最后一条是不是还在，再运行 zhuanbao ledger rebuild" };
}

function edited(chain: ChainHead): Fault {
  const hint = "从备份恢复原来的文件；记录不能改，更正请另记一条";
  return { kind: "改动", chain, seq: chain.seq, message: "记录与写下时的哈希不符，被改过或换过", hint };
}

function lost(chain: ChainHead): Fault {
  const hint = "从备份恢复这个文件；确实找不回的，用 zhuanbao ledger void 作废这个号";
  return { kind: "缺号", chain, seq: chain.seq, message: "写下过的记录不见了（这是该系列最后一条）", hint };
}

/** The same brief under two numbers, or one 总期 twice. */
function doubles(ledger: Ledger): Fault[] {
  const seen = new Map<string, string>();
  return standing(ledger).flatMap(({ kept: { chain, seq }, record }): Fault[] => {
    const names = [`稿\n${record.publication}\n${record.kind}\n${record.key}`];
    if (record.total !== null) names.push(`总期\n${record.publication}\n${record.total}`);
    const own = `${record.year}年${numberOf(record)}`;
    const other = names.map((name) => seen.get(name)).find((one) => one !== undefined);
    for (const name of names) if (!seen.has(name)) seen.set(name, own);
    if (other === undefined) return [];
    const what = seen.get(names[0] as string) === other ? "同一份稿" : `总第${record.total}期`;
    return [{ kind: "重号", chain, seq, message: `${what}已是${other}`, hint: "核对哪一期发出去了，把另一期作废" }];
  });
}
