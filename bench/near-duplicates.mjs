// Times near-duplicate over made-up offices of 1,250 to 20,000 entries of about 1.5 KB, with a share of planted pairs:
// the same matter reworded by another unit. Prints the time, what it grows by when the number doubles, and how many of
// the planted pairs were found. The texts come from a seeded generator: the same at every run.
import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeEntries } from "./matters.mjs";

const SIZES = (process.argv[2] ?? "1250,2500,5000,10000,20000").split(",").map(Number);
const SHARE = 0.05;

const folder = mkdtempSync(join(tmpdir(), "zhuanbao-bench-"));
const { nearDuplicate, readEntries, readProfile, DEFAULT_OFFICE, KNOWN_NAMES, profileText } = await load();
const { profile, findings } = readProfile([{ path: "county.yaml", text: profileText }], KNOWN_NAMES);
if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join("\n"));

console.log(`Node ${process.version}, ${SHARE * 100}% of the entries planted as reworded doubles`);
console.log("entries      KB     seconds  × for double  found of planted  other findings");
let before = null;
for (const count of SIZES) {
  const { files, planted } = makeEntries(count, SHARE);
  const entries = files.flatMap(({ path, text }) =>
    readEntries({ path, text }, { zone: "Asia/Shanghai", defaultId: path, urgent: "紧急" }).map(({ entry }) => entry),
  );
  const size = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / files.length / 1000;
  const context = { profile, office: DEFAULT_OFFICE, now: null, published: [], whole: true };
  globalThis.gc?.();
  const start = process.cpuUsage();
  const reports = [...nearDuplicate.check(entries, context)];
  // Time of the processor, not of the clock on the wall: what else the machine does is no part of it.
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const seen = new Set(reports.map(({ entry, related }) => nameOf([entry.source.path, related[0].at.source.path])));
  const found = planted.filter((pair) => seen.has(nameOf(pair))).length;
  const growth = before === null ? "" : (seconds / before).toFixed(2);
  console.log(
    `${String(count).padStart(7)}  ${size.toFixed(2).padStart(6)}  ${seconds.toFixed(2).padStart(10)}  ${growth.padStart(12)}  ${`${found} / ${planted.length}`.padStart(16)}  ${String(reports.length - found).padStart(14)}`,
  );
  before = seconds;
}
rmSync(folder, { recursive: true, force: true });

function nameOf([a, b]) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

async function load() {
  const outfile = join(folder, "bench.mjs");
  await build({
    stdin: {
      contents: `
        export { nearDuplicate } from "./src/rules/batch/near-duplicate.ts";
        export { readEntries } from "./src/read/entry.ts";
        export { readProfile } from "./src/read/profile.ts";
        export { DEFAULT_OFFICE } from "./src/read/office.ts";
        export { KNOWN_NAMES } from "./src/pipeline/grounds.ts";
        export { default as profileText } from "./templates/profiles/county.yaml";`,
      resolveDir: new URL("..", import.meta.url).pathname,
      loader: "ts",
    },
    loader: { ".yaml": "text" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    outfile,
    banner: { js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);` },
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
