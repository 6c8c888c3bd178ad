import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { readEntries } from "../src/read/entry.ts";
import type { Entry } from "../src/model/entry.ts";

const DATE = "2026-11-23T17:00";

interface Result {
  readonly groups: readonly {
    readonly name: string;
    readonly entries: readonly { readonly id: string; readonly title: string; readonly unit: readonly string[] }[];
  }[];
  readonly left: readonly { readonly id: string; readonly why: string }[];
  readonly outputs: readonly { readonly path: string; readonly pages: number }[];
}

let office: string;

function zhuanbao(...args: readonly string[]): Result {
  const out = execFileSync(process.execPath, ["bin/zhuanbao.js", "-C", office, ...args, "--date", DATE, "--json"], {
    encoding: "utf8",
  });
  return JSON.parse(out) as Result;
}

/** The lines of a DOCX as a reader that is not ours sees them. */
async function linesOf(result: Result): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ path: join(office, result.outputs[0]?.path ?? "") });
  return value.split("\n").filter((line) => line.trim() !== "");
}

/** What an entry must print, in order: its title, its text line by line, its unit. Table cells are lines of their own. */
function printed(entry: Entry): string[] {
  const text = entry.body.blocks.flatMap((block) => {
    if (block.kind === "table")
      return [block.head, ...block.rows].flat().map((cell) => cell.map((run) => run.text).join(""));
    const runs = block.kind === "heading" ? [...block.head, ...block.rest] : block.runs;
    return [runs.map((run) => run.text).join("")];
  });
  return [entry.title, ...text, `（${entry.unit.map(fullName).join("、")}）`];
}

/** A unit is printed under its full name, whichever the entry gives. */
function fullName(unit: string): string {
  const { 单位: units } = parse(readFileSync(join(office, "zhuanbao.yaml"), "utf8")) as {
    readonly 单位: readonly { readonly 名称: string; readonly 简称?: string }[];
  };
  return units.find(({ 简称: short }) => short === unit)?.名称 ?? unit;
}

function entriesById(): Map<string, Entry> {
  const listed = execFileSync("find", [join(office, "entries"), "-type", "f"], { encoding: "utf8" })
    .trim()
    .split("\n");
  const options = { zone: "Asia/Shanghai", defaultId: "", urgent: "紧急" };
  const found = listed.flatMap((path) => readEntries({ path, text: readFileSync(path, "utf8") }, options));
  return new Map(found.flatMap(({ entry }) => (entry ? [[entry.id, entry] as const] : [])));
}

/** Every entry that is not left out stands in the brief whole, once, in the order of the plan; of the others no title does. */
async function expectWhole(result: Result): Promise<void> {
  const entries = entriesById();
  const ids = result.groups.flatMap((group) => group.entries.map(({ id }) => id));
  const all = await linesOf(result);
  // What stands above the first title (masthead, 本期要目) names the titles too.
  const first = entries.get(ids[0] ?? "")?.title ?? "";
  const lines = all.slice(all.lastIndexOf(first));
  const wanted = ids.flatMap((id) => printed(entries.get(id) as Entry));
  const headings = new Set(result.groups.map(({ name }, index) => `${"一二三四五六"[index] ?? ""}、${name}`));
  const body = lines.filter((line) => !headings.has(line));
  expect(body.slice(0, wanted.length)).toEqual(wanted);
  expect(body.slice(wanted.length).every((line) => /^(?:报：|送：|发：|中共|共印)/u.test(line))).toBe(true);
  for (const { id } of result.left) expect(all.join("\n")).not.toContain(entries.get(id)?.title ?? "\u0000");
}

beforeAll(() => {
  office = mkdtempSync(join(tmpdir(), "zhuanbao-example-"));
  cpSync("examples", office, { recursive: true });
  rmSync(join(office, "out"), { recursive: true, force: true });
});

afterAll(() => rmSync(office, { recursive: true, force: true }));

describe("the example office", () => {
  test("prints six to eight of its entries whole, in order, on four to six pages", async () => {
    const result = zhuanbao("compile", "--skip-invalid");
    const count = result.groups.reduce((sum, { entries }) => sum + entries.length, 0);
    expect(count).toBeGreaterThanOrEqual(6);
    expect(count).toBeLessThanOrEqual(8);
    expect(result.outputs[0]?.pages).toBeGreaterThanOrEqual(4);
    expect(result.outputs[0]?.pages).toBeLessThanOrEqual(6);
    await expectWhole(result);
  });

  test("gives every entry that is left out a reason, and finds two of them at fault", () => {
    const { left, groups } = zhuanbao("compile", "--skip-invalid");
    expect(left.length + groups.flatMap(({ entries }) => entries).length).toBe(entriesById().size);
    expect(left.filter(({ why }) => why.startsWith("校核未过：")).length).toBe(2);
    expect(left.every(({ why }) => why.length > 4)).toBe(true);
  });

  test("keeps what an editor does to the plan: a row moved by hand is moved, a row deleted is gone", async () => {
    const planned = zhuanbao("plan");
    const path = join(office, "plans", "信息专报-2026-11-23.yaml");
    const document = parseDocument(readFileSync(path, "utf8"));
    const rowsOf = (group: number): YAMLSeq<YAMLMap> => document.getIn(["分组", group, "条目"]) as YAMLSeq<YAMLMap>;
    const groups = (document.get("分组") as YAMLSeq).items.length;
    const [moved] = rowsOf(groups - 1).items.splice(0, 1);
    rowsOf(0).items.unshift(moved as YAMLMap);
    const [dropped] = rowsOf(1).items.splice(0, 1);
    writeFileSync(path, String(document));

    zhuanbao("plan");
    const result = zhuanbao("compile");
    const movedId = String(moved?.get("编号"));
    const droppedId = String(dropped?.get("编号"));
    expect(result.groups[0]?.entries[0]?.id).toBe(movedId);
    expect(planned.groups[0]?.entries[0]?.id).not.toBe(movedId);
    expect(result.left.find(({ id }) => id === droppedId)?.why).toBe("编辑删去");
    const after = parse(readFileSync(path, "utf8")) as { 不用: { 编号: string; 因: string }[] };
    expect(after.不用).toContainEqual({ 编号: droppedId, 因: "编辑删去" });
    await expectWhole(result);
  });
});
