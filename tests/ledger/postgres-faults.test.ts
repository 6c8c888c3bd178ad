import { once } from "node:events";
import { spawnSync } from "node:child_process";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openPostgres } from "../../src/ledger/postgres.ts";
import { LedgerError, type Store } from "../../src/ledger/store.ts";
import { hasServer, testServer, type TestServer } from "../helpers/postgres.ts";
import { workers, type Worker } from "./postgres-process.ts";
import { CHAIN, fill, plain } from "./support.ts";

const SECRET = "kǒu-lìng%7!";

describe.skipIf(!hasServer())("PostgreSQL that fails", () => {
  let server: TestServer;
  let processes: Awaited<ReturnType<typeof workers>>;
  beforeAll(async () => {
    [server, processes] = [await testServer(), await workers()];
  });
  afterAll(() => {
    processes.close();
    server.close();
  });
  let offices = 0;
  const freshOffice = (): string => `失败 ${++offices}`;
  const open = async (office: string, patience = 3000): Promise<Store> => {
    const store = await openPostgres(server.url(), { office, patience });
    onTestFinished(() => store.close());
    return store;
  };
  const start = (office: string, key: string, ms = 0): Worker =>
    processes.start([server.url(), office, key, String(ms)]);

  test("40 processes at once have 40 numbers, none twice and none left out", async () => {
    const office = freshOffice();
    const ended = await Promise.all(Array.from({ length: 40 }, (_, at) => start(office, `第${at}`, at % 7).ended));
    expect(ended.map(({ code, err }) => `${code}${err}`)).toEqual(Array.from({ length: 40 }, () => "0"));
    const kept = await (await open(office)).read(CHAIN);
    expect(kept.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    const records = kept.map(({ text }) => JSON.parse(text) as { key: string; seq: number; before: string | null });
    expect(new Set(records.map(({ key }) => key)).size).toBe(40);
    expect(records.map(({ seq }) => seq)).toEqual(kept.map(({ seq }) => seq));
    expect(records.map(({ before }) => before)).toEqual([null, ...kept.slice(0, -1).map(({ hash }) => hash)]);
  }, 120_000);

  test("8 processes that find an empty database make it once", async () => {
    server.psql("CREATE DATABASE empty");
    const ended = await Promise.all(
      Array.from({ length: 8 }, () => processes.start([server.url("empty"), "县委办"]).ended),
    );
    expect(ended.map(({ code, err }) => `${code}${err}`)).toEqual(Array.from({ length: 8 }, () => "0"));
    expect(server.psql("SELECT version FROM zhuanbao.version", "empty")).toBe("1");
  });

  test("a process that is killed while it makes a record leaves nothing, and nobody waits for it", async () => {
    const office = freshOffice();
    const worker = start(office, "被杀", 30_000);
    await worker.said("making");
    worker.child.kill("SIGKILL");
    await worker.ended;
    const store = await open(office);
    const began = performance.now();
    expect((await store.append(CHAIN, 1, plain("下一份"))).kept.seq).toBe(1);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test("one that is killed with its transaction open leaves nothing either", async () => {
    const office = freshOffice();
    const store = await open(office);
    await fill(store, 1);
    // Somebody else holds the table, so that the transaction of the worker stops half way.
    const blocker = spawnBlocker(server);
    await blocker.locked;
    const worker = start(office, "被杀");
    await worker.said("making");
    await waitFor(() => server.psql(WAITING) !== "0");
    worker.child.kill("SIGKILL");
    await worker.ended;
    blocker.end();
    expect((await store.append(CHAIN, 1, plain("下一份"))).kept.seq).toBe(2);
    expect(await store.read(CHAIN)).toHaveLength(2);
  });

  test("whoever waits too long for others is told, and wrote nothing", async () => {
    const office = freshOffice();
    const store = await open(office, 1500);
    const blocker = spawnBlocker(server);
    await blocker.locked;
    await expect(store.append(CHAIN, 1, plain("甲"))).rejects.toThrow(/一直有人在写，没有轮到，没有写入|没有应答/u);
    blocker.end();
    expect((await store.append(CHAIN, 1, plain("乙"))).kept.seq).toBe(1);
  });

  test.runIf(process.env["ZHUANBAO_TEST_POSTGRES"] === undefined)(
    "a server that is cut off loses nothing that was acknowledged, and works on when it is back",
    async () => {
      const own = server.own as NonNullable<TestServer["own"]>;
      const office = freshOffice();
      const store = await open(office);
      const acked: string[] = [];
      const failures: unknown[] = [];
      let isDown = false;
      const writer = (async () => {
        for (let at = 0; failures.length === 0; at++) {
          try {
            acked.push((await store.append(CHAIN, 1, plain(`第${at}`))).kept.hash);
          } catch (error) {
            failures.push(error);
          }
        }
      })();
      await waitFor(() => acked.length >= 20);
      own.stop("immediate");
      isDown = true;
      await writer;
      expect(isDown).toBe(true);
      expect(failures[0]).toBeInstanceOf(LedgerError);
      expect(String(failures[0])).toMatch(/连接断了|正在停机|连不上/u);
      await expect(store.read(CHAIN)).rejects.toThrow("连不上台账数据库");
      own.start();
      const kept = await store.read(CHAIN);
      expect(kept.slice(0, acked.length).map(({ hash }) => hash)).toEqual(acked);
      // Whether the last one was written is known now: asked for again it has one number.
      expect(kept.length - acked.length).toBeLessThanOrEqual(1);
      const again = await store.append(CHAIN, 1, plain(`第${acked.length}`));
      expect(again.kept.seq).toBe(acked.length + 1);
      expect(again.isNew).toBe(kept.length === acked.length);
    },
  );

  test("a server process that hangs does not hang the command", async () => {
    const office = freshOffice();
    const store = await openPostgres(server.url(), { office, patience: 1500 });
    await fill(store, 1);
    const pids = server.psql("SELECT pid FROM pg_stat_activity WHERE application_name = 'zhuanbao' AND state = 'idle'");
    const signal = (name: string): void => {
      for (const pid of pids.split("\n")) spawnSync("kill", [`-${name}`, pid]);
    };
    signal("STOP");
    try {
      await expect(store.append(CHAIN, 1, plain("甲"))).rejects.toThrow("没有应答");
      const began = performance.now();
      await store.close();
      expect(performance.now() - began).toBeLessThan(3000);
    } finally {
      signal("CONT");
    }
  });

  test("a connection that an administrator ends between two commands is opened anew", async () => {
    const store = await open(freshOffice());
    await fill(store, 1);
    server.psql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'zhuanbao'");
    await new Promise((resolve) => void setTimeout(resolve, 100));
    expect((await store.append(CHAIN, 1, plain("第2"))).kept.seq).toBe(2);
  });

  test("one that is ended in the midst of a record is told of, and nothing was written", async () => {
    const store = await open(freshOffice());
    const blocker = spawnBlocker(server);
    await blocker.locked;
    const appended = store.append(CHAIN, 1, plain("甲")).catch((error: unknown) => error);
    await waitFor(() => server.psql(WAITING) !== "0");
    server.psql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'zhuanbao'");
    const error = await appended;
    expect(error).toBeInstanceOf(LedgerError);
    expect(String(error)).toMatch(/正在停机|连接断了/u);
    blocker.end();
    expect(await store.read(CHAIN)).toEqual([]);
  });

  describe("says what is wrong, and no secret", () => {
    const told = async (url: string, patience = 10_000): Promise<string> => {
      const found = await openPostgres(url, { office: "县委办", patience }).catch((error: unknown) => error);
      expect(found).toBeInstanceOf(LedgerError);
      const { message, hint, stack } = found as LedgerError;
      const all = `${message}\n${hint}\n${stack ?? ""}\n${JSON.stringify(found)}`;
      for (const secret of [SECRET, encodeURIComponent(SECRET), "kǒu", "clerk_x"]) expect(all).not.toContain(secret);
      return message;
    };
    test("a wrong password", async () => {
      server.psql("CREATE ROLE clerk_x LOGIN PASSWORD 'right'");
      await requirePassword(server, async () => {
        expect(await told(server.url("postgres", "clerk_x", SECRET))).toContain("不认这个用户或口令");
        expect(await told(server.url("postgres", "clerk_x"))).toContain("不认这个用户或口令");
        const right = await openPostgres(server.url("postgres", "postgres"), { office: "县委办", password: "x" });
        await right.close();
      });
    });

    test("no such database", async () => {
      expect(await told(server.url("没有", "postgres", SECRET))).toContain("里没有这个库");
    });

    test("no such user", async () => {
      expect(await told(server.url("postgres", "clerk_xyz", SECRET))).toContain("不接受从这台机器用这个用户登录");
    });

    test("nobody listens", async () => {
      expect(await told(`postgres://clerk_x:${encodeURIComponent(SECRET)}@127.0.0.1:1/zhuanbao`)).toBe(
        "连不上台账数据库，那里没有 PostgreSQL 在接受连接：127.0.0.1:1/zhuanbao",
      );
    });

    test("no such host", async () => {
      const message = await told(`postgres://clerk_x:${encodeURIComponent(SECRET)}@nowhere.invalid/zhuanbao`);
      expect(message).toContain("找不到这台主机：nowhere.invalid:5432/zhuanbao");
    });

    test("somebody listens and never answers", async () => {
      const port = await listening(() => undefined);
      expect(await told(`postgres://clerk_x:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/x`, 400)).toContain(
        "没有应答",
      );
    });

    test("somebody answers who is no PostgreSQL", async () => {
      const port = await listening((socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
      await told(`postgres://clerk_x:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/x`);
    });

    test("somebody hangs up at once", async () => {
      const port = await listening((socket) => void socket.destroy());
      expect(await told(`postgres://clerk_x:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/x`)).toContain("断了");
    });

    test("no encryption where it was asked for, and no certificate", async () => {
      const plainOnly = `${server.url("postgres", "postgres", SECRET)}?sslmode=require`;
      expect(await told(plainOnly)).toContain("加密连接建立不起来");
      expect(await told(plainOnly.replace("require", "verify-ca"))).toContain("加密连接建立不起来");
      expect(await told(`${plainOnly}&sslrootcert=/no/such/file`)).toContain("证书文件");
    });

    test("too many connections", async () => {
      server.psql("CREATE ROLE clerk_few LOGIN CONNECTION LIMIT 0");
      expect(await told(server.url("postgres", "clerk_few", SECRET))).toContain("连接满了");
    });
  });
});

const WAITING =
  "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'zhuanbao' AND wait_event_type = 'Lock'";

/** Somebody who locks the table of records until told to end. */
function spawnBlocker(server: TestServer): { locked: Promise<void>; end: () => void } {
  const name = `blocker${Math.trunc(performance.now() * 1000)}`;
  const sql = `SET application_name = '${name}'; BEGIN; LOCK zhuanbao.records IN SHARE MODE; SELECT pg_sleep(60);`;
  server.background(sql);
  return {
    locked: waitFor(
      () =>
        server.psql(
          `SELECT count(*) FROM pg_stat_activity WHERE application_name = '${name}' AND wait_event = 'PgSleep'`,
        ) === "1",
    ),
    end: () =>
      void server.psql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${name}'`),
  };
}

async function waitFor(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 200) throw new Error("waited in vain");
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
}

/** Until the work is done, this server wants a password of everybody but its superuser. */
async function requirePassword(server: TestServer, work: () => Promise<void>): Promise<void> {
  server.setAccess("host all postgres all trust\nhost all all all scram-sha-256\n");
  try {
    await work();
  } finally {
    server.setAccess("host all all all trust\n");
  }
}

async function listening(hear: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const listener: Server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    hear(socket);
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    listener.close();
  });
  return (listener.address() as AddressInfo).port;
}
