import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { width } from "../../src/base/width.ts";
import { main } from "../../src/main.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { hasTerminal, typeAt } from "../helpers/terminal.ts";
import { testWorld } from "../helpers/world.ts";

const [UP, DOWN, ENTER] = ["\u001b[A", "\u001b[B", "\r"];
const LIST = "选一条来改";

const entry = (id: string, title: string, unit: string, body: string): string =>
  `编号: ${id}\n标题: ${title}\n类别: 动态\n报送单位: ${unit}\n报送员: 王敏\n签发人: 李建国\n密级: 公开\n报送时间: 2026-11-23 09:0${id.length}\n来源: [现场]\n核实: {人: 王敏, 方式: 现场}\n正文: ${body}\n`;

const FILES = {
  "zhuanbao.yaml": "机关: 测试县委办公室\n",
  "entries/甲.yaml": entry("甲", "石坝村水渠修复通水", "青石镇", "11月21日，石坝村水渠修复，灌溉320亩。"),
  "entries/乙乙.yaml": entry(
    "乙乙",
    "县第二中学晚自习后学生乘车线路由两条增加到五条并延长末班车时间方便走读学生",
    "县教育局",
    "11月20日，县第二中学晚间公交由2条增加到5条。",
  ),
  "entries/丙丙丙.yaml": entry("丙丙丙", "敬老院添置取暖设备", "东湖镇", "11月22日，东湖镇敬老院添置电暖气12台。"),
};
const PLAN = "plans/信息专报-2026-11-23.yaml";

function session(folder: string, keys: readonly (readonly [string, string])[]): { code: number; screen: string } {
  return typeAt({
    argv: ["plan", "--date", "2026-11-23 17:00", "--interactive"],
    cwd: folder,
    columns: 80,
    keys,
  });
}

const idsIn = (folder: string): string[] =>
  Array.from(readFileSync(join(folder, PLAN), "utf8").matchAll(/- 编号: (\S+)/gu), ([, id]) => id ?? "");

/** Of the menu below the list, the last but one: 保存并退出. */
const SAVE = DOWN.repeat(20) + UP + ENTER;

describe.runIf(hasTerminal)("plan --interactive, on a terminal of 80 columns", { timeout: 60_000 }, () => {
  it("moves a row down and saves; no line is wider than the screen", () => {
    const folder = temporaryFolder(FILES);
    const { code, screen } = session(folder, [
      [LIST, ENTER],
      ["《", DOWN + ENTER],
      [LIST, SAVE],
    ]);
    expect(code).toBe(0);
    expect(screen).toContain("已写出编排单");
    expect(idsIn(folder)).toEqual(["乙乙", "甲", "丙丙丙"]);
    const lines = screen.replaceAll(/\u001b\[[0-9;?]*[a-zA-Z]/gu, "").split(/\r?\n/u);
    expect(Math.max(...lines.filter((line) => /^(?:❯| ) +\d/u.test(line)).map(width))).toBeLessThanOrEqual(80);
  });

  it("leaves one out with a reason, and takes it back when asked to", () => {
    const folder = temporaryFolder(FILES);
    const out = [
      [LIST, ENTER],
      ["《", DOWN.repeat(4) + ENTER],
      ["为什么不用", `与上期重复${ENTER}`],
    ] as const;
    expect(session(folder, [...out, [LIST, SAVE]]).code).toBe(0);
    expect(readFileSync(join(folder, PLAN), "utf8")).toContain("因: 与上期重复");
    const other = temporaryFolder(FILES);
    // 撤销 stands right above 保存.
    expect(session(other, [...out, [LIST, DOWN.repeat(20) + UP + UP + ENTER], [LIST, SAVE]]).code).toBe(0);
    expect(idsIn(other)).toEqual(["甲", "乙乙", "丙丙丙"]);
  });

  it("ends as Ctrl-C does at Ctrl-D, and writes nothing", () => {
    const folder = temporaryFolder(FILES);
    const { code } = session(folder, [
      [LIST, ENTER],
      ["《", DOWN + ENTER],
      [LIST, "\u0004"],
    ]);
    expect(code).toBe(130);
    expect(existsSync(join(folder, PLAN))).toBe(false);
  });

  it("writes nothing where it is left without saving", () => {
    const folder = temporaryFolder(FILES);
    const { code } = session(folder, [
      [LIST, ENTER],
      ["《", DOWN + ENTER],
      [LIST, DOWN.repeat(20) + ENTER],
      ["确定不要了", ENTER],
    ]);
    expect(code).toBe(0);
    expect(existsSync(join(folder, PLAN))).toBe(false);
  });
});

/** A session that shows its list, in this process. */
async function begun() {
  const folder = temporaryFolder(FILES);
  const { world, keyboard, screen } = testWorld({
    cwd: folder,
    argv: ["plan", "--interactive"],
    tty: true,
    now: "2026-11-23T17:00:00+08:00",
  });
  const running = main(world);
  await vi.waitFor(() => expect(screen()).toContain(LIST), { timeout: 10_000 });
  return { folder, running, keyboard, screen };
}

it("overwrites nothing that another hand wrote meanwhile: what was changed here is saved beside it", async () => {
  const { folder, running, keyboard, screen } = await begun();
  const theirs = "刊物: 信息专报\n日期: 2026-11-23\n按语: 别人写的\n分组: []\n";
  mkdirSync(join(folder, "plans"));
  writeFileSync(join(folder, PLAN), theirs);
  keyboard.write(SAVE);
  expect(await running).toBe(1);
  expect(readFileSync(join(folder, PLAN), "utf8")).toBe(theirs);
  expect(readFileSync(join(folder, "plans/信息专报-2026-11-23-另存.yaml"), "utf8")).toContain("石坝村水渠修复通水");
  expect(screen()).toContain("被别人改过，没有覆盖");
});

it("ends, and writes nothing, where the terminal goes away in the midst of it", async () => {
  const { folder, running, keyboard } = await begun();
  keyboard.end();
  expect(await running).toBe(130);
  expect(existsSync(join(folder, PLAN))).toBe(false);
});

it("asks for a terminal where there is none", async () => {
  const { world, err } = testWorld({ cwd: temporaryFolder(FILES), argv: ["plan", "--interactive"] });
  expect(await main(world)).toBe(2);
  expect(err()).toContain("--interactive 要在终端里用");
});
