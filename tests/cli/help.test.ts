import { expect, test } from "vitest";
import { width } from "../../src/base/width.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { main } from "../../src/main.ts";
import { testWorld } from "../helpers/world.ts";

async function show(argv: readonly string[], columns = 80): Promise<string> {
  const { world, out, err } = testWorld({ argv, columns });
  expect(await main(world)).toBe(0);
  expect(err()).toBe("");
  return out();
}

const HELPS = [["--help"], ...COMMANDS.map(({ name }) => [name, "--help"])];

test.each([60, 80, 100].flatMap((columns) => HELPS.map((argv) => [argv, columns] as const)))(
  "%j fits %i columns and is in Chinese",
  async (argv, columns) => {
    const text = await show(argv, columns);
    for (const line of text.split("\n")) expect(width(line), line).toBeLessThanOrEqual(columns);
    expect(text).not.toMatch(/usage|options:|commands|arguments|display|default:|choices/iu);
    expect(text).toContain("退出码：");
    expect(text.trimEnd().split("\n\n").at(-1)).toMatch(/^示例：\n {2}zhuanbao /u);
  },
);

test.each(HELPS.map((argv) => [argv]))("%j: terms stand in one column, descriptions in another", async (argv) => {
  const text = await show(argv);
  for (const block of text.split("\n\n").filter((each) => /^(?:选项|通用选项|命令)：/u.test(each))) {
    const starts = block
      .split("\n")
      .slice(1)
      .flatMap((line) => {
        const found = /^ {2}(\S.*?) {2,}(?=\S)/u.exec(line);
        return found ? [width(found[0])] : [];
      });
    expect(new Set(starts).size).toBe(1);
  }
});

test("every command has its summary in the help, and its own help in two ways", async () => {
  const all = await show(["--help"]);
  for (const { name } of COMMANDS) {
    expect(all).toContain(`  ${name} `);
    const own = await show([name, "-h"]);
    expect(own).toMatch(new RegExp(`^用法：zhuanbao ${name} `, "u"));
    expect(await show(["help", name])).toBe(own);
    expect(await show(["-C", "/", name, "--help"])).toBe(own);
  }
  expect(await show(["help"])).toBe(all);
});

test("options for every command stand in every help", async () => {
  for (const argv of HELPS) {
    const text = await show(argv);
    for (const option of ["-C <目录>", "--date <时间>", "--no-input", "--color", "--no-color", "-h, --help"]) {
      expect(text).toContain(`  ${option} `);
    }
  }
});

test("nothing asked for is answered with a short help", async () => {
  const text = await show([]);
  expect(text.split("\n").length).toBeLessThan(18);
  expect(text).toContain("用法：zhuanbao <命令>");
  expect(await show(["--no-color"])).toBe(text);
  for (const line of text.split("\n")) expect(width(line)).toBeLessThanOrEqual(60);
});

test("--version is the version of the package", async () => {
  expect(await show(["--version"])).toMatch(/^\d+\.\d+\.\d+\n$/u);
  expect(await show(["-V"])).toBe(await show(["--version"]));
  expect(await show(["check", "--version"])).toBe(await show(["--version"]));
});
