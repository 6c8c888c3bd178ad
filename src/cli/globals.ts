import { resolve } from "node:path";
import { Option, type Command } from "commander";
import { parseMoment } from "../base/time.ts";
import { quote, visible } from "../base/visible.ts";
import { UsageError, type Globals } from "../commands/command.ts";
import type { World } from "../world.ts";

/** Adds the options that every command takes, before or after its name. */
export function defineGlobals(program: Command, world: World): void {
  const folder = new Option("-C <目录>", "先进入这个目录，再执行命令").argParser<string>((value, before) =>
    resolve(before ?? world.cwd, value),
  );
  program
    .addOption(folder)
    .option("--date <时间>", '以这个时间为现在，如 2026-11-23 或 "2026-11-23 17:00"')
    .option("--no-input", "不提问：缺少什么就报错退出")
    .option("--color", "输出带颜色")
    .option("--no-color", "输出不带颜色");
}

/** What the global options came to in this world. */
export function readGlobals(options: Readonly<Record<string, unknown>>, world: World): Globals {
  return {
    folder: folderOf(options["C"], world),
    date: dateOf(options["date"]),
    interactive: options["input"] !== false && mayAsk(world),
    colour: typeof options["color"] === "boolean" ? options["color"] : usesColour(world),
  };
}

function folderOf(given: unknown, { cwd, files }: World): string {
  if (typeof given !== "string") return cwd;
  if (files.kind(given) === "folder") return given;
  throw new UsageError(`-C 所指的目录不存在：${visible(given)}`, "请核对目录名；新建工作区用 zhuanbao init 目录");
}

function dateOf(given: unknown): string | null {
  if (typeof given !== "string") return null;
  // The zone decides which moment it is, not whether it is one.
  if (parseMoment(given, "Asia/Shanghai")) return given;
  throw new UsageError(
    `--date 应是时间，现为“${quote(given)}”`,
    '请写成 2026-11-23 或 "2026-11-23 17:00"（有空格时加引号），日期要真实存在',
  );
}

function mayAsk({ stdin, stdout, env }: World): boolean {
  const automatic = isSet(env["CI"]) && env["CI"] !== "false" && env["CI"] !== "0";
  return stdin.isTTY && stdout.isTTY && !automatic;
}

/** chalk itself does not heed NO_COLOR: see no-color.org. */
export function usesColour({ env, stdout }: World): boolean {
  if (isSet(env["NO_COLOR"])) return false;
  if (isSet(env["FORCE_COLOR"])) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
  return stdout.isTTY && env["TERM"] !== "dumb";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
