import { nodeFiles } from "../../src/world/files.ts";
import type { Files } from "../../src/world.ts";
import { FileStore } from "../../src/ledger/file-store.ts";
import type { Kept, Next, Store } from "../../src/ledger/store.ts";

/** A store on files below a real folder; some calls of the disk may do something else. */
export function storeAt(folder: string, files: Partial<Files> = {}): FileStore {
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => void setTimeout(resolve, ms * (0.5 + Math.random())));
  return new FileStore({ ...nodeFiles(), ...files }, folder, pause);
}

export const CHAIN = { series: "信息专报", year: 2026 };

/** A record of a kind no version knows, which every store takes as it is. */
export function plain(key: string): (next: Next) => Promise<string | Kept> {
  return ({ seq, before, held }) => {
    const same = held.find(({ text }) => (JSON.parse(text) as { key?: string }).key === key);
    return Promise.resolve(same ?? `${JSON.stringify({ seq, before, key })}\n`);
  };
}

export async function fill(store: Store, count: number, chain = CHAIN): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (let at = 1; at <= count; at++) kept.push((await store.append(chain, 1, plain(`第${at}`))).kept);
  return kept;
}
