import { spawnSync } from "node:child_process";
import { chownSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { lookAtPostgres } from "../../src/ledger/postgres-look.ts";
import { openPostgres } from "../../src/ledger/postgres.ts";
import type { Store } from "../../src/ledger/store.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { hasServer, testServer, type TestServer } from "../helpers/postgres.ts";
import { CHAIN, fill, plain } from "./support.ts";

const PAGE = readFileSync("docs/台账-PostgreSQL.md", "utf8");
const SQL = [...PAGE.matchAll(/```sql\n([\s\S]*?)```/gu)].map(([, sql]) => (sql as string).split(/;\n/u));
const PASSWORD = "换成自己的口令";
const OFFICE = "中共青岚县委办公室";

/** What the page tells an administrator to do, done on a server of our own. */
describe.skipIf(!hasServer() || (process.env["ZHUANBAO_TEST_POSTGRES"] ?? "") !== "")("the page on PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
    server.setAccess("host all postgres all trust\nhost all all all scram-sha-256\n");
  });
  afterAll(() => server.close());
  const run = (statements: readonly string[] | undefined, database = "postgres"): string[] =>
    (statements ?? []).filter((sql) => sql.trim() !== "").map((sql) => server.psql(sql, database));
  const open = async (user: string, database = "zhuanbao"): Promise<Store> => {
    const store = await openPostgres(server.url(database, user, PASSWORD), { office: OFFICE });
    onTestFinished(() => store.close());
    return store;
  };

  test("its statements make a database, a strict user, and an overview", async () => {
    const [create, grant, overview] = SQL;
    run(create);
    await fill(await open("zhuanbao"), 2);
    run(grant, "zhuanbao");
    expect((await (await open("zhuanbao_clerk")).append(CHAIN, 1, plain("第3"))).kept.seq).toBe(3);
    for (const sql of ["DELETE FROM zhuanbao.records", "ALTER TABLE zhuanbao.records DISABLE TRIGGER ALL"])
      expect(() => server.psql(`SET ROLE zhuanbao_clerk; ${sql}`, "zhuanbao")).toThrow(
        /permission denied|must be owner/u,
      );
    expect(run(overview, "zhuanbao")).toEqual(["|1\n|2\n|3"]);
  });

  test("a backup restored is the same ledger, guarded as before", async () => {
    const dump = join(temporaryFolder(), "台账.dump");
    const store = await open("zhuanbao");
    const shell = (program: string, ...argv: string[]): void => {
      const { status, stderr } = spawnSync(program, argv, { encoding: "utf8" });
      expect(`${status} ${stderr}`).toBe("0 ");
    };
    shell("pg_dump", "-Fc", "-f", dump, server.url("zhuanbao"));
    server.psql("CREATE DATABASE again TEMPLATE template0 OWNER zhuanbao");
    shell("pg_restore", "-d", server.url("again"), dump);
    const again = await open("zhuanbao", "again");
    expect(await again.read(CHAIN)).toEqual(await store.read(CHAIN));
    expect((await again.append(CHAIN, 1, plain("新"))).kept.seq).toBe(4);
    expect(() => server.psql("DELETE FROM zhuanbao.records", "again")).toThrow("不能改，也不能删");
  });

  test("sslmode means what it means to psql", async () => {
    const { data } = server.own as NonNullable<TestServer["own"]>;
    const folder = temporaryFolder();
    for (const [name, host] of [
      ["server", "127.0.0.1"],
      ["other", "elsewhere.invalid"],
    ] as const)
      certificate(folder, name, host);
    for (const file of ["server.crt", "server.key"]) {
      writeFileSync(join(data, file), readFileSync(join(folder, file)), { mode: 0o600 });
      const { uid, gid } = statSync(data);
      chownSync(join(data, file), uid, gid);
    }
    server.psql("ALTER SYSTEM SET ssl = on");
    server.psql("SELECT pg_reload_conf()");
    const look = (options: string): Promise<boolean> =>
      lookAtPostgres(`${server.url("zhuanbao", "zhuanbao", PASSWORD)}${options}`, { office: OFFICE }).then(
        ({ isEncrypted }) => isEncrypted,
      );
    const root = join(folder, "server.crt");
    await expect.poll(() => look("?sslmode=require").catch(() => false)).toBe(true);
    expect(await look("")).toBe(false);
    expect(await look(`?sslmode=verify-ca&sslrootcert=${root}`)).toBe(true);
    expect(await look(`?sslmode=verify-full&sslrootcert=${root}`)).toBe(true);
    await expect(look("?sslmode=verify-full")).rejects.toThrow("加密连接建立不起来");
    await expect(look(`?sslmode=verify-full&sslrootcert=${join(folder, "other.crt")}`)).rejects.toThrow("加密连接");
    const byName = server.url("zhuanbao", "zhuanbao", PASSWORD).replace("127.0.0.1", "localhost");
    const misnamed = lookAtPostgres(`${byName}?sslmode=verify-full&sslrootcert=${root}`, { office: OFFICE });
    await expect(misnamed).rejects.toThrow("加密连接建立不起来");
  });
});

function certificate(folder: string, name: string, host: string): void {
  const subject = /^[\d.]+$/u.test(host) ? `IP:${host}` : `DNS:${host}`;
  const made = ["-keyout", join(folder, `${name}.key`), "-out", join(folder, `${name}.crt`)];
  const asked = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=${subject}`, ...made];
  const { status } = spawnSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...asked]);
  if (status !== 0) throw new Error("no openssl");
}
