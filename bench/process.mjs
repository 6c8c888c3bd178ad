// One run of the program as a person would start it, with its time and the peak of its memory.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeEntries } from "./matters.mjs";
import { writeOffice } from "./office.mjs";

const BIN = new URL("../bin/zhuanbao.js", import.meta.url).pathname;
const PEAK = new URL("./peak.cjs", import.meta.url).pathname;

/** An office of so many entries, a share of them near-duplicates; returns how many bytes they are. */
export function makeOffice(folder, count, share) {
  mkdirSync(folder, { recursive: true });
  writeOffice(folder, count);
  let bytes = 0;
  for (const { path, text } of makeEntries(count, share).files) {
    const file = join(folder, "entries", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** Runs the program; `peak` in MB. */
export function runMeasured(args) {
  const env = { ...process.env, NO_COLOR: "1" };
  // An extra certificate file makes Node slow to start.
  delete env.NODE_EXTRA_CA_CERTS;
  const start = performance.now();
  const ended = spawnSync(process.execPath, ["-r", PEAK, BIN, ...args], { env, maxBuffer: 1 << 30, encoding: "utf8" });
  const seconds = (performance.now() - start) / 1000;
  const peak = Number(/peak (\d+)/u.exec(ended.stderr)?.[1]) / 1024;
  const stderr = ended.stderr.replace(/peak \d+\n/u, "");
  return { stdout: ended.stdout, stderr, status: ended.status, seconds, peak };
}
