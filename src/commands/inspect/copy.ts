import { visible } from "../../base/visible.ts";
import type { Layout } from "../../model/layout.ts";
import { inspectPaper, mendCopy, type Inspected, type Opened } from "../../pipeline/inspect.ts";
import { CHECKS } from "../../pipeline/checks.ts";
import { UsageError, type Call } from "../command.ts";
import { textOption } from "../options.ts";
import { dirname, shownPath, typedPath } from "../paths.ts";

/** Whether a mended copy is written, only told of, or neither. */
export type FixMode = "off" | "write" | "look";

export function fixModeOf({ args, options }: Call): FixMode {
  const [fix, look] = [options["fix"] === true, options["dryRun"] === true];
  const named = textOption(options, "output");
  if (!fix && look)
    throw new UsageError("--dry-run 要与 --fix 同用", "看会改什么，运行 zhuanbao inspect --fix --dry-run");
  if (!fix && named !== null) throw new UsageError("-o 要与 --fix 同用", "报告写进文件用 -f 格式=文件");
  if (named !== null && args.length > 1) throw new UsageError("几个文件不能写成一个", "请去掉 -o，或一次只改一个文件");
  if (named !== null && !/\.docx$/iu.test(named))
    throw new UsageError("改好的文件应以 .docx 结尾", "例如 -o 专报-改.docx");
  return fix ? (look ? "look" : "write") : "off";
}

/** Where the copy of a file goes. */
function copyPath({ globals, options }: Call, path: string): string {
  const named = textOption(options, "output");
  return named === null ? path.replace(/(?:\.docx)?$/iu, "-改.docx") : typedPath(globals.folder, named);
}

/** A copy never takes the place of a file that nobody named. */
export function refuseTaken(call: Call, root: string, paths: readonly string[]): void {
  if (textOption(call.options, "output") !== null) return;
  const taken = paths.map((path) => copyPath(call, path)).find((path) => call.world.files.kind(path) !== null);
  if (taken !== undefined)
    throw new UsageError(`已经有 ${visible(shownPath(root, taken))}，没有覆盖`, "请移开它，或用 -o 另写一个文件名");
}

export interface Copied {
  /** What is left to be told of; the copy's where one was made. */
  readonly inspected: Inspected;
  readonly opened: Opened;
  readonly said: readonly string[];
}

interface Job {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly opened: Opened & { readonly paper: NonNullable<Opened["paper"]> };
  readonly layout: Layout;
  readonly root: string;
}

const MIXED =
  "文件内部的名称用法特殊（同一前缀指两种命名空间），自动改会伤到正文；请在 WPS 或 Word 里另存为 .docx 后再改";

/** Mends a copy, writes it where that was asked for, and inspects it again. */
export function mendAndWrite(call: Call, mode: FixMode, job: Job): Copied {
  const { path, bytes, opened, layout, root } = job;
  const mended = mendCopy(opened.paper, bytes, layout);
  const shown = visible(shownPath(root, path));
  if (mended === null)
    return { inspected: inspectPaper(opened.paper, layout), opened, said: [`${shown}：没有可以自动改正的`] };
  if (mended === "mixed")
    return { inspected: inspectPaper(opened.paper, layout), opened, said: [`${shown}：没有改，也没有写出。${MIXED}`] };
  const target = copyPath(call, path);
  const name = shownPath(root, target);
  const paper = { ...mended.paper, source: { ...mended.paper.source, path: name } };
  const listed = [...mended.mended].map(([rule, count]) => `  ${rule} ${count} 处：${whatOf(rule)}`);
  const inspected = inspectPaper(paper, layout);
  const after = { inspected, opened: { ...opened, paper, source: paper.source } };
  if (mode === "look") return { ...after, said: [`${shown}：可以改正 ${mended.mended.size} 类，没有写入`, ...listed] };
  call.world.files.makeFolder(dirname(target));
  call.world.files.replace(target, mended.bytes);
  return { ...after, said: [`已写出 ${visible(name)}：改正了 ${mended.mended.size} 类，文字一字未动`, ...listed] };
}

function whatOf(rule: string): string {
  return CHECKS.find(({ name }) => name === rule)?.what ?? "";
}
