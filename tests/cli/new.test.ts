import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { QUESTIONS } from "../../src/commands/new/questions.ts";
import { main } from "../../src/main.ts";
import { readEntries } from "../../src/read/entry.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { testWorld, type TestWorldOptions } from "../helpers/world.ts";

const OFFICE = { "zhuanbao.yaml": "机关: 测试\n单位:\n  - 名称: 城关镇\n    简称: 城关\n  - 名称: 东湖镇\n" };
const BASIC =
  "new --category 动态 --title 城关镇东街管网改造完成 --unit 城关镇 --reporter 张三 --approver 李四 --secrecy 公开".split(
    " ",
  );
const BODY = ["--body", "11月23日，城关镇东街管网改造完成，惠及1200户。"];
const PHONE =
  "new --phone --unit 城关镇 --reporter 张三 --phone-number 0700-6021190 --title 城关镇东街一民房起火 --occurred 14:05".split(
    " ",
  );
const FIRE = ["--body", "14时05分，城关镇东街一民房起火，正在扑救，无人员伤亡。"];

async function run(
  cwd: string,
  argv: readonly string[],
  more: TestWorldOptions = {},
): Promise<{ code: number; out: string; err: string }> {
  const { world, out, err } = testWorld({ cwd, argv, now: "2026-11-23T14:20:00+08:00", ...more });
  const code = await main(world);
  return { code, out: out(), err: err() };
}

function readBack(folder: string, path: string): ReturnType<typeof readEntries>[number] {
  const text = readFileSync(join(folder, path), "utf8");
  const [reading] = readEntries({ path, text }, { zone: "Asia/Shanghai", defaultId: "x", urgent: "紧急" });
  return reading as ReturnType<typeof readEntries>[number];
}

test("an entry by flags: written among the entries, sound, its path on stdout", async () => {
  const folder = temporaryFolder(OFFICE);
  const { code, out, err } = await run(folder, [
    ...BASIC,
    ...BODY,
    "--occurred",
    "09:00",
    "--place",
    "东街",
    "--source",
    "走访、台账",
    "--verified",
    "张三 14:00 到现场查看",
  ]);
  expect([code, out]).toEqual([0, "entries/20261123-城关镇-01.md\n"]);
  expect(err).toContain("下一步：zhuanbao check entries/20261123-城关镇-01.md");
  const { entry, findings } = readBack(folder, "entries/20261123-城关镇-01.md");
  expect(findings).toEqual([]);
  expect(entry).toMatchObject({
    id: "20261123-城关镇-01",
    title: "城关镇东街管网改造完成",
    unit: ["城关镇"],
    sources: ["走访", "台账"],
    verification: { by: "张三", at: { clock: 14 * 60 }, method: "到现场查看" },
  });
  expect(entry?.occurred?.clock).toBe(540);
  expect(entry?.submitted?.clock).toBe(14 * 60 + 20);
  const checked = await run(folder, ["check", "--max-warnings", "0", "entries/20261123-城关镇-01.md"]);
  expect([checked.code, checked.err]).toEqual([0, "检查 1 个文件、1 条信息：0 个差错，0 个提醒，0 个提示\n"]);
});

test.each([
  ["张三 2026-11-22 09:30 电话核对", "{人: 张三, 时间: 2026-11-22 09:30, 方式: 电话核对}"],
  ["张三 到现场 查看", "{人: 张三, 方式: 到现场 查看}"],
  ["张三 09:30", "{人: 张三, 时间: 2026-11-23 09:30}"],
  ["2026-11-22 到现场查看", "{时间: 2026-11-22, 方式: 到现场查看}"],
  ["张三", "{人: 张三}"],
  ["到现场查看台账", "{方式: 到现场查看台账}"],
])("--verified %s", async (answer, written) => {
  const folder = temporaryFolder(OFFICE);
  const { out } = await run(folder, [...BASIC, ...BODY, "--verified", answer]);
  expect(readFileSync(join(folder, out.trim()), "utf8")).toContain(`\n核实: ${written}\n`);
});

test("an entry that says nothing of 来源 and 核实 is written, and told of", async () => {
  const folder = temporaryFolder(OFFICE);
  const { code, err } = await run(folder, [...BASIC, ...BODY, "--occurred", "09:00"]);
  expect(code).toBe(0);
  expect(err).toContain("[no-source]");
  expect(err).toContain("[unverified]");
});

test("the short name of a unit becomes its full name; an unknown one is refused with the nearest", async () => {
  const folder = temporaryFolder(OFFICE);
  await run(folder, [...BASIC.map((word) => (word === "城关镇" ? "城关" : word)), ...BODY]);
  expect(readBack(folder, "entries/20261123-城关镇-01.md").entry?.unit).toEqual(["城关镇"]);
  const { code, err } = await run(folder, [...BASIC.map((word) => (word === "城关镇" ? "城关乡" : word)), ...BODY]);
  expect(code).toBe(2);
  expect(err).toContain("--unit：“城关乡”不在 zhuanbao.yaml 的“单位”里\n  → 是不是“城关");
});

test("numbers are never doubled, not by a file of the other form or in a folder below", async () => {
  const folder = temporaryFolder({ ...OFFICE, "entries/2026-11/20261123-城关镇-02.yaml": "" });
  const paths = [];
  for (const as of ["md", "yaml", "md"]) paths.push((await run(folder, [...BASIC, ...BODY, "--as", as])).out.trim());
  expect(paths).toEqual([
    "entries/20261123-城关镇-01.md",
    "entries/20261123-城关镇-03.yaml",
    "entries/20261123-城关镇-04.md",
  ]);
  expect(paths.map((path) => readBack(folder, path).id)).toEqual([
    "20261123-城关镇-01",
    "20261123-城关镇-03",
    "20261123-城关镇-04",
  ]);
});

test("a number that somebody takes in the same moment is passed over", async () => {
  const folder = temporaryFolder(OFFICE);
  const { world, out } = testWorld({ cwd: folder, argv: [...BASIC, ...BODY], now: "2026-11-23T14:20:00+08:00" });
  const rival = (path: string, bytes: Uint8Array): boolean => {
    if (path.endsWith("-01.md")) writeFileSync(path, "别人的");
    return world.files.create(path, bytes);
  };
  expect(await main({ ...world, files: { ...world.files, create: rival } })).toBe(0);
  expect(out()).toBe("entries/20261123-城关镇-02.md\n");
  expect(readFileSync(join(folder, "entries/20261123-城关镇-01.md"), "utf8")).toBe("别人的");
  expect(readBack(folder, "entries/20261123-城关镇-02.md").id).toBe("20261123-城关镇-02");
});

test("-o names the file or the folder; without an office the working folder takes it", async () => {
  const folder = temporaryFolder();
  expect((await run(folder, [...BASIC, ...BODY])).out).toBe("20261123-城关镇-01.md\n");
  expect((await run(folder, [...BASIC, ...BODY, "-o", "报送/甲.yaml"])).out).toBe("报送/甲.yaml\n");
  expect((await run(folder, [...BASIC, ...BODY, "-o", "别处/"])).out).toBe("别处/20261123-城关镇-01.md\n");
  expect(readFileSync(join(folder, "报送/甲.yaml"), "utf8")).toContain("正文: |\n  11月23日");
  const again = await run(folder, [...BASIC, ...BODY, "-o", "报送/甲.yaml"]);
  expect([again.code, again.out]).toEqual([2, ""]);
  expect(again.err).toContain("文件已存在：报送/甲.yaml");
});

test.each([
  [["-o", "甲.docx"], "文件名应以 .md 或 .yaml 结尾"],
  [["-o", "甲.md", "--as", "yaml"], "不一致"],
  [["--as", "docx"], "--as 应是 md 或 yaml"],
  [["--body-file", "没有.txt"], "没有这个文件或目录"],
  [["--body-file", "x", "--body", "y"], "不能同时使用"],
  [["--occurred", "昨天"], "--occurred：“昨天”不是时间"],
  [["--occurred", "25:00"], "--occurred：“25:00”不是时间"],
  [["--casualties", "若干"], "--casualties：看不懂伤亡“若干”"],
  [["--title", ""], "--title 是空的"],
  [["--title", "甲\n乙"], "应写在一行里"],
  [["--body", "<b>粗</b>"], "正文"],
  [["--told-superior", "市应急管理局"], "--told-superior：“市应急管理局”不是时间"],
  [["--verified", "张三 25:00 电话"], "--verified：“25:00”不是时间"],
  [["--verified", "张三 15:00 电话"], "--verified：15:00 还没有到，现在是 14:20"],
])("%j exits 2 and writes nothing", async (flags, message) => {
  const folder = temporaryFolder();
  const { code, out, err } = await run(folder, [...BASIC, ...(flags.includes("--body-file") ? [] : BODY), ...flags]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(message);
  expect(readdirSync(folder)).toEqual([]);
});

test("what is missing is named by its flags, all at once", async () => {
  const { err } = await run(temporaryFolder(), ["new", "--category", "紧急"]);
  for (const flag of ["title", "unit", "reporter", "phone-number", "approver", "secrecy", "occurred", "body"]) {
    expect(err).toContain(`--${flag}`);
  }
  expect(err).not.toContain("--casualties");
  expect((await run(temporaryFolder(), ["new", "--phone"])).err).toContain(
    "缺少 --unit、--reporter、--phone-number、--title、--occurred、--body（或 --body-file）",
  );
});

test.each(["秘密", "机密", "绝密", "内布", "公开 "])(
  "密级 %s: exit 4, nothing written, nothing of it said",
  async (secrecy) => {
    const folder = temporaryFolder();
    const { code, out, err } = await run(folder, [...BASIC, ...BODY, "--secrecy", secrecy]);
    expect([code, out]).toEqual([4, ""]);
    expect(err).not.toMatch(/管网|机密|绝密|内布/u);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test("a mark of a state secret in the text is met in the same way", async () => {
  const folder = temporaryFolder();
  const { code, err } = await run(folder, [...BASIC, "--body", "机密★1年\n正文。"]);
  expect(code).toBe(4);
  expect(err).not.toContain("★");
  expect(readdirSync(folder)).toEqual([]);
});

test("the body comes from a file in any encoding the reader takes, or from stdin", async () => {
  const gb = Uint8Array.from([0xb3, 0xc7, 0xb9, 0xd8, 0xd5, 0xf2, 0xa1, 0xa3]);
  const folder = temporaryFolder({ "正文.txt": gb });
  const first = await run(folder, [...BASIC, "--body-file", "正文.txt"]);
  expect(readBack(folder, first.out.trim()).entry?.body.text).toBe("城关镇。");
  const second = await run(folder, [...BASIC, "--body-file", "-"], { stdin: "\ufeff一、背景\r\n  经过。\r\n" });
  expect(readBack(folder, second.out.trim()).entry?.body.text).toBe("一、背景\n经过。");
});

test("a 首报 by telephone: all of it written, what is owed said", async () => {
  const folder = temporaryFolder(OFFICE);
  const { code, out, err } = await run(folder, [
    ...PHONE,
    ...FIRE,
    "--taker",
    "苏禾",
    "--casualties",
    "无",
    "--told-leader",
    "县长陆明远 14:19",
  ]);
  expect([code, out]).toEqual([0, "entries/20261123-城关镇-01.md\n"]);
  expect(err).toContain("还欠书面报告，应在事发后 1 小时内送到县委办：15:05 前，还有 45 分钟");
  expect(err).toContain("写上“报告: {阶段: 续报, 次: 1, 续: 20261123-城关镇-01}”");
  const { entry, findings } = readBack(folder, out.trim());
  expect(findings).toEqual([]);
  expect(entry).toMatchObject({
    category: "紧急",
    secrecy: "内部",
    channel: "电话补录",
    report: { stage: "首报" },
    clerk: "苏禾",
    sources: ["城关镇电话报告"],
    casualties: { dead: 0, injured: 0, missing: 0 },
  });
  expect(entry?.timeline).toMatchObject([
    { to: "县领导", name: "县长陆明远", at: { clock: 859 } },
    { to: "县委办", via: "电话", at: { clock: 860 }, by: "苏禾" },
  ]);
  expect(entry?.submitted?.clock).toBe(860);
  // 接报 is when the unit heard of it, which the office that takes the call down cannot know.
  expect(entry?.received).toBeNull();
  expect((await run(folder, ["check"])).code).toBe(0);
});

test("a superior department told first is written down all the same, and said", async () => {
  const folder = temporaryFolder(OFFICE);
  const { code, err } = await run(folder, [...PHONE, ...FIRE, "--told-superior", "市应急管理局 14:10"]);
  expect(code).toBe(0);
  expect(err).toContain("[superior-first]");
  expect(readdirSync(join(folder, "entries"))).toHaveLength(1);
});

test("a late call is written down, and told to go up as it is", async () => {
  const folder = temporaryFolder(OFFICE);
  const { code, err } = await run(folder, [...PHONE, ...FIRE], { now: "2026-11-23T15:30:00+08:00" });
  expect(code).toBe(0);
  expect(err).toContain("已超过 25 分钟：照常报送，越快越好");
});

test("ten past midnight, 23:50 was yesterday", async () => {
  const folder = temporaryFolder(OFFICE);
  const argv = [...PHONE.slice(0, -1), "23:50", ...FIRE];
  const { out, err } = await run(folder, argv, { now: "2026-11-24T00:10:00+08:00" });
  expect(err).toContain("00:50 前，还有 40 分钟");
  expect(readFileSync(join(folder, out.trim()), "utf8")).toContain("事发时间: 2026-11-23 23:50\n");
});

test("nobody who calls is turned away for not being on the list", async () => {
  const folder = temporaryFolder(OFFICE);
  const argv = PHONE.map((word) => (word === "城关镇" ? "县自来水公司" : word));
  expect((await run(folder, [...argv, ...FIRE])).code).toBe(1);
  expect(readdirSync(join(folder, "entries"))).toEqual(["20261123-县自来水公司-01.md"]);
});

test("--date stands for now", async () => {
  const folder = temporaryFolder(OFFICE);
  const { out } = await run(folder, [...BASIC, ...BODY, "--date", "2026-01-05 08:00"]);
  expect(out).toBe("entries/20260105-城关镇-01.md\n");
  expect(readFileSync(join(folder, out.trim()), "utf8")).toContain("报送时间: 2026-01-05 08:00\n");
});

test("a unit of any name makes a safe file name", async () => {
  const folder = temporaryFolder();
  const unit = `../${"县".repeat(90)}/:*\\`;
  const { out } = await run(folder, [...BASIC.map((word) => (word === "城关镇" ? unit : word)), ...BODY]);
  expect(out).toBe(`20261123-${"县".repeat(40)}-01.md\n`);
});

test("every question has its flag in the help", async () => {
  const { out } = await run("/", ["new", "--help"]);
  for (const { flag } of QUESTIONS) expect(out).toContain(`  --${flag} <`);
});
