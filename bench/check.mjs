// Checks a made-up office of many entries of about 1.5 KB in one process, as a person would run it, and prints the time,
// the peak of memory, and the share of time of each rule. A share of the entries are planted near-duplicates.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeOffice, runMeasured } from "./process.mjs";

const COUNT = Number(process.argv[2] ?? 20_000);

const root = mkdtempSync(join(tmpdir(), "zhuanbao-bench-"));
const bytes = makeOffice(root, COUNT, 0.05);
const args = ["-C", root, "check", "--date", "2026-11-23", "--timing", "-f", "compact"];
const { stderr, status, seconds, peak } = runMeasured(args);
console.log(stderr);
console.log(
  `Node ${process.version}: ${COUNT} entries, ${(bytes / 1e6).toFixed(1)} MB, exit ${status}: ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB`,
);
rmSync(root, { recursive: true, force: true });
