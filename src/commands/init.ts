import { momentOf, parseMoment } from "../base/time.ts";
import { visible } from "../base/visible.ts";
import { addExamples } from "../cli/examples.ts";
import { writeOffice, type OfficeDraft } from "../pipeline/setup.ts";
import { askerAt, type Asker } from "./ask.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { exampleEntry } from "./init/example.ts";
import { wholeNumber } from "./options.ts";
import { join, shownPath, typedPath } from "./paths.ts";
import { writeEditorFiles } from "./schema/editor.ts";
import { OFFICE_FILE, openWorkspace, TEXT_LIMIT } from "./workspace.ts";

const FOLDERS = ["entries", "plans", "out", "台账"];

/** `zhuanbao init`: a folder ready to compile in. */
export const init: CommandModule = {
  define(command) {
    const several = (each: string, all: string[] | undefined): string[] => [...(all ?? []), each];
    command
      .argument("[目录]", "在哪里新建；不写即当前目录")
      .option("--office <机关>", "机关全称，如 中共××县委办公室")
      .option("--unit <单位>", "报送单位；可重复，也可用顿号或逗号分开", several)
      .option("--report-to <对象>", "刊物“报”的对象；可重复，也可用顿号或逗号分开", several)
      .option("--send-to <对象>", "刊物“送”的对象；可重复，也可用顿号或逗号分开", several)
      .option("--copies <份数>", "印数")
      .option("--with-example", "附一条示例信息")
      .option("--yes", "没有写明的都用默认值，不再询问");
    addExamples(
      command,
      ["zhuanbao init 信息科", "逐项询问，在“信息科”目录里新建"],
      ["zhuanbao init 信息科 --office 中共××县委办公室 --unit 城关镇、东湖镇 --yes", "不提问，直接新建"],
    );
  },
  run: setUp,
};

async function setUp(call: Call): Promise<ExitCode> {
  const { world, globals } = call;
  const { files } = world;
  const root = typedPath(globals.folder, call.args[0] ?? ".");
  const path = join(root, OFFICE_FILE);
  // Before anything is asked: nobody should answer six questions for nothing.
  if (files.kind(path) !== null) throw exists(call, path);
  const draft = await draftOf(call);
  const template = new TextDecoder().decode(
    files.read(join(world.home, "templates", "office", OFFICE_FILE), TEXT_LIMIT),
  );
  for (const folder of FOLDERS) files.makeFolder(join(root, folder));
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const example = call.options["withExample"] === true ? exampleEntry(dayOf(call), draft.units[0] ?? "示例镇") : null;
  if (example && !files.create(join(root, "entries", example.name), encode(example.text)))
    throw exists(call, join(root, "entries", example.name));
  if (!files.create(path, encode(writeOffice(template, draft)))) throw exists(call, path);
  writeEditorFiles(world, openWorkspace({ ...call, globals: { ...globals, folder: root } }));
  tell(call, root, example ? [`entries/${example.name}`] : []);
  return EXIT.clean;
}

function exists({ globals }: Call, path: string): UsageError {
  return new UsageError(
    `已经有 ${visible(shownPath(globals.folder, path))}`,
    "不会覆盖已有的文件；请换一个目录，或先移走它",
  );
}

async function draftOf(call: Call): Promise<OfficeDraft> {
  const { world, globals, options } = call;
  const asker = globals.interactive && options["yes"] !== true ? await askerAt(world, globals.colour) : null;
  const name = typeof options["office"] === "string" ? options["office"].trim() : await askName(asker);
  return {
    name: oneLine(name, "--office"),
    units: await listOf(call, asker, ["unit", "报送单位（几个用、分开；可以以后再写，直接回车）"]),
    reportTo: await listOf(call, asker, ["report-to", "刊物报谁（几个用、分开；直接回车用默认）"]),
    sendTo: await listOf(call, asker, ["send-to", "刊物送谁（几个用、分开；直接回车用默认）"]),
    copies: await copiesOf(call, asker),
  };
}

async function askName(asker: Asker | null): Promise<string> {
  if (!asker)
    throw new UsageError(
      "缺少 --office",
      "请写出机关全称：--office 中共××县委办公室；在终端里直接运行 zhuanbao init 会逐项询问",
    );
  const check = (answer: string): string | null => (answer.trim() === "" ? "这一项必填" : null);
  return asker.line({ message: "机关全称（如 中共××县委办公室）", fallback: "", check });
}

async function listOf(
  { options }: Call,
  asker: Asker | null,
  [flag, message]: readonly [string, string],
): Promise<string[]> {
  const given = options[flag.replace(/-t/u, "T")];
  const answers = Array.isArray(given)
    ? (given as string[])
    : asker
      ? [await asker.line({ message, fallback: "", check: () => null })]
      : [];
  const parts = answers
    .flatMap((answer) => answer.split(/[、，,；;]/u))
    .map((part) => oneLine(part.trim(), `--${flag}`));
  return [...new Set(parts.filter((part) => part !== ""))];
}

async function copiesOf({ options }: Call, asker: Asker | null): Promise<number | null> {
  if (options["copies"] !== undefined || !asker) return positive(wholeNumber(options, "copies", "--copies"));
  const check = (answer: string): string | null => (/^[1-9]\d{0,5}$/u.test(answer.trim()) ? null : "请写份数，如 30");
  return Number(await asker.line({ message: "印数", fallback: "30", check }));
}

function positive(copies: number | null): number | null {
  if (copies === 0) throw new UsageError("--copies 应大于 0，现为“0”", "例如 --copies 30");
  return copies;
}

/** Control characters and line breaks would come back as a fault of the file: better said now. */
function oneLine(value: string, flag: string): string {
  if (value === visible(value) && (value !== "" || flag !== "--office")) return value;
  throw new UsageError(`${flag} 是空的，或含有不能印出的字符`, "请写成一行文字");
}

function dayOf({ world, globals }: Call): number {
  const given = globals.date === null ? null : parseMoment(globals.date, "Asia/Shanghai");
  return (given ?? momentOf(world.now(), "Asia/Shanghai")).day;
}

function tell({ world, globals }: Call, root: string, entries: readonly string[]): void {
  const shown = visible(shownPath(globals.folder, root));
  const here = shown === "." ? "" : ` -C ${/\s/u.test(shown) ? `"${shown}"` : shown}`;
  world.stdout.write(
    [
      `已新建工作区：${shown === "." ? "当前目录" : shown}`,
      `  ${OFFICE_FILE}  设置：机关、单位、领导、关注、刊物，都有说明，可随时改`,
      "  entries/  信息；plans/  编排单；out/  成稿；台账/  已编发的各期",
      "  .vscode/  用 VS Code 编辑时，键和取值有中文补全和说明（装 YAML 扩展）",
      ...entries.map((name) => `  ${name}  示例信息`),
      "",
      `下一步：zhuanbao${here} new        录入一条信息，或把报来的文件放进 entries/`,
      `        zhuanbao${here} check      校核`,
      `        zhuanbao${here} plan       排定收哪些、按什么次序，可手改`,
      `        zhuanbao${here} compile    编排成稿`,
      "",
    ].join("\n"),
  );
}
