import { isoDay } from "../base/time.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Survey } from "../pipeline/survey.ts";
import { renderCompact } from "../report/compact.ts";
import { renderCheckJson } from "../report/json.ts";
import { locate } from "../report/locate.ts";
import { renderPretty } from "../report/pretty.ts";
import { countOf, renderSummary } from "../report/words.ts";
import { addExamples } from "../cli/examples.ts";
import { EXIT, UsageError, type Call, type CommandModule } from "./command.ts";
import { loadAllEntries, loadNamedEntries, loadStandardInput, surveyLoaded, type Loaded } from "./entries.ts";
import { chosenFormats, textOption, wholeNumber } from "./options.ts";
import { typedPath } from "./paths.ts";
import { openWorkspace, TEXT_LIMIT, type Workspace } from "./workspace.ts";

const FORMATS = { now: ["pretty", "compact", "json"], later: ["sarif", "junit", "github"] } as const;

/** `zhuanbao check`: entries, and the office with them, checked. */
export const check: CommandModule = {
  define(command) {
    command
      .argument("[路径...]", "要校核的文件或目录；- 从标准输入读一条；不写则校核工作区的全部条目")
      .option("--format <格式>", "输出格式：pretty、compact 或 json", "pretty")
      .option("--stdin-filename <文件名>", "从标准输入读时，当作这个文件")
      .option("--max-warnings <条数>", "提醒超过这个数即退出码 1")
      .option("--quiet", "只显示差错");
    addExamples(
      command,
      ["zhuanbao check", "校核工作区的全部条目"],
      ["zhuanbao check 报送/客车侧翻.md", "报送前自查一条信息"],
      ["zhuanbao check --format json > 结果.json", "供别的程序使用"],
    );
  },

  async run(call) {
    const [format] = chosenFormats(call.options, FORMATS);
    const limit = wholeNumber(call.options, "maxWarnings", "--max-warnings");
    const workspace = openWorkspace(call);
    const found = surveyLoaded(await loadFiles(call, workspace), workspace);
    const secret = found.classified.length > 0;
    const diagnostics = locate(secret ? found.classified : found.findings);
    show(call, { found, diagnostics, format: format as string });
    if (secret) return EXIT.classified;
    const { errors, warnings } = countOf(diagnostics);
    return errors > 0 || (limit !== null && warnings > limit) ? EXIT.errors : EXIT.clean;
  },
};

async function loadFiles({ world, globals, args, options }: Call, workspace: Workspace): Promise<Loaded> {
  if (args.includes("-")) {
    if (args.length > 1) throw new UsageError("“-”（标准输入）不能与别的路径同用", "请分两次运行");
    if (world.stdin.isTTY)
      throw new UsageError("标准输入是终端，没有内容可读", "请用管道送入：cat 文件 | zhuanbao check -");
    const content = await world.stdin.read(TEXT_LIMIT);
    const name = textOption(options, "stdinFilename") ?? (looksLikeMarkdown(content) ? "stdin.md" : "stdin.yaml");
    return loadStandardInput(workspace, typedPath(globals.folder, name), content);
  }
  if (args.length > 0)
    return loadNamedEntries(
      world,
      workspace,
      args.map((path) => typedPath(globals.folder, path)),
    );
  if (workspace.hasOffice) return loadAllEntries(world, workspace);
  throw new UsageError(
    "没有说要校核什么，这里也不是工作区",
    "请写出文件：zhuanbao check 信息.md；或用 -C 指明工作区；新建工作区用 zhuanbao init",
  );
}

/** Front matter between two `---` lines, and below it something that is no key: a YAML stream would go on with one. */
function looksLikeMarkdown(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const rest = /^---[^\S\n]*\n[\s\S]*?\n---[^\S\n]*\n(?<rest>[\s\S]*)$/u.exec(text)?.groups?.["rest"];
  return rest !== undefined && rest.trim() !== "" && !/^\s*[^\s:：#][^:：\n]{0,20}:(?:\s|$)/u.test(rest);
}

interface Shown {
  readonly found: Survey;
  readonly diagnostics: readonly Diagnostic[];
  readonly format: string;
}

function show({ world, globals, options }: Call, { found, diagnostics, format }: Shown): void {
  const checked = { files: found.files, entries: found.readings.length, diagnostics };
  if (format === "json") {
    world.stdout.write(renderCheckJson({ date: isoDay(found.grounds.now.day), ...checked }));
    return;
  }
  const listed = options["quiet"] === true ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  const secret = found.classified.length > 0;
  const { colour } = globals;
  const pretty = { sources: secret ? new Map() : found.sources, colour, columns: world.stdout.columns };
  world.stdout.write(format === "compact" ? renderCompact(listed) : renderPretty(listed, pretty));
  world.stderr.write(`${renderSummary(checked)}\n`);
  const [first] = listed;
  if (first && format === "pretty") world.stderr.write(`看规则的依据和例子：zhuanbao explain ${first.rule}\n`);
}
