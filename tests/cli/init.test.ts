import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { readOffice } from "../../src/read/office.ts";
import { RULES } from "../../src/rules/index.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { testWorld } from "../helpers/world.ts";

async function run(
  cwd: string,
  argv: readonly string[],
  now?: string,
): Promise<{ code: number; out: string; err: string }> {
  const { world, out, err } = testWorld({ argv, cwd, ...(now ? { now } : {}) });
  const code = await main(world);
  return { code, out: out(), err: err() };
}

function officeIn(folder: string): ReturnType<typeof readOffice> & { text: string } {
  const text = readFileSync(join(folder, "zhuanbao.yaml"), "utf8");
  return { ...readOffice({ path: "zhuanbao.yaml", text }, new Map(RULES.map((rule) => [rule.name, rule]))), text };
}

test("an office with what the flags say, its comments kept, no fault in it", async () => {
  const folder = temporaryFolder();
  const flags =
    "--office 中共测试县委办公室 --unit 城关镇、东湖镇 --unit 西山乡 --report-to 县委书记 --send-to 县政府办 --send-to 县人大办 --copies 25";
  const { code, out, err } = await run(folder, ["init", "信息科", ...flags.split(" "), "--yes"]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("已新建工作区：信息科\n");
  expect(out).toContain("zhuanbao -C 信息科 new");
  expect(readdirSync(join(folder, "信息科")).sort()).toEqual([
    ".vscode",
    "entries",
    "out",
    "plans",
    "zhuanbao.yaml",
    "台账",
  ]);
  const { office, findings, text } = officeIn(join(folder, "信息科"));
  expect(findings).toEqual([]);
  expect(office).toMatchObject({ name: "中共测试县委办公室" });
  expect(office.units.map(({ name }) => name)).toEqual(["城关镇", "东湖镇", "西山乡"]);
  expect(office.publications).toMatchObject([
    { name: "信息专报", reportTo: ["县委书记"], sendTo: ["县政府办", "县人大办"], copies: 25, ceiling: "内部" },
  ]);
  expect(text.match(/^#/gmu)?.length).toBeGreaterThan(20);
});

test("lists are parted at every comma there is", async () => {
  const folder = temporaryFolder();
  const flags = ["--unit", "松口镇,白石乡，城关镇、东湖镇", "--unit", " 西山乡 ", "--report-to", "县委书记,县长"];
  await run(folder, ["init", "--office", "测试", ...flags]);
  const { office } = officeIn(folder);
  expect(office.units.map(({ name }) => name)).toEqual(["松口镇", "白石乡", "城关镇", "东湖镇", "西山乡"]);
  expect(office.publications[0]?.reportTo).toEqual(["县委书记", "县长"]);
});

test("every example in the comments of the template is sound", async () => {
  const folder = temporaryFolder();
  await run(folder, ["init", "--office", "测试"]);
  const { text } = officeIn(folder);
  const filled = text
    .replace(/^# {3}(?=\S| )/gmu, "  ")
    .replace(/^((?: {2}.*\n)+)(\S+:)\n/gmu, "$2\n$1")
    .replace(/^规则:\n?((?: {2}.*\n?)*)/mu, "规则:\n$1");
  const { findings, office } = readOffice(
    { path: "zhuanbao.yaml", text: filled },
    new Map(RULES.map((rule) => [rule.name, rule])),
  );
  expect(findings.map(({ message, at }) => `${message} ${filled.slice(at.start, at.start + 20)}`)).toEqual([]);
  expect([office.units.length, office.leaders.length, office.themes.length, office.decisions.length]).toEqual([
    1, 1, 1, 1,
  ]);
});

test.each(["# 甲", "- 甲", "甲: 乙", "010", "“引号”'\"", "&甲 *乙 !丙", "是", "a #b", "[甲]", "no"])(
  "the name %j arrives as written",
  async (name) => {
    const folder = temporaryFolder();
    await run(folder, ["init", "--office", name, "--unit", name]);
    const { office, findings } = officeIn(folder);
    expect(findings).toEqual([]);
    expect([office.name, office.units[0]?.name]).toEqual([name, name]);
  },
);

test("never overwrites: exits 2 and names the file", async () => {
  const folder = temporaryFolder({ "zhuanbao.yaml": "机关: 原有\n" });
  const { code, err } = await run(folder, ["init", "--office", "新的"]);
  expect(code).toBe(2);
  expect(err).toContain("已经有 zhuanbao.yaml");
  expect(readFileSync(join(folder, "zhuanbao.yaml"), "utf8")).toBe("机关: 原有\n");
  expect(readdirSync(folder)).toEqual(["zhuanbao.yaml"]);
});

test("files that are there already are left alone; one where a folder should be is named", async () => {
  const folder = temporaryFolder({ "entries/旧.md": "旧", plans: "" });
  const { code, err } = await run(folder, ["init", "--office", "测试"]);
  expect(code).toBe(2);
  expect(err).toContain("这里应是目录，却不是：plans");
  expect(readdirSync(folder).sort()).toEqual(["entries", "plans"]);
});

test.each([
  [["--office", "测试", "--copies", "0"], "--copies 应大于 0"],
  [["--office", "测试", "--copies", "很多"], "--copies 应是整数"],
  [["--office", "甲\n乙"], "--office"],
  [["--office", " "], "--office"],
  [["--yes"], "缺少 --office"],
])("%j exits 2", async (flags, message) => {
  const folder = temporaryFolder();
  const { code, err } = await run(folder, ["init", ...flags]);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(["2026-11-23T17:00:00+08:00", "2026-10-03T00:10:00+08:00", "2026-02-28T23:59:00+08:00"])(
  "the example entry passes check without a word (%s), and the office compiles",
  async (now) => {
    const folder = temporaryFolder();
    await run(folder, ["init", "--office", "测试", "--unit", "城关镇", "--with-example"], now);
    expect(await run(folder, ["check"], now)).toMatchObject({
      code: 0,
      out: "",
      err: "检查 1 个文件、1 条信息：0 个差错，0 个提醒，0 个提示\n",
    });
    expect((await run(folder, ["compile"], now)).code).toBe(0);
  },
);

test("the example entry passes without units too", async () => {
  const folder = temporaryFolder();
  await run(folder, ["init", "--office", "测试", "--with-example", "--date", "2026-11-20"]);
  expect(await run(folder, ["check", "--date", "2026-11-20"])).toMatchObject({ code: 0, out: "" });
});
