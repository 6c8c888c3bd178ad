// Times whole processes against a bare `node -e 0` and prints ratios: read the ratios, not the milliseconds.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEntries, writeOffice } from "./office.mjs";

const ROUNDS = Number(process.argv[2] ?? 15);
const BIN = new URL("../bin/zhuanbao.js", import.meta.url).pathname;
// An extra certificate file makes bare Node slow to start, and would flatter every ratio.
const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NO_COLOR: "1" };
delete env.NODE_EXTRA_CA_CERTS;

const root = mkdtempSync(join(tmpdir(), "zhuanbao-bench-"));
const offices = new Map([20, 200].map((count) => [count, makeOffice(count)]));
const one = join(offices.get(20), "entries", "0002.md");
const DATE = ["--date", "2026-11-23"];
const compileArgs = (count) => ["-C", offices.get(count), "compile", ...DATE, "-o", join(root, `${count}.docx`)];

const cases = [
  ["bare node -e 0", ["-e", "0"], true],
  ["--version", ["--version"]],
  ["check 1 entry", ["check", one, ...DATE]],
  ["check 200 entries", ["-C", offices.get(200), "check", ...DATE]],
  ["compile 20 entries", compileArgs(20)],
  ["compile 200 entries", compileArgs(200)],
];

const times = new Map(cases.map(([name]) => [name, []]));
// Rounds are interleaved, so that a busy moment of the machine falls on all cases alike.
for (let round = 0; round < ROUNDS; round++) for (const each of cases) times.get(each[0]).push(time(each));
const floor = median(times.get("bare node -e 0"));
console.log(`Node ${process.version}, ${ROUNDS} rounds, medians`);
for (const [name, all] of times) {
  const middle = median(all);
  console.log(
    `${name.padEnd(22)} ${middle.toFixed(0).padStart(6)} ms  ${(middle / floor).toFixed(2).padStart(6)} × bare`,
  );
}
rmSync(root, { recursive: true, force: true });

function makeOffice(count) {
  const folder = join(root, String(count));
  mkdirSync(join(folder, "entries"), { recursive: true });
  writeOffice(folder, count);
  writeEntries(join(folder, "entries"), count);
  return folder;
}

function time([name, args, bare]) {
  const start = performance.now();
  try {
    execFileSync(process.execPath, bare ? args : [BIN, ...args], { env, stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    throw new Error(`${name}: exit ${error.status}\n${error.stderr}`, { cause: error });
  }
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
