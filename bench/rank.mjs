// Times the order of an issue over made-up offices of up to 20,000 entries of about 1.5 KB, with eight themes and three
// decisions, by the clock on the wall: read beforehand, ranked from nothing. The texts come from a seeded generator.
import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeEntries } from "./matters.mjs";

const SIZES = (process.argv[2] ?? "1250,5000,20000").split(",").map(Number);
const WORDS = ["水库", "道路", "学校", "医保", "茶叶", "小区", "隐患", "信访"];
const OFFICE = `机关: 中共某县委办公室
关注:
${WORDS.map((word, index) => `  - {名称: 关注${index}, 类型: 长期, 权重: ${index + 1}, 关键词: [${word}/${word}管理, ${word}建设]}`).join("\n")}
决策:
${WORDS.slice(0, 3)
  .map(
    (word, index) => `  - {编号: 决-${index}, 名称: ${word}方案, 日期: 2026-11-02, 关键词: [${word}方案, ${word}改造]}`,
  )
  .join("\n")}
`;

const folder = mkdtempSync(join(tmpdir(), "zhuanbao-bench-"));
const { rank, readEntries, readOffice, readProfile, KNOWN_NAMES, RULES, parseMoment, profileText } = await load();
const { profile, findings } = readProfile([{ path: "county.yaml", text: profileText }], KNOWN_NAMES);
if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join("\n"));
const { office, findings: faults } = readOffice(
  { path: "zhuanbao.yaml", text: OFFICE },
  new Map(RULES.map((rule) => [rule.name, rule])),
);
if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join("\n"));
const now = parseMoment("2026-11-23 17:00", "Asia/Shanghai");

console.log(`Node ${process.version}`);
console.log("entries      KB     seconds   first");
for (const count of SIZES) {
  const { files } = makeEntries(count, 0.05);
  const entries = files.flatMap(({ path, text }) =>
    readEntries({ path, text }, { zone: "Asia/Shanghai", defaultId: path, urgent: "紧急" }).map(({ entry }) => entry),
  );
  const size = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / files.length / 1000;
  globalThis.gc?.();
  const start = performance.now();
  const [first] = rank(entries, { profile, office, now });
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  console.log(
    `${String(count).padStart(7)}  ${size.toFixed(2).padStart(6)}  ${seconds.padStart(10)}   ${first.group} ${first.score}`,
  );
}
rmSync(folder, { recursive: true, force: true });

/** The parts of the program under test, bundled as they are in it. */
async function load() {
  const outfile = join(folder, "bench.mjs");
  const source = new URL("../src/", import.meta.url).pathname;
  await build({
    stdin: {
      contents: `export { rank } from "${source}rank/rank.ts";
export { readEntries } from "${source}read/entry.ts";
export { readOffice } from "${source}read/office.ts";
export { readProfile } from "${source}read/profile.ts";
export { KNOWN_NAMES } from "${source}pipeline/grounds.ts";
export { RULES } from "${source}rules/index.ts";
export { parseMoment } from "${source}base/time.ts";
import { readFileSync } from "node:fs";
export const profileText = readFileSync(new URL("file://${source}../templates/profiles/county.yaml"), "utf8");`,
      resolveDir: source,
    },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
