import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { expect, test } from "vitest";
import { inChinese } from "../../src/cli/usage-errors.ts";
import { UsageError } from "../../src/commands/command.ts";

/** A command with all that commander can complain of. */
function complaint(...argv: string[]): UsageError {
  const program = new Command("zhuanbao").exitOverride().configureOutput({ outputError: () => {} });
  const command = program
    .command("试")
    .argument("<文件>")
    .argument("[数]", "", (value) => {
      if (!/^\d+$/u.test(value)) throw new InvalidArgumentError("请写整数");
      return value;
    })
    .addOption(new Option("--form <形式>").choices(["长", "短"]))
    .addOption(
      new Option("--count <数>").argParser(() => {
        throw new InvalidArgumentError("请写整数");
      }),
    )
    .addOption(new Option("--one").conflicts("two"))
    .option("--two")
    .requiredOption("--must <值>")
    .action(() => {});
  try {
    program.parse(["试", ...argv], { from: "user" });
  } catch (error) {
    return inChinese(error as CommanderError, command);
  }
  throw new Error("没有报错");
}

test.each([
  [[], "缺少选项 --must <值>", "zhuanbao 试 --help"],
  [["--must", "x"], "试 命令缺少参数“文件”", "zhuanbao 试 --help"],
  [["--must"], "选项 --must <值> 后面缺少内容", "--help"],
  [["--must", "x", "甲", "1", "丙", "丁"], "试 命令最多接受 2 个参数，多出 “丙”、“丁”", "引号"],
  [["--must", "x", "甲", "乙"], "参数 数 的值“乙”不对", "请写整数"],
  [["--form", "长长"], "选项 --form <形式> 的值“长长”不对", "可选：长、短"],
  [["--count", "多"], "选项 --count <数> 的值“多”不对", "请写整数"],
  [["--must", "x", "甲", "--one", "--two"], "选项 --one 与 --two 不能同时使用", "去掉其中一个"],
  [["--must", "x", "--mst", "y"], "没有“--mst”这个选项", "是不是“--must”？"],
])("%j", (argv, message, hint) => {
  const error = complaint(...argv);
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toBe(message);
  expect(error.hint).toContain(hint);
});

test("what commander may say in time to come is passed on, and still a usage error", () => {
  const error = inChinese(new CommanderError(1, "commander.error", "error: new words"), new Command("zhuanbao"));
  expect(error.message).toBe("参数有误：new words");
});
