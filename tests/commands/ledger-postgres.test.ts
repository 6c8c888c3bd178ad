import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasServer, testServer, type TestServer } from "../helpers/postgres.ts";
import { BIN } from "../helpers/terminal.ts";
import { OFFICE, officeWith, SOUND, type Folder, type Ran } from "./support.ts";

const SECRET = "kouling-7x";
const SIGN = ["--signer", "王某", "--editor", "李某"];
const PAPER = "out/信息专报/2026/信息专报-2026-第1期.docx";

const json = ({ out }: Ran): Record<string, unknown> => JSON.parse(out) as Record<string, unknown>;

describe.skipIf(!hasServer())("an office with its ledger in PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());
  let databases = 0;

  /** Every test has a database of its own, and every office a password in its settings that nothing may show. */
  function address(): string {
    const name = `office_${++databases}`;
    server.psql(`CREATE DATABASE ${name}`);
    return server.url(name, "postgres", SECRET);
  }
  const office = (ledger: string, name = "中共青川县委办公室"): Folder =>
    officeWith({ "甲.yaml": SOUND }, `${OFFICE.replace(/机关: .*/u, `机关: ${name}`)}\n台账: ${ledger}\n`);
  const quiet = (ran: Ran): Ran => {
    expect(`${ran.out}${ran.err}`).not.toContain(SECRET);
    return ran;
  };
  const run = async (folder: Folder, ...argv: string[]): Promise<Ran> => quiet(await folder.run(argv));
  async function published(ledger: string, name?: string): Promise<Folder> {
    const folder = office(ledger, name);
    await run(folder, "plan");
    const { code, err } = await run(folder, "publish", ...SIGN);
    expect(`${code}${err}`).toMatch(/^0/u);
    return folder;
  }

  test("publishes, and the same again is the same issue", async () => {
    const folder = await published(address());
    expect(folder.has(PAPER)).toBe(true);
    expect(folder.has("台账")).toBe(false);
    const again = await run(folder, "publish", ...SIGN);
    expect(again.code).toBe(0);
    expect((await run(folder, "ledger", "list")).out).toContain("第1期");
    expect((await run(folder, "ledger", "verify")).out).toContain("没有发现问题");
    expect((await run(folder, "plan", "--json")).code).toBe(0);
  });

  test("takes notes and voids", async () => {
    const folder = await published(address());
    const note = ["--kind", "批示", "--issue", "信息专报 2026 1", "--leader", "王县长", "--text", "请研处"];
    expect((await run(folder, "ledger", "note", ...note)).code).toBe(0);
    expect((await run(folder, "ledger", "show", "1")).out).toContain("请研处");
    expect((await run(folder, "ledger", "void", "1", "--reason", "重复", "--yes")).code).toBe(0);
    expect((await run(folder, "ledger", "verify")).code).toBe(0);
    expect((await run(folder, "ledger", "rebuild")).code).toBe(0);
  });

  test("shares a database with another office", async () => {
    const ledger = address();
    const [one, other] = [await published(ledger, "甲县委办"), await published(ledger, "乙县委办")];
    for (const folder of [one, other]) expect((await run(folder, "ledger", "list")).out).toContain("第1期");
  });

  describe("ledger copy", () => {
    test("moves files to PostgreSQL and back, byte for byte", async () => {
      const folder = await published("台账");
      const ledger = address();
      const moved = await run(folder, "ledger", "copy", "台账", ledger);
      expect(moved.out).toMatch(/^台账 → .*\/office_\d+：1 个系列 1 条记录，新搬 1 条；已逐条读回，哈希相符\n$/u);
      expect(moved.err).toContain("把 zhuanbao.yaml 的“台账”改成新的位置");
      expect(json(await run(folder, "ledger", "copy", "台账", ledger, "--json"))).toMatchObject({
        copied: 0,
        records: 1,
      });
      expect((await run(folder, "ledger", "copy", ledger, "搬回")).code).toBe(0);
      expect(folder.bytes("搬回/信息专报/2026/0001.json")).toEqual(folder.bytes("台账/信息专报/2026/0001.json"));
      folder.write("zhuanbao.yaml", folder.read("zhuanbao.yaml").replace("台账: 台账", `台账: ${ledger}`));
      expect((await run(folder, "ledger", "verify")).code).toBe(0);
      expect((await run(folder, "publish", ...SIGN)).out).toContain("第1期");
    });

    test("carries no ledger on that has a fault", async () => {
      const folder = await published("台账");
      folder.write("台账/信息专报/2026/0001.json", folder.read("台账/信息专报/2026/0001.json").replace("王某", "张某"));
      const ledger = address();
      const { code, err } = await run(folder, "ledger", "copy", "台账", ledger);
      expect([code, err]).toEqual([2, expect.stringContaining("不对，没有搬")]);
      expect((await run(folder, "ledger", "copy", ledger, "别处")).err).toContain("没有可搬的");
    });

    test("wants to know from where and to where", async () => {
      const folder = office("台账");
      const ledger = address();
      expect((await run(folder, "ledger", "copy", "台账")).err).toContain("copy 要写从哪里搬到哪里");
      expect((await run(folder, "ledger", "copy", ledger, ledger)).err).toContain("搬到它自己");
      expect((await run(folder, "ledger", "copy", "没有", ledger)).err).toContain("没有台账目录 没有");
    });
  });

  describe("doctor", () => {
    const line = async (folder: Folder): Promise<string> =>
      (await run(folder, "doctor")).out.split("\n").find((each) => each.includes("台账：")) ?? "";

    test("says whether the database answers, and its version", async () => {
      const ledger = address();
      expect(await line(office(ledger))).toMatch(/^！ 台账：.*office_\d+，PostgreSQL \d+[\d.]*，还没有建台账的表$/u);
      expect(await line(await published(ledger))).toMatch(/^√ 台账：.*，结构第 1 版，本机关 1 条记录$/u);
      server.psql("INSERT INTO zhuanbao.version VALUES (99)", `office_${databases}`);
      expect(await line(office(ledger))).toMatch(/^× 台账：.*结构第 99 版/u);
    });

    test("says what keeps it from answering", async () => {
      const nowhere = `postgres://postgres:${SECRET}@127.0.0.1:1/zhuanbao`;
      expect(await line(office(nowhere))).toBe(
        "× 台账：连不上台账数据库，那里没有 PostgreSQL 在接受连接：127.0.0.1:1/zhuanbao",
      );
    });
  });

  test.each([
    [["plan"], 2],
    [["compile"], 2],
    [["publish", ...SIGN], 2],
    [["ledger", "list"], 2],
    [["ledger", "verify", "--json"], 2],
    [["themes"], 2],
  ])("%j without its database is told in Chinese, and nothing is written", async (argv, code) => {
    const folder = office(`postgres://postgres:${SECRET}@127.0.0.1:1/zhuanbao`);
    const before = folder.list();
    const ran = await run(folder, ...argv);
    expect([ran.code, ran.out]).toEqual([code, ""]);
    expect(ran.err).toContain("连不上台账数据库");
    expect(folder.list()).toEqual(before);
  });

  test("the address is shown nowhere: neither what is wrong beside it, nor as JSON or SARIF", async () => {
    const folder = office(address());
    folder.write("zhuanbao.yaml", folder.read("zhuanbao.yaml").replace(/台账: (.*)/u, "台账: [$1]\n关注: { $1: 1 }"));
    for (const format of ["pretty", "compact", "json", "sarif", "junit", "github"])
      await run(folder, "check", "--format", format);
    await run(folder, "schema", "office");
    await run(folder, "check", `postgres://u:${SECRET}@h/d`);
  });

  test("whoever writes an address that is none is told how, without it", async () => {
    const folder = office(`postgres://postgres:${SECRET}/#@h/d`);
    const { code, err } = await run(folder, "publish", ...SIGN);
    expect([code, err]).toEqual([2, expect.stringContaining("台账的数据库地址写得不对")]);
  });

  test("a run that is killed at any moment is healed by the next: one number, one paper", async () => {
    const ledger = address();
    const began = performance.now();
    await runProgram(await planned(ledger, "第一个"), ["publish", ...SIGN, "--no-input"]);
    const whole = performance.now() - began;
    for (let round = 0; round < 8; round++) {
      const folder = await planned(ledger, `机关 ${round}`);
      const killed = await runProgram(folder, ["publish", ...SIGN, "--no-input"], whole * (0.4 + (0.7 * round) / 8));
      const healed = quiet(await folder.run(["publish", ...SIGN]));
      expect(healed.code).toBe(0);
      if (killed.out !== "") expect(killed.out).toContain("第1期");
      expect(healed.out).toContain("第1期");
      expect(folder.has(PAPER)).toBe(true);
      expect(json(await run(folder, "ledger", "verify", "--json"))).toMatchObject({
        records: 1,
        issues: 1,
        faults: [],
      });
    }
  });

  async function planned(ledger: string, name: string): Promise<Folder> {
    const folder = office(ledger, name);
    await run(folder, "plan");
    return folder;
  }

  test("the program ends as soon as it is done, and warns of nothing", async () => {
    const folder = await published(address());
    const began = performance.now();
    const ended = await runProgram(folder, ["ledger", "verify"]);
    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

/** A whole run of the program, killed after some milliseconds where that is given. */
function runProgram(folder: Folder, argv: readonly string[], killAfter: number | null = null): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...argv], { cwd: folder.path, stdio: ["ignore", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += String(chunk)));
    child.stderr.on("data", (chunk: Buffer) => (err += String(chunk)));
    const timer = killAfter === null ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, out, err });
    });
  });
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
