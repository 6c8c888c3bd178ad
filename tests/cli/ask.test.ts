import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { main } from "../../src/main.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { testWorld } from "../helpers/world.ts";

type Keys = readonly (readonly [text: string, keys: string])[];

/** Answers each question as it appears. */
async function talk(
  cwd: string,
  argv: readonly string[],
  keys: Keys,
): Promise<{ code: number; out: string; err: string; screen: string }> {
  const { world, out, err, keyboard, screen } = testWorld({ cwd, argv, tty: true, now: "2026-11-23T14:20:00+08:00" });
  const running = main(world);
  let seen = 0;
  for (const [text, typed] of keys) {
    await vi.waitFor(() => expect(screen().slice(seen)).toContain(text), { timeout: 10_000, interval: 5 });
    seen = screen().indexOf(text, seen) + text.length;
    keyboard.write(typed);
  }
  return { code: await running, out: out(), err: err(), screen: screen() };
}

const REST: Keys = [
  ["标题", "城关镇东街管网改造完成\r"],
  ["报送单位", "\u001b[B\r"],
  ["报送员", "张三\r"],
  ["联系电话", "\r"],
  ["签发人", "李四\r"],
  ["密级", "\r"],
  ["事发时间", "09:00\r"],
  ["地点", "东街\r"],
  ["信息来源", "走访、台账\r"],
  ["核实", "张三 14:00 到现场查看\r"],
];

test("a 动态 is asked for what a 动态 needs; Enter alone takes the safe 密级", async () => {
  const folder = temporaryFolder({ "zhuanbao.yaml": "机关: 测试\n单位: [城关镇, 东湖镇]\n" });
  const body = ["正文", "东湖镇东街管网改造完成，惠及1200户。\r.\r"] as const;
  const { code, out, screen } = await talk(folder, ["new"], [["类别", "\r"], ...REST, body]);
  expect([code, out]).toEqual([0, "entries/20261123-东湖镇-01.md\n"]);
  expect(screen).not.toMatch(/伤亡|县领导|上级部门/u);
  const text = readFileSync(join(folder, out.trim()), "utf8");
  for (const line of [
    "类别: 动态",
    "报送单位: 东湖镇",
    "密级: 内部",
    "事发时间: 2026-11-23 09:00",
    "来源: [走访, 台账]",
    "核实: {人: 张三, 时间: 2026-11-23 14:00, 方式: 到现场查看}",
  ]) {
    expect(text).toContain(`\n${line}\n`);
  }
});

test("what a flag has said is not asked again", async () => {
  const folder = temporaryFolder();
  const argv =
    "new --category 动态 --title 标题 --unit 甲 --reporter 乙 --phone-number 1 --approver 丙 --secrecy 公开 --occurred 09:00 --place 丁 --source 戊 --verified 乙";
  const { code, screen } = await talk(folder, argv.split(" "), [["正文", "完成。\r。\r"]]);
  expect(code).toBe(0);
  expect(screen).not.toContain("标题");
});

test("what was typed is kept, faults and all, and the faults are shown", async () => {
  const folder = temporaryFolder();
  const argv =
    "new --category 动态 --title 标题 --unit 甲 --reporter 乙 --phone-number 1 --approver 丙 --secrecy 公开 --occurred 09:00 --place 丁 --source 戊 --verified 乙";
  const { code, err } = await talk(folder, argv.split(" "), [["正文", "> 引用\r.\r"]]);
  expect(code).toBe(1);
  expect(err).toContain("正文里不受理引用");
  expect(readdirSync(folder)).toEqual(["20261123-甲-01.md"]);
});

test("a state secret typed into the body is not kept", async () => {
  const folder = temporaryFolder();
  const argv =
    "new --category 动态 --title 标题 --unit 甲 --reporter 乙 --phone-number 1 --approver 丙 --secrecy 公开 --occurred 09:00 --place 丁 --source 戊 --verified 乙";
  expect((await talk(folder, argv.split(" "), [["正文", "机密★1年\r.\r"]])).code).toBe(4);
  expect(readdirSync(folder)).toEqual([]);
});

test("names in an office's settings cannot act on the terminal", async () => {
  const folder = temporaryFolder({ "zhuanbao.yaml": '机关: 测试\n单位: ["甲\\u202e乙", 丙]\n' });
  const { screen } = await talk(folder, ["new", "--category", "动态", "--title", "标题"], [["报送单位", "\u0003"]]);
  expect(screen).toContain("甲\\u{202e}乙");
  expect(screen).not.toContain("\u202e");
});
