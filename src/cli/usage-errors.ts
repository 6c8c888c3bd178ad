import type { Command, CommanderError } from "commander";
import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import { COMMANDS } from "../commands/index.ts";
import { UsageError } from "../commands/command.ts";

/** A usage error of commander in Chinese. `command` is the one whose arguments were being read. */
export function inChinese(error: CommanderError, command: Command): UsageError {
  const help = `全部选项见 ${callOf(command)} --help`;
  if (command.parent === null && command.args[0]?.startsWith("-") === false) return unknownCommand(command.args[0]);
  const [first = "", second = "", rest = ""] = /'(.*?)'(?:[^']*'(.*?)'(.*))?/su.exec(error.message)?.slice(1) ?? [];
  switch (error.code) {
    case "commander.unknownOption":
      return unknownOption(first, command, help);
    case "commander.missingArgument":
      return new UsageError(`${command.name()} 命令缺少参数“${first}”`, `写法见 ${callOf(command)} --help`);
    case "commander.optionMissingArgument":
      return new UsageError(`选项 ${first} 后面缺少内容`, help);
    case "commander.missingMandatoryOptionValue":
      return new UsageError(`缺少选项 ${first}`, help);
    case "commander.conflictingOption":
      return new UsageError(`选项 ${first} 与 ${second} 不能同时使用`, "请去掉其中一个");
    case "commander.excessArguments":
      return excessArguments(command);
    case "commander.invalidArgument":
      return error.message.startsWith("error: command-argument")
        ? new UsageError(`参数 ${second} 的值“${quote(first)}”不对`, rest.replace(/^\.\s*/u, "") || help)
        : invalidValue([first, second, rest], help);
    default:
      return new UsageError(`参数有误：${quote(error.message.replace(/^error: /u, ""), 200)}`, help);
  }
}

function callOf(command: Command): string {
  return command.parent ? `${command.parent.name()} ${command.name()}` : command.name();
}

/** A word that is no command. */
export function unknownCommand(word: string): UsageError {
  const near = nearest(
    word,
    COMMANDS.map(({ name }) => name),
  );
  if (near) return new UsageError(`没有“${quote(word)}”这个命令`, `是不是“${near}”？全部命令见 zhuanbao --help`);
  const path = /[./\\]/u.test(word) ? `要校核文件，请写 zhuanbao check ${quote(word)}；` : "";
  return new UsageError(`没有“${quote(word)}”这个命令`, `${path}全部命令见 zhuanbao --help`);
}

function unknownOption(flag: string, command: Command, help: string): UsageError {
  const bare = flag.replace(/=.*$/su, "");
  const known = [command, command.parent].flatMap((each) => each?.options.map(({ long }) => long ?? "") ?? []);
  const names = [...known, "--help"].filter((name) => name !== "").map((name) => name.slice(2));
  const near = bare.startsWith("--") ? nearest(bare.slice(2), names) : null;
  const path = bare.length > 2 && !bare.startsWith("--") ? "以 - 开头的文件名请写成 ./-… ；" : "";
  return new UsageError(`没有“${quote(bare)}”这个选项`, near ? `是不是“--${near}”？${help}` : `${path}${help}`);
}

function excessArguments(command: Command): UsageError {
  const limit = command.registeredArguments.length;
  const extra = command.args.slice(limit).map((word) => `“${quote(word)}”`);
  const most = limit === 0 ? "不接受参数" : `最多接受 ${limit} 个参数`;
  return new UsageError(`${command.name()} 命令${most}，多出 ${extra.join("、")}`, "有空格的内容请用引号括起来");
}

/** `rest` is what commander or the option's own reader said of the value. */
function invalidValue([option, value, rest]: readonly [string, string, string], help: string): UsageError {
  const choices = /Allowed choices are (.*)\./u.exec(rest)?.[1]?.split(", ");
  const message = `选项 ${option} 的值“${quote(value)}”不对`;
  if (!choices) return new UsageError(message, rest.replace(/^.*?is invalid\.\s*/su, "") || help);
  const near = nearest(value, choices);
  return new UsageError(message, `${near ? `是不是“${near}”？` : ""}可选：${choices.join("、")}`);
}
