import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import type { Fault } from "../../src/ledger/audit-fault.ts";
import { seal } from "../../src/ledger/seal.ts";
import { loadLedger } from "../../src/ledger/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { publishIn, voidIn, ZONE } from "./records.ts";
import { storeAt } from "./support.ts";

async function faultsIn(folder: string): Promise<readonly Fault[]> {
  const store = storeAt(folder);
  const ledger = await loadLedger(store, ZONE);
  return (await audit(store, ledger, { heads: await store.heads(), zone: ZONE })).faults;
}

const said = (faults: readonly Fault[]): string[] =>
  faults.map(({ kind, chain, seq }) => `${kind}${chain ? ` ${chain.series} ${chain.year}` : ""} ${seq ?? ""}`.trim());

/** Two years of one publication, and a few of others. */
const COUNT = 40;
let sound = "";
const YEARS = [
  { year: 2025, count: 25 },
  { year: 2026, count: COUNT - 25 },
];

beforeAll(async () => {
  sound = join(process.env["TMPDIR"] ?? "/tmp", `zhuanbao-sound-${process.pid}`);
  const store = storeAt(sound);
  for (const { year, count } of YEARS)
    for (let at = 1; at <= count; at++) await publishIn(store, `${year}-${at}`, { year, keepsTotal: true });
  await publishIn(store, "增", { kind: "增刊" });
  await voidIn(store, { publication: "信息专报", kind: "正刊", year: 2025, number: 3 });
  return () => rmSync(sound, { recursive: true, force: true });
});

function copy(): string {
  const folder = temporaryFolder();
  cpSync(sound, folder, { recursive: true });
  return folder;
}

const ALL = YEARS.flatMap(({ year, count }) =>
  Array.from({ length: count }, (_, at) => [year, `信息专报/${year}/${String(at + 1).padStart(4, "0")}.json`] as const),
);

describe("what verify finds", () => {
  test("is nothing in a sound ledger", async () => {
    expect(await faultsIn(sound)).toEqual([]);
  });

  test("any record that is deleted, edited, emptied, cut, swapped or forged", async () => {
    const folder = copy();
    const missed: string[] = [];
    for (const [index, [, path]] of ALL.entries()) {
      // The number that is void is settled: its loss is no fault.
      if (path === "信息专报/2025/0003.json") continue;
      const at = join(folder, path);
      const other = join(folder, (ALL[(index + 7) % ALL.length] as (typeof ALL)[number])[1]);
      const text = readFileSync(at, "utf8");
      const otherText = readFileSync(other, "utf8");
      const harms: Record<string, () => void | Promise<void>> = {
        deleted: () => rmSync(at),
        edited: () => writeFileSync(at, text.replace("石坝", "石灞")),
        spaced: () => writeFileSync(at, text.replace("\n", "\n\n")),
        marked: () => writeFileSync(at, `\ufeff${text}`),
        emptied: () => writeFileSync(at, ""),
        cut: () => writeFileSync(at, text.slice(0, -20)),
        copied: () => writeFileSync(at, otherText),
        swapped: () => (writeFileSync(at, otherText), writeFileSync(other, text)),
        forged: async () => {
          const { 校验: _, ...rest } = JSON.parse(text.replace("石坝", "石灞")) as Record<string, unknown>;
          writeFileSync(at, seal(rest));
        },
      };
      for (const [name, harm] of Object.entries(harms)) {
        await harm();
        if ((await faultsIn(folder)).length === 0) missed.push(`${path} ${name}`);
        writeFileSync(at, text);
        writeFileSync(other, otherText);
      }
    }
    expect(missed).toEqual([]);
    expect(await faultsIn(folder)).toEqual([]);
  });

  test.each([
    ["a gap", "0005.json", ["缺号 信息专报 2026 5"]],
    ["the first", "0001.json", ["断链 信息专报 2026 2"]],
    ["the last", `00${COUNT - 25}.json`, [`缺号 信息专报 2026 ${COUNT - 25}`]],
  ])("names %s that is lost", async (_, name, expected) => {
    const folder = copy();
    rmSync(join(folder, "信息专报/2026", name));
    expect(said(await faultsIn(folder))).toEqual(expected);
  });

  test("a whole year that is lost, the last one too", async () => {
    const first = copy();
    rmSync(join(first, "信息专报/2025"), { recursive: true });
    expect(said(await faultsIn(first))).toEqual(["断链 信息专报 2026 1", "缺号 信息专报 2025 25"]);
    const second = copy();
    rmSync(join(second, "信息专报/2026"), { recursive: true });
    expect(said(await faultsIn(second))).toEqual([`缺号 信息专报 2026 ${COUNT - 25}`]);
  });

  test("names an edited record once", async () => {
    const folder = copy();
    const path = join(folder, "信息专报/2026/0005.json");
    writeFileSync(path, readFileSync(path, "utf8").replace("石坝", "石灞"));
    expect(said(await faultsIn(folder))).toEqual(["改动 信息专报 2026 5"]);
  });

  test("names a record that stands in the place of another", async () => {
    const folder = copy();
    renameSync(join(folder, "信息专报/2026/0005.json"), join(folder, "信息专报-增刊/2026/0002.json"));
    expect(said(await faultsIn(folder))).toEqual(["缺号 信息专报 2026 5", "错位 信息专报-增刊 2026 2"]);
  });

  test("a number that was declared void is settled, whatever became of its record", async () => {
    const folder = copy();
    await voidIn(storeAt(folder), { publication: "信息专报", kind: "正刊", year: 2026, number: 5 });
    writeFileSync(join(folder, "信息专报/2026/0005.json"), "{");
    expect(await faultsIn(folder)).toEqual([]);
    rmSync(join(folder, "信息专报/2026/0005.json"));
    expect(await faultsIn(folder)).toEqual([]);
    rmSync(join(folder, "信息专报/2025/0003.json"));
    expect(await faultsIn(folder)).toEqual([]);
  });

  test("an empty file is a number that was taken for nothing, and what follows is sound", async () => {
    const folder = temporaryFolder();
    await publishIn(storeAt(folder), "甲");
    writeFileSync(join(folder, "信息专报/2026/0002.json"), "");
    await publishIn(storeAt(folder), "乙");
    expect(said(await faultsIn(folder))).toEqual(["空号 信息专报 2026 2"]);
  });

  test("heads that are no witness, or do not know a series", async () => {
    const folder = copy();
    const path = join(folder, "链头/信息专报-2026.json");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(`"序号": ${COUNT - 25}`, `"序号": ${COUNT - 26}`));
    expect(said(await faultsIn(folder))).toEqual(["链头"]);
    rmSync(join(folder, "链头"), { recursive: true });
    expect(said(await faultsIn(folder))).toEqual(["链头"]);
    storeAt(folder).rebuildHeads();
    expect(readFileSync(path, "utf8")).toBe(text);
    cpSync(join(folder, "信息专报"), join(folder, "每日要情"), { recursive: true });
    expect(said(await faultsIn(folder)).filter((one) => one.startsWith("链头"))).toEqual([
      "链头 每日要情 2025",
      "链头 每日要情 2026",
    ]);
  });

  test("a file that is named for a number far off is bounded, and said", async () => {
    const folder = copy();
    writeFileSync(join(folder, "信息专报/2026/900000.json"), "{}");
    const faults = await faultsIn(folder);
    expect(faults.length).toBeLessThan(110);
    expect(faults.some(({ message }) => message.startsWith("到第 899999 号为止"))).toBe(true);
  });

  test("one brief under two numbers", async () => {
    const folder = temporaryFolder();
    const other = temporaryFolder();
    for (const key of ["甲", "乙"]) await publishIn(storeAt(folder), key, { keepsTotal: true });
    for (const key of ["丙", "甲"]) await publishIn(storeAt(other), key, { keepsTotal: true, year: 2027 });
    cpSync(join(other, "信息专报/2027"), join(folder, "信息专报/2027"), { recursive: true });
    expect(said(await faultsIn(folder))).toEqual([
      "断链 信息专报 2027 1",
      "链头 信息专报 2027",
      "重号 信息专报 2027 1",
      "重号 信息专报 2027 2",
    ]);
  });
});
