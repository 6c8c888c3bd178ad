// Makes a ledger of 90,000 printed entries of about 1.5 KB in some 11,000 issues, builds the index once, and times 20
// searches, each a process of its own. The texts come from a seeded generator: the same at every run. The records are
// written by the program's own codec, chained as the program chains them. `node bench/search.mjs 9000` makes fewer.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { makePrinted, OFFICE, RARE } from "./printed.mjs";

const COUNT = Number(process.argv[2] ?? 90_000);
const PER_ISSUE = 8;
const YEARS = 10;
const HOME = fileURLToPath(new URL("..", import.meta.url));
const SEARCHES = [
  ["a common word", "反映"],
  ["a rare word", RARE],
  ["two words", "渗漏", "维修"],
  ["unit and time", "欠薪", "--unit", "青石镇", "--since", "2024-01-01"],
  ["no hit", "量子计算机"],
];
const ROUNDS = 4;

const folder = mkdtempSync(join(tmpdir(), "zhuanbao-search-"));
try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run() {
  const office = join(folder, "office");
  mkdirSync(join(office, "entries"), { recursive: true });
  writeFileSync(join(office, "zhuanbao.yaml"), OFFICE);
  const { issues, bytes } = await writeLedger(join(office, "台账"));
  console.log(`Node ${process.version}; ${COUNT} entries in ${issues} issues, records of ${mega(bytes)} MB`);
  const first = search(office, ["渠道"]);
  const index = statSync(join(office, "台账", ".索引", "全部.idx")).size;
  console.log(
    `first search, index of ${mega(index)} MB built: ${first.ms.toFixed(0)} ms, ${mega(first.rss)} MB of memory`,
  );
  const times = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, ...argv] of SEARCHES) times.push({ name, ...search(office, argv) });
  for (const [name] of SEARCHES) {
    const own = times.filter((one) => one.name === name);
    console.log(`${name.padEnd(14)} ${show(own)}   ${own[0].total} found`);
  }
  console.log(
    `${`all ${times.length}`.padEnd(14)} ${show(times)}   at most ${mega(Math.max(...times.map(({ rss }) => rss)))} MB`,
  );
  if (Math.max(...times.map(({ ms }) => ms)) >= 1000) process.exitCode = 1;
}

function show(times) {
  const [wall, cpu] = ["ms", "cpu"].map((key) => times.map((one) => one[key]).toSorted((a, b) => a - b));
  const figure = (value) => value.toFixed(0).padStart(4);
  const middle = Math.floor(times.length / 2);
  return `median ${figure(wall[middle])} ms   max ${figure(wall.at(-1))} ms   processor ${figure(cpu[middle])}, ${figure(cpu.at(-1))} ms`;
}

function mega(bytes) {
  return (bytes / 1e6).toFixed(0);
}

/** One search in a process of its own; the memory is the most that it ever held. */
function search(office, argv) {
  const tell = `process.on("exit", () => require("node:fs").writeSync(2, JSON.stringify(process.resourceUsage())))`;
  const hook = join(folder, "rss.cjs");
  writeFileSync(hook, tell);
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--require", hook, join(HOME, "bin", "zhuanbao.js"), "-C", office, "search", ...argv, "--json"],
    { encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(stderr);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(stderr.slice(stderr.lastIndexOf("{")));
  // On a machine that does other things as well, the time of the processor tells what the search itself takes.
  const cpu = (userCPUTime + systemCPUTime) / 1000;
  return { ms, cpu, total: JSON.parse(stdout).total, rss: maxRSS * 1024 };
}

async function writeLedger(root) {
  const { writeRecord, sha256, FileStore, nodeFiles } = await load();
  const heads = new Map();
  const total = Math.ceil(COUNT / PER_ISSUE);
  const perYear = Math.ceil(total / YEARS);
  let bytes = 0;
  for (let at = 0; at < total; at++) {
    const [year, seq] = [2026 - YEARS + 1 + Math.floor(at / perYear), (at % perYear) + 1];
    const chain = { series: "信息专报", year };
    mkdirSync(join(root, chain.series, String(year)), { recursive: true });
    const day = Math.floor(Date.UTC(year, 0, 1) / 864e5) + Math.floor((seq * 320) / perYear);
    const count = Math.min(PER_ISSUE, COUNT - at * PER_ISSUE);
    const entries = Array.from({ length: count }, (_, item) => makePrinted(at * PER_ISSUE + item, day));
    const record = issueOf({ year, number: seq, day, entries });
    const text = writeRecord(record, chain, { seq, before: heads.get(chain.series) ?? null });
    writeFileSync(join(root, chain.series, String(year), `${String(seq).padStart(4, "0")}.json`), text);
    heads.set(chain.series, sha256(text));
    bytes += Buffer.byteLength(text);
  }
  new FileStore(nodeFiles(), root, () => Promise.resolve()).rebuildHeads();
  return { issues: total, bytes };
}

function issueOf({ year, number, day, entries }) {
  return {
    event: "编发",
    at: { day, clock: 1020, instant: day * 1440 + 1020 - 480 },
    publication: "信息专报",
    kind: "正刊",
    year,
    number,
    total: null,
    day,
    signer: "王某",
    editor: "李某",
    title: `信息专报第${number}期`,
    secrecy: "内部",
    key: `k${year}-${number}`,
    plan: null,
    paper: { path: `out/${year}-${number}.docx`, sha256: "0", bytes: 9000, pages: 4 },
    entries,
  };
}

async function load() {
  const outfile = join(folder, "bench.mjs");
  await build({
    stdin: {
      contents: `
        export { writeRecord } from "./src/ledger/codec.ts";
        export { sha256 } from "./src/base/sha256.ts";
        export { FileStore } from "./src/ledger/file-store.ts";
        export { nodeFiles } from "./src/world/files.ts";`,
      resolveDir: HOME,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
