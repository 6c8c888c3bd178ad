import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";

export const scratch = mkdtempSync(join(tmpdir(), "zhuanbao-proof-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

/** The ledger room and one clerk, each as one file. */
export const TAKE = join(scratch, "take.mjs");
export const AUDIT = join(scratch, "audit.mjs");
await build({
  entryPoints: { take: "scripts/proof/take.ts", audit: "scripts/proof/audit.ts" },
  outdir: scratch,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  charset: "utf8",
});

export const { faultsAt } = await import(AUDIT);

let count = 0;

/** A new ledger with a folder for its papers. */
export function newLedger(root = join(scratch, String(++count))) {
  const [ledger, papers] = [join(root, "台账"), join(root, "out")];
  for (const folder of [ledger, papers]) mkdirSync(folder, { recursive: true });
  return { ledger, papers };
}

/** Thousands of short processes: threads for compiling would only stand in each other's way. */
const LEAN = ["--v8-pool-size=0"];

// An extra certificate file makes Node slow to start, and nothing here goes to the network.
const { NODE_EXTRA_CA_CERTS: _, ...REST } = process.env;
const ENV = { ...REST, UV_THREADPOOL_SIZE: "1" };

/** Runs a program to its end, or to its death after so many milliseconds. */
export function run(argv, { killAfter = null, env = {}, cwd } = {}) {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn(argv[0], argv.slice(1), {
      cwd,
      env: { ...ENV, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (err += chunk));
    const timer = killAfter === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfter);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, out, err, ms: performance.now() - began });
    });
  });
}

/** One clerk with one brief; `acked` is the number it was told, null where it was told none. */
export async function take({ ledger, papers }, key, options) {
  const ended = await run([process.execPath, ...LEAN, TAKE, ledger, key, papers], options);
  return { ...ended, acked: numberIn(ended.out) };
}

/** So many clerks that stay, each ready: given an office and a brief, one tells the number it took, or null. */
export function staff(count) {
  const clerks = Array.from({ length: count }, () => {
    const clerk = spawn(process.execPath, [...LEAN, TAKE], { env: ENV, stdio: ["pipe", "pipe", "inherit"] });
    // One that has failed is told of by the numbers that are missing.
    clerk.stdin.on("error", () => {});
    const lines = createInterface(clerk.stdout)[Symbol.asyncIterator]();
    const take = async ({ ledger, papers }, key) => {
      if (clerk.exitCode !== null) return null;
      clerk.stdin.write(`${[ledger, key, papers].join("\t")}\n`);
      const { value } = await lines.next();
      return numberIn(value ?? "");
    };
    return { take, dismiss: () => clerk.stdin.end() };
  });
  return { clerks, dismiss: () => clerks.forEach((clerk) => clerk.dismiss()) };
}

function numberIn(out) {
  const acked = /^ack (\d+)$/mu.exec(out)?.[1];
  return acked === undefined ? null : Number(acked);
}

/** The records as they are, by number, each with its brief. */
export function recordsIn({ ledger }) {
  const folder = join(ledger, "信息专报", "2026");
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
    return new Map(
      names.map((name) => [Number(name.slice(0, -5)), JSON.parse(readFileSync(join(folder, name), "utf8")).键]),
    );
  } catch (error) {
    if (error.code === "ENOENT") return new Map();
    throw error;
  }
}

/** What must hold of a ledger and what was told of it: faults, a line each. */
export async function faultsOf(office, told) {
  const faults = [];
  const records = recordsIn(office);
  for (const [key, number] of told) if (records.get(number) !== key) faults.push(`lost: ${key} was told ${number}`);
  const numbers = [...records.keys()].sort((a, b) => a - b);
  numbers.forEach((number, at) => number === at + 1 || faults.push(`burnt: no ${at + 1} before ${number}`));
  if (new Set(records.values()).size !== records.size) faults.push("double: one brief has two numbers");
  for (const [key, number] of told) {
    const paper = join(office.papers, `${number}.docx`);
    if (readFileSync(paper, "utf8") !== `${key} ${number}\n`.repeat(400))
      faults.push(`paper of ${number} is not whole`);
  }
  return [...faults, ...(await faultsAt(office.ledger))];
}
