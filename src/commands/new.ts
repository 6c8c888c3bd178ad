import { visible } from "../base/visible.ts";
import { addExamples } from "../cli/examples.ts";
import type { Finding } from "../model/diagnostic.ts";
import { OPEN_SECRECY } from "../model/entry.ts";
import { sourceOf } from "../pipeline/grounds.ts";
import { judgeEntry } from "../pipeline/new-entry.ts";
import { locate } from "../report/locate.ts";
import { shorten } from "../report/shorten.ts";
import { renderPretty } from "../report/pretty.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { askerAt } from "./ask.ts";
import { collect } from "./new/answers.ts";
import type { Desk } from "./new/desk.ts";
import { draftOf } from "./new/draft.ts";
import { candidates, targetOf, type Finished } from "./new/file.ts";
import { isTakenIn, registerNew } from "./new/register.ts";
import { stillOwed } from "./new/owed.ts";
import { QUESTIONS } from "./new/questions.ts";
import { textOption } from "./options.ts";
import { dirname, shownPath, typedPath } from "./paths.ts";
import { openWorkspace, TEXT_LIMIT } from "./workspace.ts";

/** `zhuanbao new`: one entry, asked for field by field or given by flags. */
export const newEntry: CommandModule = {
  define(command) {
    command.option("--phone", "接电话报告：只问几项，记下首报和报送记录");
    for (const { flag, value, help, several } of QUESTIONS) {
      if (several)
        command.option(`--${flag} <${value}>`, help, (each: string, all: string[] | undefined) => [
          ...(all ?? []),
          each,
        ]);
      else command.option(`--${flag} <${value}>`, help);
    }
    command
      .option("--body-file <文件>", "从文件读正文；- 从标准输入读")
      .option("-o, --output <文件>", "写到这个文件或目录；不写则放进工作区的条目目录")
      .option("--as <形式>", "md（默认）或 yaml");
    addExamples(
      command,
      ["zhuanbao new", "逐项询问，写成一条信息"],
      ["zhuanbao new --phone", "接电话时记下紧急信息首报"],
      [
        "zhuanbao new --category 动态 --title 标题 --unit 城关镇 --reporter 张三 --approver 李四 --secrecy 公开 --body-file 正文.txt",
        "不提问，全部由选项给出",
      ],
    );
  },
  run: takeDown,
};

async function takeDown(call: Call): Promise<ExitCode> {
  const { secrecy } = call.options;
  if (secrecy !== undefined && !OPEN_SECRECY.some((open) => open === secrecy)) return refuseSecret(call);
  const workspace = openWorkspace(call);
  const desk: Desk = { workspace, now: workspace.grounds.now, phone: call.options["phone"] === true };
  const target = targetOf(call, desk);
  const options = await withBodyFile(call);
  const asker = call.globals.interactive ? await askerAt(call.world, call.globals.colour) : null;
  const draft = draftOf(await collect(desk, options, asker), desk);
  const files = candidates(call, desk, { draft, target });
  const first = files.next().value as Finished | undefined;
  if (!first) throw new UsageError("今天这个单位的编号已经用完", "请用 -o 另存，并自己写编号");
  const shown = shownPath(workspace.root, first.path);
  const { classified, findings, faults } = judgeEntry({ ...first, path: shown }, workspace.grounds);
  if (classified) return refuseSecret(call);
  // What was typed at a terminal or is told on the telephone is kept, faults and all; another command can be run again.
  if (faults.length > 0 && asker === null && !desk.phone)
    throw new UsageError(faults.map(({ message }) => message).join("；"), faults[0]?.hint ?? "");
  const written = write(call, first, target.name === null ? files : null);
  const number = isTakenIn(call, desk) ? await registerNew(call, desk, { written, draft, target }) : undefined;
  tell(call, written, { findings, number, owed: desk.phone ? stillOwed(draft, written.id, desk) : [] });
  return faults.length > 0 || number === null ? EXIT.errors : EXIT.clean;
}

function refuseSecret({ world }: Call): ExitCode {
  world.stderr.write("zhuanbao：密级或标志不是公开、内部、工作秘密之一，本机不得处理，没有写任何文件\n");
  world.stderr.write(`  → 涉密信息请按保密规定报送；可受理的密级只有：${OPEN_SECRECY.join("、")}\n`);
  return EXIT.classified;
}

async function withBodyFile({ world, globals, options }: Call): Promise<Call["options"]> {
  const given = textOption(options, "bodyFile");
  if (given === null) return options;
  if (options["body"] !== undefined) throw new UsageError("选项 --body 与 --body-file 不能同时使用", "请去掉其中一个");
  if (given === "-" && world.stdin.isTTY)
    throw new UsageError("标准输入是终端，没有内容可读", "请用管道送入正文，或写出文件名");
  const bytes =
    given === "-" ? await world.stdin.read(TEXT_LIMIT) : world.files.read(typedPath(globals.folder, given), TEXT_LIMIT);
  const source = sourceOf(given, bytes);
  if ("problem" in source) throw new UsageError(`--body-file ${given}：${source.problem}`, source.hint);
  return { ...options, body: source.text };
}

/** Creates the file; where somebody took the number meanwhile, the next one. */
function write({ world, globals }: Call, first: Finished, more: Generator<Finished> | null): Finished {
  const create = ({ path, text }: Finished): boolean => world.files.create(path, new TextEncoder().encode(text));
  world.files.makeFolder(dirname(first.path));
  if (create(first)) return first;
  for (const next of more ?? []) if (create(next)) return next;
  throw new UsageError(`文件已存在：${shownPath(globals.folder, first.path)}`, "不会覆盖已有的文件；请换一个文件名");
}

interface Said {
  readonly findings: readonly Finding[];
  /** 登记号; undefined where none is due, null where none could be had. */
  readonly number: string | null | undefined;
  readonly owed: readonly string[];
}

/** The path to stdout, for scripts; what the checks found and what is still owed to stderr. */
function tell({ world, globals }: Call, { path, text }: Finished, { findings, number, owed }: Said): void {
  const shown = visible(shownPath(globals.folder, path));
  world.stdout.write(`${shown}\n`);
  const diagnostics = shorten(locate(findings));
  const sources = new Map(findings.map(({ at }) => [at.source.path, { path: at.source.path, text }]));
  if (diagnostics.length > 0) {
    world.stderr.write(
      `\n${renderPretty(diagnostics, { sources, colour: globals.colour, columns: world.stderr.columns })}\n`,
    );
  }
  world.stderr.write(`已写好 ${shown}${number ? `，登记号 ${number}` : ""}\n`);
  for (const line of owed) world.stderr.write(`  ！${visible(line)}\n`);
  const here = shownPath(world.cwd, globals.folder);
  world.stderr.write(`下一步：zhuanbao${here === "." ? "" : ` -C ${visible(here)}`} check ${shown}\n`);
}
