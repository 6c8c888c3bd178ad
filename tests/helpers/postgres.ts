import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** A PostgreSQL for tests. Its superuser is `postgres`, trusted on loopback; others need their password. */
export interface TestServer {
  /** Address of a database on it. */
  url(database?: string, user?: string, password?: string): string;
  /** Runs SQL as the superuser; what psql says. */
  psql(sql: string, database?: string): string;
  /** Starts SQL of the superuser that goes on until its connection is ended. */
  background(sql: string): void;
  /** Writes pg_hba.conf anew; only of a server of our own. */
  setAccess(lines: string): void;
  /** Null where the server is somebody else's, and is not stopped for a test. */
  readonly own: OwnServer | null;
  close(): void;
}

interface OwnServer {
  readonly port: number;
  start(): void;
  stop(mode: "fast" | "immediate"): void;
  readonly data: string;
}

const DEBIAN = "/usr/lib/postgresql";

/** Whether tests may ask for a server; says so where there is none. With ZHUANBAO_REQUIRE_POSTGRES=1 they must. */
export function hasServer(): boolean {
  if (given() !== null || binaries() !== null || process.env["ZHUANBAO_REQUIRE_POSTGRES"] === "1") return true;
  process.stderr.write("no PostgreSQL (Debian: postgresql): the tests that need one are skipped\n");
  return false;
}

/** The server named in ZHUANBAO_TEST_POSTGRES, or one of our own. */
export async function testServer(): Promise<TestServer> {
  const address = given();
  if (address !== null) return serverAt(new URL(address), null, () => undefined);
  const bin = binaries();
  if (bin === null) throw new Error("no PostgreSQL: install the package postgresql");
  return startOwn(bin);
}

function given(): string | null {
  return process.env["ZHUANBAO_TEST_POSTGRES"] || null;
}

/** The newest of Debian's versions. */
function binaries(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(DEBIAN, version, "bin")).find((bin) => existsSync(join(bin, "initdb"))) ?? null;
}

async function startOwn(bin: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "zhuanbao-pg-"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  const asRoot = userInfo().uid === 0;
  if (asRoot) for (const each of [folder, data]) chownSync(each, ...idsOf("postgres"));
  const port = await freePort();
  const run = (program: string, ...argv: string[]): void => {
    // PostgreSQL refuses to run as root.
    const command = asRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
    command.push(join(bin, program), ...argv);
    // Its output goes nowhere: a server that inherits a pipe would keep it open.
    const { status } = spawnSync(command[0] as string, command.slice(1), { cwd: "/", stdio: "ignore" });
    if (status !== 0) throw new Error(`${program} ${argv.join(" ")}: ${status}`);
  };
  run("initdb", "-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C", "--auth=trust");
  const options = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=on -c timezone=UTC`;
  const own: OwnServer = {
    port,
    data,
    start: () => run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"),
    stop: (mode) => run("pg_ctl", "-D", data, "-w", "-m", mode, "stop"),
  };
  own.start();
  endWithUs(folder, data);
  return serverAt(new URL(`postgres://postgres@127.0.0.1:${port}/postgres`), own, () => {
    if (existsSync(join(data, "postmaster.pid"))) own.stop("immediate");
    rmSync(folder, { recursive: true, force: true });
  });
}

/** A run of tests that is killed closes nothing: somebody who outlives it stops its server and takes the folder away. */
function endWithUs(folder: string, data: string): void {
  const pid = join(data, "postmaster.pid");
  const script = `while kill -0 ${process.pid} && [ -d '${folder}' ]; do sleep 2; done
    [ -e '${pid}' ] && kill -QUIT "$(head -n 1 '${pid}')" && sleep 2; rm -rf '${folder}'`;
  spawn("sh", ["-c", script], { cwd: "/", stdio: "ignore", detached: true }).unref();
}

function serverAt(address: URL, own: OwnServer | null, close: () => void): TestServer {
  const url: TestServer["url"] = (database, user, password) => {
    const found = new URL(address);
    if (database !== undefined) found.pathname = `/${database}`;
    if (user !== undefined) [found.username, found.password] = [user, encodeURIComponent(password ?? "")];
    return found.href;
  };
  return {
    url,
    own,
    close,
    background: (sql) => spawn("psql", ["-X", "-d", url(), "-c", sql], { stdio: "ignore" }).unref(),
    setAccess(lines) {
      if (own === null) throw new Error("the server is somebody else's");
      writeFileSync(join(own.data, "pg_hba.conf"), lines);
      this.psql("SELECT pg_reload_conf()");
    },
    psql(sql, database) {
      const argv = ["-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url(database), "-c", sql];
      const { status, stdout, stderr } = spawnSync("psql", argv, { encoding: "utf8" });
      if (status !== 0) throw new Error(stderr);
      return stdout.trim();
    },
  };
}

function idsOf(user: string): [uid: number, gid: number] {
  const { stdout } = spawnSync("id", [user], { encoding: "utf8" });
  const [uid = Number.NaN, gid = Number.NaN] = [...stdout.matchAll(/[ug]id=(\d+)/gu)].map(([, id]) => Number(id));
  return [uid, gid];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
