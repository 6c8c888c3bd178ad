// One clerk with one brief, as small as it can be: the same calls on the disk as `publish`, in the same order.
// node take.mjs LEDGER KEY PAPERS; prints `ack N` last of all. Without arguments it stays, and is told of each brief in a
// line of its own, with tabs between the three. ZB_FAULT=call:nth:kind lets the nth call of the disk go wrong,
// ZB_FAULT=count counts them.
import * as fs from "node:fs";
import { momentAt } from "../../src/base/time.ts";
import { FileStore } from "../../src/ledger/file-store.ts";
import { takeNumber } from "../../src/ledger/issue.ts";
import type { IssueRecord } from "../../src/model/ledger.ts";
import { nodeFiles } from "../../src/world/files.ts";
import type { Disk } from "../../src/world/write.ts";
import type { Staged } from "../../src/world.ts";

const ZONE = "Asia/Shanghai";
const files = nodeFiles(faulty({ ...fs, sleep: () => {} }));
const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms * (0.5 + Math.random())));

const given = process.argv.slice(2);
if (given.length > 0) await clerk(given);
else {
  const { createInterface } = await import("node:readline");
  for await (const line of createInterface(process.stdin)) await clerk(line.split("\t"));
}

/** One brief; `ack` is said last of all. */
async function clerk([folder = "", key = "", papers = ""]: string[]): Promise<void> {
  try {
    fs.writeSync(1, `ack ${await publish(folder, key, papers)}\n`);
  } catch (error) {
    fs.writeSync(2, `${String(error)}\n`);
    process.exit(2);
  }
}

async function publish(folder: string, key: string, papers: string): Promise<number> {
  const pathOf = (number: number): string => `${papers}/${number}.docx`;
  const textOf = (number: number): Uint8Array => new TextEncoder().encode(`${key} ${number}\n`.repeat(400));
  const store = new FileStore(files, folder, wait);
  let staged: Staged | null = null;
  const wanted = { publication: "信息专报", kind: "正刊" as const, year: 2026, key };
  const form = { runsOn: false, keepsTotal: true, firstNumber: 1, firstTotal: 1 };
  const taken = await takeNumber({ store, zone: ZONE }, { ...wanted, ...form }, async ({ number, total }) => {
    staged?.discard();
    staged = files.stage(pathOf(number), textOf(number));
    return recordOf(key, number, total);
  });
  const { number } = taken.record;
  if (taken.isNew) (staged as Staged | null)?.commit();
  else if (files.kind(pathOf(number)) === null) files.replace(pathOf(number), textOf(number));
  if (!taken.isNew) (staged as Staged | null)?.discard();
  return number;
}

function recordOf(key: string, number: number, total: number | null): IssueRecord {
  return {
    event: "编发",
    at: momentAt(20_780, 1020, ZONE),
    publication: "信息专报",
    kind: "正刊",
    year: 2026,
    number,
    total,
    day: 20_780,
    signer: "王某",
    editor: "李某",
    title: "信息专报（2026年11月23日）",
    secrecy: "内部",
    key,
    plan: null,
    paper: { path: `${number}.docx`, sha256: "", bytes: 0, pages: 1 },
    entries: [],
  };
}

function faulty(disk: Disk): Disk {
  if (process.env["ZB_FAULT"] === "count") return counting(disk);
  const [call = "", nth = "", kind = ""] = (process.env["ZB_FAULT"] ?? "").split(":");
  if (call === "") return disk;
  const real = disk[call as keyof Disk] as (...args: unknown[]) => unknown;
  let [count, isFull] = [0, false];
  const harmed = (...args: unknown[]): unknown => {
    const hit = ++count === Number(nth) || isFull;
    if (!hit) return real(...args);
    if (kind === "kill") process.kill(process.pid, "SIGKILL");
    if (kind === "kill-after") {
      real(...args);
      process.kill(process.pid, "SIGKILL");
    }
    if (kind.startsWith("short") && !isFull) {
      isFull = kind === "short-full";
      const [file, bytes, at, length] = args as [number, Uint8Array, number, number];
      return real(file, bytes, at, Math.max(1, length >> 1));
    }
    throw Object.assign(new Error(kind), { code: kind === "short-full" ? "ENOSPC" : kind });
  };
  return { ...disk, [call]: harmed };
}

/** Says in the end how often each call was made. */
function counting(disk: Disk): Disk {
  const counts = new Map<string, number>();
  process.on("exit", () => fs.writeSync(2, JSON.stringify(Object.fromEntries(counts))));
  const counted = Object.entries(disk).map(([name, real]: [string, unknown]) => {
    if (typeof real !== "function") return [name, real];
    const call = (...args: unknown[]): unknown => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return (real as (...given: unknown[]) => unknown)(...args);
    };
    return [name, call];
  });
  return Object.fromEntries(counted) as Disk;
}
