// Compiles made-up offices, all of whose sound entries are printed, one process each, and prints time, pages, the peak of
// memory, and what each further entry takes of it: that must not grow with their number.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeOffice, runMeasured } from "./process.mjs";

const COUNTS = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [500, 1000, 2000, 4000];

const root = mkdtempSync(join(tmpdir(), "zhuanbao-bench-"));
let before = null;
for (const count of COUNTS) {
  const folder = join(root, String(count));
  makeOffice(folder, count, 0);
  const args = ["-C", folder, "compile", "--skip-invalid", "--json", "--date", "2026-11-23"];
  const { stdout, stderr, status, seconds, peak } = runMeasured(args);
  if (status !== 0) throw new Error(`exit ${status}\n${stderr.slice(0, 2000)}`);
  const [{ pages }] = JSON.parse(stdout).outputs;
  const each = before && ((peak - before.peak) * 1024) / (count - before.count);
  console.log(
    `${count} entries, ${pages} pages: ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB${each === null ? "" : `, ${each.toFixed(0)} KB for each further entry`}`,
  );
  before = { count, peak };
}
rmSync(root, { recursive: true, force: true });
