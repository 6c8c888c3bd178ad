import type { Original, RegisterRecord } from "../model/ledger.ts";
import { readRecord, writeRecord } from "./codec.ts";
import { REGISTER } from "./series.ts";
import { LedgerError, type Kept, type Store } from "./store.ts";

/** An entry in the register, and the 登记号 it has. */
export interface Registered {
  /** `2026-0012`. */
  readonly number: string;
  readonly record: RegisterRecord;
  readonly isNew: boolean;
}

/** The 登记号 of a place in the chain of a year. */
export function registerNumber(year: number, seq: number): string {
  return `${year}-${String(seq).padStart(4, "0")}`;
}

/** What an entry is known by: the bytes it came in, and its place among them. */
export function originalKey({ sha256, item }: Pick<Original, "sha256" | "item">): string {
  return `${sha256}#${item}`;
}

/** The register of all years by `originalKey`: what was taken in once is known, whenever it comes again. */
export async function loadRegister(store: Store, zone: string): Promise<Map<string, Registered>> {
  const found = new Map<string, Registered>();
  for (const chain of await store.chains()) {
    if (chain.series !== REGISTER) continue;
    for (const kept of await store.read(chain)) {
      const one = registeredIn(kept, zone);
      if (one?.record.original) found.set(originalKey(one.record.original), { ...one, isNew: false });
    }
  }
  return found;
}

/** The next 登记号 for an entry; the one it has where the same bytes have one, also where somebody else registers them now. What was sent back and goes in this time is registered anew. */
export async function takeRegister(
  { store, zone }: { readonly store: Store; readonly zone: string },
  year: number,
  record: RegisterRecord,
): Promise<Registered> {
  const chain = { series: REGISTER, year };
  const key = record.original && originalKey(record.original);
  const { kept, isNew } = await store.append(chain, 1, async (next) => {
    const same = next.held.find((each) => {
      const before = registeredIn(each, zone)?.record;
      if (!before?.original || originalKey(before.original) !== key) return false;
      return before.way !== "退回" || record.way === "退回";
    });
    return same ?? writeRecord(record, chain, next);
  });
  const one = registeredIn(kept, zone);
  if (!one) throw new LedgerError("台账的登记写成以后读不回来", "请运行 zhuanbao ledger verify");
  return { ...one, isNew };
}

const READ = new WeakMap<Kept, Omit<Registered, "isNew"> | null>();

/** Each record is read once, however often the chain is gone through. */
function registeredIn(kept: Kept, zone: string): Omit<Registered, "isNew"> | null {
  const known = READ.get(kept);
  if (known !== undefined) return known;
  const found = readRecord(kept, zone);
  const record = typeof found === "string" || found.record.event !== "登记" ? null : found.record;
  const one = record && { number: registerNumber(kept.chain.year, kept.seq), record };
  READ.set(kept, one);
  return one;
}
