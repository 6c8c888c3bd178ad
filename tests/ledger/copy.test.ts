import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { sha256 } from "../../src/base/sha256.ts";
import { copyLedger } from "../../src/ledger/copy.ts";
import { openPostgres } from "../../src/ledger/postgres.ts";
import type { Kept, Next, Store } from "../../src/ledger/store.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { hasServer, testServer, type TestServer } from "../helpers/postgres.ts";
import { CHAIN, fill, plain, storeAt } from "./support.ts";

type Maker = () => Promise<Store>;

const inFiles: Maker = () => Promise.resolve(storeAt(temporaryFolder()));

/** A record that only says what it follows. */
const linked = ({ seq, before }: Next): Promise<string> => Promise.resolve(`${JSON.stringify({ seq, before })}\n`);

async function all(store: Store): Promise<Kept[]> {
  const chains = [...(await store.chains())].toSorted((a, b) => a.year - b.year || (a.series < b.series ? -1 : 1));
  return (await Promise.all(chains.map((chain) => store.read(chain)))).flat();
}

/** Series of several years, one that begins at 12, and names that are hard on a file system. */
async function filled(make: Maker): Promise<Store> {
  const store = await make();
  for (const [series, first] of [
    ["信息专报", 12],
    ["信息专报-增刊", 1],
    ["AI/要情 '\\", 9998],
    ["记事", 1],
  ] as const)
    for (const year of [2025, 2026])
      for (const key of ["甲", "乙", "“引号”\\ 𠮷\u2028"]) await store.append({ series, year }, first, plain(key));
  return store;
}

function behaviour(name: string, make: { readonly from: Maker; readonly to: Maker }): void {
  describe(name, () => {
    test("has every record under its own number, byte for byte", async () => {
      const [from, to] = [await filled(make.from), await make.to()];
      expect(await copyLedger(from, to)).toEqual({ chains: 8, records: 24, copied: 24 });
      expect(await all(to)).toEqual(await all(from));
    });

    test("again changes nothing, and takes over what is new", async () => {
      const [from, to] = [await filled(make.from), await make.to()];
      await copyLedger(from, to);
      expect(await copyLedger(from, to)).toMatchObject({ records: 24, copied: 0 });
      await from.append(CHAIN, 1, plain("新"));
      expect(await copyLedger(from, to)).toMatchObject({ records: 25, copied: 1 });
      expect(await all(to)).toEqual(await all(from));
    });

    test("goes on with the next number and the same chain", async () => {
      const [from, to] = [await filled(make.from), await make.to()];
      await copyLedger(from, to);
      const [here, there] = [await from.append(CHAIN, 1, plain("新")), await to.append(CHAIN, 1, plain("新"))];
      expect(there).toEqual(here);
    });

    test("into one that was written on is refused where either has what the other lacks", async () => {
      const [from, to] = [await filled(make.from), await make.to()];
      await copyLedger(from, to);
      await to.append(CHAIN, 1, plain("那边的"));
      expect(await copyLedger(from, to)).toMatchObject({ copied: 0 });
      await from.append({ ...CHAIN, year: 2027 }, 1, plain("这边的"));
      const before = await all(to);
      await expect(copyLedger(from, to)).rejects.toThrow("《信息专报》2026年第 15 号只有要搬去的台账里有");
      expect(await all(to)).toEqual(before);
    });

    test("of a ledger that was written on by itself is refused before anything is written", async () => {
      const [from, to] = [await filled(make.from), await make.to()];
      await to.append({ series: "记事", year: 2026 }, 1, plain("别的"));
      const before = await all(to);
      await expect(copyLedger(from, to)).rejects.toThrow("《记事》2026年第 1 号不一样，什么也没有写入");
      expect(await all(to)).toEqual(before);
    });
  });
}

describe("a copy", () => {
  behaviour("from files to files", { from: inFiles, to: inFiles });

  test("keeps a gap in a chain", async () => {
    const folder = temporaryFolder();
    await fill(storeAt(folder), 3);
    rmSync(join(folder, "信息专报/2026/0002.json"));
    const [from, to] = [storeAt(folder), await inFiles()];
    await copyLedger(from, to, await storeAt(folder).heads());
    expect((await to.read(CHAIN)).map(({ seq }) => seq)).toEqual([1, 3]);
  });

  test("keeps the number of a last record that was lost: it is never given again", async () => {
    const folder = temporaryFolder();
    await fill(storeAt(folder), 3);
    rmSync(join(folder, "信息专报/2026/0003.json"));
    const [from, to] = [storeAt(folder), await inFiles()];
    const heads = await from.heads();
    await copyLedger(from, to, heads);
    expect(await copyLedger(from, to, heads)).toMatchObject({ copied: 0 });
    expect((await to.append(CHAIN, 1, linked)).kept.seq).toBe(4);
  });

  test("of a file that is no text is refused", async () => {
    const folder = temporaryFolder();
    await fill(storeAt(folder), 2);
    writeFileSync(join(folder, "信息专报/2026/0002.json"), Uint8Array.of(0x7b, 0xff, 0x7d));
    const to = temporaryFolder();
    await expect(copyLedger(storeAt(folder), storeAt(to))).rejects.toThrow("不是 UTF-8 文字");
    expect(readdirSync(to)).toEqual([]);
  });

  test("into files that stopped half way goes on where it stopped", async () => {
    const [from, folder] = [await filled(inFiles), temporaryFolder()];
    let created = 0;
    const broken = storeAt(folder, {
      create: (path, bytes) => {
        if (++created > 10) throw Object.assign(new Error("full"), { fault: "full" });
        writeFileSync(path, bytes);
        return true;
      },
    });
    await expect(copyLedger(from, broken)).rejects.toThrow("磁盘已满");
    expect(await copyLedger(from, storeAt(folder))).toMatchObject({ records: 24, copied: 14 });
    expect(existsSync(join(folder, "链头"))).toBe(true);
    const heads = await storeAt(folder).heads();
    expect(typeof heads === "string" ? 0 : heads.size).toBe(8);
  });
});

describe.skipIf(!hasServer())("a copy with PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());
  let offices = 0;
  const inPostgres: Maker = async () => {
    const store = await openPostgres(server.url(), { office: `搬 ${++offices}` });
    onTestFinished(() => store.close());
    return store;
  };

  behaviour("from files to PostgreSQL", { from: inFiles, to: inPostgres });
  behaviour("from PostgreSQL to files", { from: inPostgres, to: inFiles });
  behaviour("from PostgreSQL to PostgreSQL", { from: inPostgres, to: inPostgres });

  test("there and back is the same folder, file by file", async () => {
    const [folder, back] = [temporaryFolder(), temporaryFolder()];
    await fill(storeAt(folder), 30);
    writeFileSync(join(folder, "信息专报/2026/0031.json"), "");
    const database = await inPostgres();
    await copyLedger(storeAt(folder), database);
    await copyLedger(database, storeAt(back));
    const names = readdirSync(join(folder, "信息专报/2026"));
    expect(readdirSync(join(back, "信息专报/2026"))).toEqual(names);
    for (const name of names)
      expect(readFileSync(join(back, "信息专报/2026", name))).toEqual(
        readFileSync(join(folder, "信息专报/2026", name)),
      );
    // What has no text took a number all the same, and the record after it follows the one before.
    const [here, there] = [await storeAt(folder).append(CHAIN, 1, linked), await database.append(CHAIN, 1, linked)];
    expect(there).toEqual(here);
  });

  test("of many records is quick, and all of them or none", async () => {
    const from = await inPostgres();
    const texts = Array.from(
      { length: 1000 },
      (_, at) => `${JSON.stringify({ seq: at + 1, text: "县".repeat(500) })}\n`,
    );
    const whole = await Promise.all(
      texts.map(async (text, at): Promise<Kept> => ({ chain: CHAIN, seq: at + 1, text, hash: sha256(text) })),
    );
    await from.adopt(whole);
    const to = await inPostgres();
    await to.append(CHAIN, 777, () => Promise.resolve(whole[776]?.text as string));
    expect(await copyLedger(from, to)).toMatchObject({ records: 1000, copied: 999 });
    const half = await inPostgres();
    await half.append(CHAIN, 900, plain("别人刚写的"));
    await expect(half.adopt(whole)).rejects.toThrow("什么也没有写入");
    expect(await half.read(CHAIN)).toHaveLength(1);
  });
});
