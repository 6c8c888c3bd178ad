import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { nodeFiles } from "../../src/world/files.ts";
import type { Disk } from "../../src/world/write.ts";
import type { FileError } from "../../src/world.ts";
import { temporaryFolder } from "../helpers/folder.ts";

const NEW = new TextEncoder().encode("新".repeat(1000));

function error(code: string): Error {
  return Object.assign(new Error(code), { code });
}

type WriteCall = [file: number, bytes: Uint8Array, at: number, length: number];

interface FailingDisk {
  readonly disk: Disk;
  readonly waits: number[];
}

function failing(changes: Partial<Disk>): FailingDisk {
  const waits: number[] = [];
  return { disk: { ...fs, sleep: (ms: number) => void waits.push(ms), ...changes }, waits };
}

function replaceOn(disk: Disk): { fault: string; content: string; left: string[] } {
  const folder = temporaryFolder({ 甲: "旧" });
  let fault = "none";
  try {
    nodeFiles(disk).replace(join(folder, "甲"), NEW);
  } catch (thrown) {
    fault = (thrown as FileError).fault;
    expect((thrown as FileError).path).toBe(join(folder, "甲"));
  }
  return { fault, content: fs.readFileSync(join(folder, "甲"), "utf8"), left: fs.readdirSync(folder) };
}

const OLD = { content: "旧", left: ["甲"] };

test.each([
  ["openSync", "ENOSPC", "full"],
  ["openSync", "EACCES", "forbidden"],
  ["openSync", "EROFS", "forbidden"],
  ["writeSync", "ENOSPC", "full"],
  ["writeSync", "EDQUOT", "full"],
  ["writeSync", "EIO", "other"],
  ["fsyncSync", "EIO", "other"],
  ["closeSync", "EIO", "other"],
  ["renameSync", "EACCES", "forbidden"],
  ["renameSync", "EXDEV", "other"],
] as const)("%s failing with %s is %s; the old file stays and nothing is left behind", (call, code, fault) => {
  const real = fs[call] as (...args: unknown[]) => unknown;
  const fail = (...args: unknown[]): never => {
    if (call === "closeSync") real(...args);
    throw error(code);
  };
  expect(replaceOn(failing({ [call]: fail }).disk)).toEqual({ fault, ...OLD });
});

test("a write that takes only a part is gone on with", () => {
  const short = (...[file, bytes, at, length]: WriteCall): number => fs.writeSync(file, bytes, at, Math.min(7, length));
  const { fault, content } = replaceOn(failing({ writeSync: short as Disk["writeSync"] }).disk);
  expect(fault).toBe("none");
  expect(content).toBe("新".repeat(1000));
});

test("a disk that fills up half-way, without an error at first, keeps the old file", () => {
  let room = 2000;
  const filling = (...[file, bytes, at, length]: WriteCall): number => {
    if (room === 0) throw error("ENOSPC");
    const count = fs.writeSync(file, bytes, at, Math.min(room, length));
    room -= count;
    return count;
  };
  expect(replaceOn(failing({ writeSync: filling as Disk["writeSync"] }).disk)).toEqual({ fault: "full", ...OLD });
});

test.each(["EPERM", "EBUSY"])("a file held open (%s) is tried four times, then locked", (code) => {
  const { disk, waits } = failing({
    renameSync: () => {
      throw error(code);
    },
  });
  expect(replaceOn(disk)).toEqual({ fault: "locked", ...OLD });
  expect(waits).toEqual([200, 400, 800]);
});

test("a file let go of in time is written", () => {
  let tries = 0;
  const { disk, waits } = failing({
    renameSync: (from, to) => {
      if (tries++ < 2) throw error("EBUSY");
      fs.renameSync(from, to);
    },
  });
  expect(replaceOn(disk)).toMatchObject({ fault: "none", content: "新".repeat(1000), left: ["甲"] });
  expect(waits).toEqual([200, 400]);
});

test.each(["EINVAL", "EISDIR"])("a folder that cannot be synced (%s) is no fault", (code) => {
  const fsync = (file: number): void => {
    if (fs.fstatSync(file).isDirectory()) throw error(code);
    fs.fsyncSync(file);
  };
  expect(replaceOn(failing({ fsyncSync: fsync }).disk).fault).toBe("none");
});

test("without hard links create still never overwrites", () => {
  const { disk } = failing({
    linkSync: () => {
      throw error("EPERM");
    },
  });
  const folder = temporaryFolder();
  const files = nodeFiles(disk);
  expect(files.create(join(folder, "甲"), NEW)).toBe(true);
  expect(files.create(join(folder, "甲"), new Uint8Array(0))).toBe(false);
  expect(fs.statSync(join(folder, "甲")).size).toBe(3000);
  expect(fs.readdirSync(folder)).toEqual(["甲"]);
});

test.each(["EPERM", "EACCES"])("a race lost on a share (%s with the name there) is a name taken", (code) => {
  const refused = (): never => {
    throw error(code);
  };
  const wx = ((path: string, ...rest: [string]) =>
    path.endsWith(".tmp") ? fs.openSync(path, ...rest) : refused()) as Disk["openSync"];
  const folder = temporaryFolder({ 甲: "旧" });
  const files = nodeFiles(failing({ linkSync: refused, openSync: wx }).disk);
  expect(files.create(join(folder, "甲"), NEW)).toBe(false);
  expect(() => files.create(join(folder, "乙"), NEW)).toThrow(code);
  expect(fs.readdirSync(folder)).toEqual(["甲"]);
});

test("a new folder's name is synced, and those of all above it that are new", () => {
  const synced: string[] = [];
  const open = ((path: string, ...rest: [string]) => (
    synced.push(path),
    fs.openSync(path, ...rest)
  )) as Disk["openSync"];
  const folder = temporaryFolder();
  const files = nodeFiles(failing({ openSync: open }).disk);
  files.makeFolder(join(folder, "甲", "乙", "丙"));
  expect(synced).toEqual([join(folder, "甲", "乙"), join(folder, "甲"), folder]);
  files.makeFolder(join(folder, "甲", "乙", "丙"));
  expect(synced).toHaveLength(3);
});

test("a temporary file of a crashed run is not in the way", () => {
  let first = true;
  const open = ((path: string, ...rest: [string]) => {
    if (first && path.endsWith(".tmp")) {
      first = false;
      throw error("EEXIST");
    }
    return fs.openSync(path, ...rest);
  }) as Disk["openSync"];
  expect(replaceOn(failing({ openSync: open }).disk).fault).toBe("none");
});

const scratch = fs.mkdtempSync(join(tmpdir(), "zhuanbao-full-"));
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", scratch]).status === 0;
afterAll(() => {
  if (mounted) spawnSync("umount", [scratch]);
  fs.rmSync(scratch, { recursive: true, force: true });
});

test.runIf(mounted)("on a disk that is really full the old file stays", () => {
  const files = nodeFiles();
  const path = join(scratch, "甲.docx");
  files.replace(path, new TextEncoder().encode("旧"));
  expect(() => files.replace(path, new Uint8Array(1 << 20))).toThrow(expect.objectContaining({ fault: "full" }));
  expect(() => files.create(join(scratch, "乙"), new Uint8Array(1 << 20))).toThrow(
    expect.objectContaining({ fault: "full" }),
  );
  expect(fs.readFileSync(path, "utf8")).toBe("旧");
  expect(fs.readdirSync(scratch)).toEqual(["甲.docx"]);
});
