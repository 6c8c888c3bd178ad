import { createHash } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Chain, Kept, Next, Store } from "../../src/ledger/store.ts";

/** A new, empty ledger; called again, it opens the same one as another process would. */
export type Opener = () => Promise<Store>;

const ISSUES: Chain = { series: "信息专报", year: 2026 };
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Writes a record, or finds the one with the same key. */
function record(key: string): (next: Next) => Promise<string | Kept> {
  return ({ seq, before, held }) => {
    const same = held.find(({ text }) => (JSON.parse(text) as { 键?: string }).键 === key);
    return Promise.resolve(
      same ?? `${JSON.stringify({ 序号: seq, 上一条: before, 键: key, 标题: "“引号”\\ 'x' 𠮷\n" })}\n`,
    );
  };
}

const beforeOf = ({ text }: Kept): unknown => (JSON.parse(text) as { 上一条: unknown }).上一条;

/** What every store keeps to. `fresh` makes a new ledger for each test. */
export function contract(name: string, fresh: () => Promise<Opener>): void {
  async function opened(): Promise<{ store: Store; again: () => Promise<Store> }> {
    const opener = await fresh();
    const again = async (): Promise<Store> => {
      const store = await opener();
      onTestFinished(() => store.close());
      return store;
    };
    return { store: await again(), again };
  }

  describe(`a ledger in ${name}`, () => {
    test("is empty at first", async () => {
      const { store } = await opened();
      expect(await store.chains()).toEqual([]);
      expect(await store.read(ISSUES)).toEqual([]);
    });

    test("tells what is taken, and gives single records in order as they are", async () => {
      const { store } = await opened();
      for (const key of ["甲", "乙", "丙"]) await store.append(ISSUES, 12, record(key));
      const all = await store.read(ISSUES);
      expect(await store.seqs(ISSUES)).toEqual([12, 13, 14]);
      expect(await store.records(ISSUES, [14, 3, 12])).toEqual([all[0], all[2]]);
      expect(await store.records(ISSUES, [])).toEqual([]);
      expect(await store.seqs({ ...ISSUES, year: 2025 })).toEqual([]);
    });

    test("begins where it is told to, and goes on from there", async () => {
      const { store } = await opened();
      const first = await store.append(ISSUES, 12, record("甲"));
      const second = await store.append(ISSUES, 12, record("乙"));
      expect([first.kept.seq, second.kept.seq]).toEqual([12, 13]);
      expect([first.isNew, second.isNew]).toEqual([true, true]);
      expect((await store.read(ISSUES)).map(({ seq }) => seq)).toEqual([12, 13]);
    });

    test("keeps every character, and says its hash", async () => {
      const { store, again } = await opened();
      const { kept } = await store.append(ISSUES, 1, record("甲"));
      expect(kept.hash).toBe(hashOf(kept.text));
      expect(await (await again()).read(ISSUES)).toEqual([kept]);
    });

    test("hands each record the hash of the one before", async () => {
      const { store } = await opened();
      const first = await store.append(ISSUES, 1, record("甲"));
      const second = await store.append(ISSUES, 1, record("乙"));
      expect(beforeOf(first.kept)).toBeNull();
      expect(beforeOf(second.kept)).toBe(first.kept.hash);
    });

    test("in a new year, that of the last record of the latest earlier year", async () => {
      const { store } = await opened();
      await store.append({ ...ISSUES, year: 2024 }, 1, record("甲"));
      const last = await store.append({ ...ISSUES, year: 2025 }, 1, record("乙"));
      await store.append({ series: "每日要情", year: 2025 }, 1, record("别的"));
      const next = await store.append({ ...ISSUES, year: 2027 }, 1, record("丙"));
      expect(beforeOf(next.kept)).toBe(last.kept.hash);
    });

    test("hands over the chain as it stands, in order", async () => {
      const { store } = await opened();
      const kept = [];
      for (const key of ["甲", "乙", "丙"]) kept.push((await store.append(ISSUES, 1, record(key))).kept);
      let seen: Next | null = null;
      await store.append(ISSUES, 1, (next) => ((seen = next), record("丁")(next)));
      expect(seen).toEqual({ seq: 4, before: kept[2]?.hash, held: kept });
    });

    test("takes a record that is there for the one asked for, and writes nothing", async () => {
      const { store, again } = await opened();
      const { kept } = await store.append(ISSUES, 1, record("甲"));
      await store.append(ISSUES, 1, record("乙"));
      const other = await again();
      expect(await other.append(ISSUES, 1, record("甲"))).toEqual({ kept, isNew: false });
      expect(await other.read(ISSUES)).toHaveLength(2);
    });

    test("writes nothing where the record cannot be made", async () => {
      const { store } = await opened();
      await expect(store.append(ISSUES, 1, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
      expect(await store.read(ISSUES)).toEqual([]);
      expect((await store.append(ISSUES, 1, record("甲"))).kept.seq).toBe(1);
    });

    test("keeps series and years apart, whatever they are called", async () => {
      const { store } = await opened();
      const names = [
        "信息专报",
        "信息专报-增刊",
        "AI要情",
        "ai要情",
        "甲/乙",
        "甲_乙",
        "..",
        "con",
        "é",
        "50%",
        "a b",
        "İ",
      ];
      for (const series of names) await store.append({ series, year: 2026 }, 1, record(series));
      await store.append({ ...ISSUES, year: 2025 }, 1, record("去年"));
      const chains = await store.chains();
      expect(chains.map(({ series, year }) => `${series} ${year}`).toSorted()).toEqual(
        ["信息专报 2025", ...names.map((series) => `${series} 2026`)].toSorted(),
      );
      for (const series of names) expect(await store.read({ series, year: 2026 })).toHaveLength(1);
    });

    test("orders numbers as numbers, beyond 9999 too", async () => {
      const { store } = await opened();
      for (const key of ["甲", "乙", "丙"]) await store.append(ISSUES, 9998, record(key));
      expect((await store.read(ISSUES)).map(({ seq }) => seq)).toEqual([9998, 9999, 10_000]);
    });

    test("gives every one of many at once a number of its own, without a gap", async () => {
      const { again } = await opened();
      const stores = await Promise.all(Array.from({ length: 8 }, again));
      const keys = Array.from({ length: 40 }, (_, at) => `第 ${at}`);
      const made = await Promise.all(keys.map((key, at) => (stores[at % 8] as Store).append(ISSUES, 1, record(key))));
      expect(made.map(({ kept }) => kept.seq).toSorted((a, b) => a - b)).toEqual(keys.map((_, at) => at + 1));
      const chain = await (await again()).read(ISSUES);
      chain.slice(1).forEach((kept, at) => expect(beforeOf(kept)).toBe(chain[at]?.hash));
    });

    test("gives the same brief asked for many times at once one number", async () => {
      const { again } = await opened();
      const stores = await Promise.all(Array.from({ length: 8 }, again));
      const made = await Promise.all(stores.map((store) => store.append(ISSUES, 1, record("同一份"))));
      expect(new Set(made.map(({ kept }) => kept.seq))).toEqual(new Set([1]));
      expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
    });

    test("asks again where somebody took the place meanwhile", async () => {
      const { store, again } = await opened();
      const other = await again();
      const asked: number[] = [];
      const { kept } = await store.append(ISSUES, 1, async (next) => {
        asked.push(next.seq);
        if (asked.length === 1) await other.append(ISSUES, 1, record("别人"));
        return record("自己")(next);
      });
      expect(asked.at(-1)).toBe(kept.seq);
      const chain = await store.read(ISSUES);
      expect(chain.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(beforeOf(chain[1] as Kept)).toBe(chain[0]?.hash);
    });
  });
}
