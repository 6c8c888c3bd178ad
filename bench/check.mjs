// Checks a made-up office of many entries of about 1.5 KB in one process, as a person would run it, and prints the time,
// the peak of memory, and the share of time of each rule. A share of the entries are planted near-duplicates.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeOffice } from "./office.mjs";
import { makeEntries } from "./matters.mjs";

const COUNT = Number(process.argv[2] ?? 20_000);
const BIN = new URL("../bin/zhuanbao.js", import.meta.url).pathname;
const MEMORY = `process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + "\\n"));`;

const root = mkdtempSync(join(tmpdir(), "zhuanbao-bench-"));
writeOffice(root, COUNT);
const { files } = makeEntries(COUNT, 0.05);
let bytes = 0;
for (const { path, text } of files) {
  const file = join(root, "entries", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  bytes += Buffer.byteLength(text);
}
writeFileSync(join(root, "peak.cjs"), MEMORY);

const env = { ...process.env, NO_COLOR: "1" };
delete env.NODE_EXTRA_CA_CERTS;
const start = performance.now();
const args = ["-r", join(root, "peak.cjs"), BIN, "-C", root, "check", "--date", "2026-11-23", "--timing"];
const { stderr, status } = spawnSync(process.execPath, [...args, "-f", "compact"], { env, maxBuffer: 1 << 30 });
const seconds = (performance.now() - start) / 1000;
const said = String(stderr);
const peak = Number(/peak (\d+)/u.exec(said)?.[1]) / 1024;
console.log(said.replace(/peak \d+\n/u, ""));
console.log(
  `Node ${process.version}: ${COUNT} entries, ${(bytes / 1e6).toFixed(1)} MB, exit ${status}: ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB`,
);
rmSync(root, { recursive: true, force: true });
