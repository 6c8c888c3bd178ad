import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { sha256 } from "../../src/base/sha256.ts";
import { lookAtPostgres } from "../../src/ledger/postgres-look.ts";
import { openPostgres } from "../../src/ledger/postgres.ts";
import { LedgerError, type Store } from "../../src/ledger/store.ts";
import { hasServer, testServer, type TestServer } from "../helpers/postgres.ts";
import { contract } from "./contract.ts";
import { CHAIN, fill, plain } from "./support.ts";

describe.skipIf(!hasServer())("PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());
  let offices = 0;
  const freshOffice = (): string => `第 ${++offices} 个办公室`;
  const open = async (office = freshOffice(), database?: string): Promise<Store> => {
    const store = await openPostgres(server.url(database), { office });
    onTestFinished(() => store.close());
    return store;
  };
  const database = (options = ""): string => {
    const name = `own_${++offices}`;
    server.psql(`CREATE DATABASE ${name} ${options}`);
    return name;
  };

  contract("PostgreSQL", () => {
    const office = freshOffice();
    return Promise.resolve(() => openPostgres(server.url(), { office }));
  });

  describe("a record", () => {
    test("is kept to the last character of every plane", async () => {
      const store = await open();
      const planes = Array.from({ length: 17 }, (_, plane) => {
        return String.fromCodePoint(plane * 0x10000 + 0x21, plane * 0x10000 + 0x4e2d, plane * 0x10000 + 0xfffd);
      });
      const controls = Array.from({ length: 31 }, (_, at) => String.fromCodePoint(at + 1)).join("");
      const text = `${planes.join("")}${controls}\u007f\u0085\u200b\u202e\ufeff\ufffe\uffff'"\\$1 %s \\x00 é é\r\n`;
      const { kept } = await store.append(CHAIN, 1, () => Promise.resolve(text));
      expect(await store.read(CHAIN)).toEqual([{ chain: CHAIN, seq: 1, text, hash: sha256(text) }]);
      expect(kept.text).toBe(text);
    });

    test("of a megabyte is one too", async () => {
      const store = await open();
      const text = "县".repeat(400_000);
      await store.append(CHAIN, 1, () => Promise.resolve(text));
      expect((await store.read(CHAIN))[0]?.text).toBe(text);
    });

    test("with a NUL is refused, and takes no number", async () => {
      const store = await open();
      await expect(store.append(CHAIN, 1, () => Promise.resolve("a\0b"))).rejects.toThrow("NUL");
      expect(await store.read(CHAIN)).toEqual([]);
    });

    test("cannot be changed, removed or swept away, by nobody who uses the table", async () => {
      const office = freshOffice();
      await fill(await open(office), 2);
      for (const sql of [
        "UPDATE zhuanbao.records SET text = text",
        "UPDATE zhuanbao.records SET seq = 99",
        "DELETE FROM zhuanbao.records WHERE seq = 2",
        "DELETE FROM zhuanbao.records WHERE false",
        "TRUNCATE zhuanbao.records",
        "SET session_replication_role = replica; DELETE FROM zhuanbao.records",
        "INSERT INTO zhuanbao.records SELECT * FROM zhuanbao.records ON CONFLICT (office, series, year, seq) DO UPDATE SET text = ''",
      ])
        expect(() => server.psql(sql), sql).toThrow("不能改，也不能删");
      expect(await (await open(office)).read(CHAIN)).toHaveLength(2);
    });

    test("whose hash is not its own is refused by the database", () => {
      const insert = (hash: string): string =>
        server.psql(`INSERT INTO zhuanbao.records VALUES ('x', 'y', 2026, 1, '县', '${hash}')`);
      expect(() => insert("0".repeat(64))).toThrow("check constraint");
    });

    test("is asked for again where somebody took its number, or wrote in the year before", async () => {
      const [office, earlier] = [freshOffice(), { ...CHAIN, year: 2025 }];
      const [store, other] = [await open(office), await open(office)];
      let asked = 0;
      const { kept } = await store.append(CHAIN, 1, async (next) => {
        if (++asked === 1) await other.append(earlier, 1, plain("去年"));
        return plain("今年")(next);
      });
      expect(asked).toBe(2);
      expect(JSON.parse(kept.text)).toMatchObject({ before: (await store.read(earlier))[0]?.hash });
    });
  });

  test("two offices see nothing of each other", async () => {
    const [one, other] = [await open(), await open()];
    await fill(one, 3);
    expect(await other.chains()).toEqual([]);
    expect((await other.append(CHAIN, 1, plain("甲"))).kept.seq).toBe(1);
    expect(await one.read(CHAIN)).toHaveLength(3);
  });

  test("an office that was renamed keeps its ledger where the address names it as before", async () => {
    const office = freshOffice();
    await fill(await open(office), 1);
    const url = `${server.url()}?office=${encodeURIComponent(office)}`;
    const store = await openPostgres(url, { office: "新名" });
    onTestFinished(() => store.close());
    expect(await store.read(CHAIN)).toHaveLength(1);
  });

  test("names are data, whatever stands in them", async () => {
    const office = "'; DROP TABLE zhuanbao.records; --";
    const store = await open(office);
    const names = [
      "'",
      "''; DELETE FROM zhuanbao.records; --",
      '"',
      "\\",
      "$1",
      "%",
      "{a,b}",
      "NULL",
      "",
      "汉字\n换行",
      "😀",
    ];
    for (const series of names) {
      await store.append({ series, year: 2026 }, 1, plain(series));
      expect(await store.read({ series, year: 2026 })).toHaveLength(1);
    }
    expect((await store.chains()).map(({ series }) => series).toSorted()).toEqual(names.toSorted());
  });

  test("a name typed with its accents apart is the same series", async () => {
    const store = await open();
    await store.append({ series: "e\u0301", year: 2026 }, 1, plain("甲"));
    expect(await store.read({ series: "\u00e9", year: 2026 })).toHaveLength(1);
  });

  describe("the structure", () => {
    test("is made once, by whoever comes first", async () => {
      const name = database();
      const stores = await Promise.all(Array.from({ length: 8 }, () => open("县委办", name)));
      await fill(stores[0] as Store, 1);
      for (const store of stores) expect(await store.read(CHAIN)).toHaveLength(1);
      expect(server.psql("SELECT version FROM zhuanbao.version", name)).toBe("1");
    });

    test("that is newer than the program is left alone", async () => {
      const name = database();
      await open("县委办", name);
      server.psql("INSERT INTO zhuanbao.version VALUES (99)", name);
      await expect(open("县委办", name)).rejects.toThrow("结构是第 99 版，这个程序只认到第 1 版");
      expect(await lookAtPostgres(server.url(name), { office: "县委办" })).toMatchObject({ schema: 99, records: 0 });
    });

    test("is wanted in UTF8", async () => {
      const name = database("ENCODING 'SQL_ASCII' TEMPLATE template0");
      await expect(open("县委办", name)).rejects.toThrow("编码是 SQL_ASCII，不是 UTF8");
    });

    test("is not made by whoever only looks", async () => {
      const name = database();
      expect(await lookAtPostgres(server.url(name), { office: "县委办" })).toMatchObject({
        schema: null,
        isDurable: true,
      });
      expect(server.psql("SELECT to_regnamespace('zhuanbao') IS NULL", name)).toBe("t");
    });

    test("serves a user who may do no more than read and add", async () => {
      const name = database();
      const owner = await open("县委办", name);
      await fill(owner, 1);
      server.psql(
        `CREATE ROLE clerk LOGIN; GRANT USAGE ON SCHEMA zhuanbao TO clerk; GRANT SELECT ON zhuanbao.version TO clerk;
         GRANT SELECT, INSERT ON zhuanbao.records TO clerk`,
        name,
      );
      const clerk = await openPostgres(server.url(name, "clerk"), { office: "县委办" });
      onTestFinished(() => clerk.close());
      expect((await clerk.append(CHAIN, 1, plain("乙"))).kept.seq).toBe(2);
      expect(() => server.psql("SET ROLE clerk; DELETE FROM zhuanbao.records", name)).toThrow("permission denied");
    });
  });

  test("a database that may only be read is read, and says so to whoever writes", async () => {
    const name = database();
    await fill(await open("县委办", name), 1);
    server.psql(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const store = await open("县委办", name);
    await expect(store.append(CHAIN, 1, plain("乙"))).rejects.toThrow("现在只读，没有写入");
    expect(await store.read(CHAIN)).toHaveLength(1);
  });

  test("what is committed is on disk, also where the server is told to be quick", async () => {
    const name = database();
    server.psql(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    server.psql(
      `CREATE TABLE seen (setting text); CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN INSERT INTO seen VALUES (current_setting('synchronous_commit')); RETURN NEW; END $$`,
      name,
    );
    const store = await open("县委办", name);
    server.psql("CREATE TRIGGER see AFTER INSERT ON zhuanbao.records FOR EACH ROW EXECUTE FUNCTION see()", name);
    await fill(store, 1);
    expect(server.psql("SELECT setting FROM seen", name)).toBe("on");
  });

  test("who lacks a right is told so", async () => {
    const name = database();
    server.psql("CREATE ROLE stranger LOGIN", name);
    const opened = openPostgres(server.url(name, "stranger"), { office: "县委办" });
    await expect(opened).rejects.toThrow("没有读写台账的权限");
    await expect(opened).rejects.toBeInstanceOf(LedgerError);
  });
});
