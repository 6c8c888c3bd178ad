import { join } from "node:path";
import { Command } from "commander";
import { expect, test } from "vitest";
import { defineGlobals, readGlobals } from "../../src/cli/globals.ts";
import type { Globals } from "../../src/commands/command.ts";
import { main } from "../../src/main.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { testWorld, type TestWorldOptions } from "../helpers/world.ts";

function globals(argv: readonly string[], options: TestWorldOptions = {}): Globals {
  const { world } = testWorld(options);
  const command = new Command();
  defineGlobals(command, world);
  command.parse([...argv], { from: "user" });
  return readGlobals(command.opts(), world);
}

const TTY = { tty: true };

test.each([
  [[], {}, false],
  [[], { TERM: "xterm" }, true],
  [[], { TERM: "dumb" }, false],
  [[], { TERM: "xterm", NO_COLOR: "1" }, false],
  [[], { TERM: "xterm", NO_COLOR: "" }, true],
  [[], { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  [["--color"], { NO_COLOR: "1" }, true],
  [["--no-color"], { FORCE_COLOR: "1" }, false],
  [["--color", "--no-color"], {}, false],
] as const)("colour: %j with %j", (argv, env, colour) => {
  const tty = "TERM" in env;
  expect(globals(argv, { env, tty }).colour).toBe(colour);
});

test.each([
  ["1", true],
  ["3", true],
  ["0", false],
  ["false", false],
])("FORCE_COLOR=%s without a terminal", (value, colour) => {
  expect(globals([], { env: { FORCE_COLOR: value } }).colour).toBe(colour);
});

test("questions are asked at a terminal only, never in CI or with --no-input", () => {
  expect(globals([], TTY).interactive).toBe(true);
  expect(globals([]).interactive).toBe(false);
  expect(globals(["--no-input"], TTY).interactive).toBe(false);
  expect(globals([], { ...TTY, env: { CI: "true" } }).interactive).toBe(false);
  expect(globals([], { ...TTY, env: { CI: "false" } }).interactive).toBe(true);
});

test("-C is relative to the working folder, several follow one another, as with git", () => {
  const folder = temporaryFolder({ "甲/乙/x": "" });
  expect(globals([], { cwd: folder }).folder).toBe(folder);
  expect(globals(["-C", "甲"], { cwd: folder }).folder).toBe(join(folder, "甲"));
  expect(globals(["-C", "甲", "-C", "乙"], { cwd: folder }).folder).toBe(join(folder, "甲", "乙"));
  expect(globals(["-C", folder], { cwd: "/" }).folder).toBe(folder);
});

test("they stand before the command or after it", async () => {
  const folder = temporaryFolder({ "室/zhuanbao.yaml": "机关: 中共测试县委办公室\n", "室/entries/甲.md": "" });
  const outputs = await Promise.all(
    [
      ["-C", "室", "--date", "2026-11-23", "check", "--format", "json"],
      ["check", "--format", "json", "-C", "室", "--date", "2026-11-23"],
      ["check", "-C", "室", "--format", "json", "--date=2026-11-23"],
    ].map(async (argv) => {
      const { world, out } = testWorld({ argv, cwd: folder });
      expect(await main(world)).toBe(1);
      return out();
    }),
  );
  expect(new Set(outputs).size).toBe(1);
  expect(JSON.parse(outputs[0] as string)).toMatchObject({ date: "2026-11-23", files: 1 });
});
