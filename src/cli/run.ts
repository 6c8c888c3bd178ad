import { Command, CommanderError } from "commander";
import { width, wrap } from "../base/width.ts";
import { COMMANDS, type CommandEntry } from "../commands/index.ts";
import { EXIT, type CommandModule, type ExitCode } from "../commands/command.ts";
import type { World } from "../world.ts";
import { addExamples } from "./examples.ts";
import { defineGlobals, readGlobals } from "./globals.ts";
import { formatHelp } from "./help.ts";
import { shortHelp } from "./short-help.ts";
import { inChinese, unknownCommand } from "./usage-errors.ts";
import { versionOf } from "./version.ts";

/** The command that was called, once its module is loaded. */
interface Chosen {
  readonly command: Command;
  readonly module: CommandModule;
}

/** Reads the arguments and runs the command they name. Errors of usage come out as UsageError. */
export async function run(world: World): Promise<ExitCode> {
  let chosen: Chosen | null = null;
  const program = makeProgram(world);
  program.hook("preSubcommand", async (_, command) => {
    const entry = COMMANDS.find(({ name }) => name === command.name()) as CommandEntry;
    const module = await entry.load();
    command.action(() => {});
    module.define(command);
    chosen = { command, module };
  });
  try {
    await program.parseAsync(withHelpOption(world.argv), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.clean;
    throw inChinese(error, (chosen as Chosen | null)?.command ?? program);
  }
  return start(world, program, chosen);
}

function start(world: World, program: Command, chosen: Chosen | null): Promise<ExitCode> | ExitCode {
  const globals = readGlobals(program.opts(), world);
  if (chosen) return chosen.module.run({ world, globals, args: chosen.command.args, options: chosen.command.opts() });
  world.stdout.write(shortHelp());
  return EXIT.clean;
}

function makeProgram(world: World): Command {
  const program = new Command("zhuanbao")
    .description("信息专报工具：校核报送的信息，按领导关注排序，编排并生成 DOCX。离线运行，不向外发送任何内容。")
    .version(versionOf(world), "-V, --version", "显示版本号")
    .helpOption("-h, --help", "显示帮助")
    .helpCommand(false)
    .configureHelp({ formatHelp, showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => world.stdout.write(fit(text, world.stdout.columns)),
      writeErr: (text) => world.stderr.write(text),
      // Errors are told in Chinese, by the one who catches them.
      outputError: () => {},
      getOutHelpWidth: () => world.stdout.columns,
      getOutHasColors: () => false,
    })
    .exitOverride()
    .action(() => {});
  defineGlobals(program, world);
  for (const { name, summary } of COMMANDS) program.command(name).summary(summary).description(summary);
  return addExamples(
    program,
    ["zhuanbao init 信息科", "在“信息科”目录里新建工作区"],
    ["zhuanbao -C 信息科 check", "校核“信息科”工作区里的全部信息"],
    ["zhuanbao -C 信息科 compile --date 2026-11-23", "编排 11 月 23 日的一期"],
  );
}

/** `zhuanbao help check` is `zhuanbao check --help`: commander's own help command would not load the module. */
function withHelpOption(argv: readonly string[]): string[] {
  const [first, word] = argv;
  if (first !== "help") return [...argv];
  if (word === undefined) return ["--help"];
  if (!COMMANDS.some(({ name }) => name === word)) throw unknownCommand(word);
  return [word, "--help"];
}

/** Help that a command adds in its own words is held to the width of the terminal too. */
function fit(text: string, columns: number): string {
  const lines = text.split("\n").flatMap((line) => {
    if (width(line) <= columns) return [line];
    const lead = /^ */u.exec(line)?.[0] ?? "";
    return wrap(line.trim(), Math.max(20, columns - lead.length - 4)).map((part) => lead + part);
  });
  return lines.join("\n");
}
