import { inspectPaper, openPaper, type Inspected, type Opened } from "../pipeline/inspect.ts";
import { countOf } from "../report/words.ts";
import { visible } from "../base/visible.ts";
import { addExamples } from "../cli/examples.ts";
import { chosenOutputs, refuseOwnFiles } from "./check/outputs.ts";
import { show } from "./check/show.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { prettyFindings } from "./findings.ts";
import { fixModeOf, mendAndWrite, refuseTaken, type FixMode } from "./inspect/copy.ts";
import { Layouts } from "./inspect/layout.ts";
import { reportOf, type Looked } from "./inspect/report.ts";
import { wholeNumber } from "./options.ts";
import { shownPath, typedPath } from "./paths.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** `zhuanbao inspect`: any DOCX against a layout. */
export const inspect: CommandModule = {
  define(command) {
    command
      .argument("<文件...>", "要检查的 DOCX，谁做的都行")
      .option("--publication <刊物>", "按哪种刊物的版式；不写则看刊名，认不出的按国标")
      .option("--layout <版式>", "按哪个版式：版式文件，或 gb9704、退稿单 等名称")
      .option(
        "-f, --format <格式>",
        "pretty、compact、json、sarif、junit、github；写成 格式=文件 则写进文件，可写几次；行是第几段，列是段内第几字",
        (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
      )
      .option("--fix", "把只有一种改法的（边距、行距、字体、页码等）改好，写成“文件-改.docx”，文字一字不动")
      .option("--dry-run", "与 --fix 同用：只看会改什么，不写")
      .option("-o, --output <文件>", "与 --fix 同用：改好的写到哪里")
      .option("--max-warnings <条数>", "提醒超过这个数即退出码 1")
      .option("--quiet", "只显示差错（json、sarif、junit 不受影响）");
    addExamples(
      command,
      ["zhuanbao inspect 来文.docx", "检查一份文件的版式"],
      ["zhuanbao inspect 第12期.docx --publication 信息专报", "按信息专报的版式查"],
      ["zhuanbao inspect 来文.docx --fix --dry-run", "看哪些能自动改好"],
      ["zhuanbao inspect 来文.docx --fix -o 改好.docx", "改好另存，再报剩下的"],
    );
  },

  run: async (call) => inspectFiles(call),
};

/** A larger file is a book, or not a DOCX. */
const LIMIT = 64 * 1_048_576;

interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly opened: Opened;
}

function inspectFiles(call: Call): ExitCode {
  const outputs = chosenOutputs(call);
  const mode = fixModeOf(call);
  if (mode === "look" && outputs.some(({ path }) => path !== null))
    throw new UsageError("--dry-run 什么都不写，不能把报告写进文件", "请去掉 --format");
  const maxWarnings = wholeNumber(call.options, "maxWarnings", "--max-warnings");
  const workspace = openWorkspace(call);
  refuseOwnFiles(outputs, workspace);
  const files = openFiles(call, workspace);
  const asked = { outputs, quiet: call.options["quiet"] === true };
  const classified = files.flatMap(({ opened }) => opened.classified);
  if (classified.length > 0) {
    const sources = files.map(({ opened }) => opened.source);
    show(call, asked, reportOf(workspace, { sources, findings: [], classified, pages: 0, paragraphs: 0 }));
    return EXIT.classified;
  }
  if (mode === "write")
    refuseTaken(
      call,
      workspace.root,
      files.map(({ path }) => path),
    );
  const looked = lookAt(call, mode, { files, workspace });
  if (looked === null) return EXIT.errors;
  const counted = reportOf(workspace, looked);
  // Of a copy that was not written, only what would be left is told.
  const report = looked.after ? { ...counted, summary: `改正后：${counted.summary}` } : counted;
  show(call, asked, report);
  for (const line of looked.said) call.world.stderr.write(`${line}\n`);
  const { errors, warnings } = countOf(report.diagnostics);
  return errors > 0 || (maxWarnings !== null && warnings > maxWarnings) ? EXIT.errors : EXIT.clean;
}

function openFiles({ world, globals, args }: Call, { root }: Workspace): File[] {
  const paths = [...new Set(args.map((path) => typedPath(globals.folder, path)))];
  return paths.map((path) => {
    const bytes = world.files.read(path, LIMIT);
    return { path, bytes, opened: openPaper(shownPath(root, path), bytes) };
  });
}

interface Job {
  readonly files: readonly File[];
  readonly workspace: Workspace;
}

/** Judges every file; null where a layout is at fault, which was said then. */
function lookAt(
  call: Call,
  mode: FixMode,
  { files, workspace }: Job,
): (Looked & { said: string[]; after: boolean }) | null {
  const layouts = new Layouts(call, workspace);
  const said: string[] = [];
  const done: { opened: Opened; inspected: Inspected | null; path: string }[] = [];
  for (const [index, { path, bytes, opened }] of files.entries()) {
    call.world.status.show("正在检查", ` ${index + 1}/${files.length}`);
    const { layout, findings, words } = layouts.for(opened);
    if (layout === null) {
      call.world.stderr.write(prettyFindings(call, findings));
      return null;
    }
    const { paper } = opened;
    if (paper === null) {
      done.push({ opened, inspected: null, path });
      continue;
    }
    call.world.stderr.write(`${opened.source.path}：按 ${words} 的版式检查\n`);
    if (mode === "off") done.push({ opened, inspected: inspectPaper(paper, layout), path });
    else {
      const job = { path, bytes, opened: { ...opened, paper }, layout, root: workspace.root };
      const copied = mendAndWrite(call, mode, job);
      said.push(...copied.said);
      done.push({ ...copied, path });
    }
  }
  if (mode === "off") said.push(...fixAdvice(done, workspace));
  return { ...summed(done), said, after: mode === "look" };
}

function summed(done: readonly { opened: Opened; inspected: Inspected | null }[]): Looked {
  const sum = (valueOf: (one: Inspected) => number): number =>
    done.reduce((total, { inspected }) => total + (inspected ? valueOf(inspected) : 0), 0);
  return {
    sources: done.map(({ opened }) => opened.source),
    findings: done.flatMap(({ opened, inspected }) => [...opened.findings, ...(inspected?.findings ?? [])]),
    classified: [],
    pages: sum(({ pages }) => pages),
    paragraphs: sum(({ paragraphs }) => paragraphs),
  };
}

function fixAdvice(
  done: readonly { readonly inspected: Inspected | null; readonly path: string }[],
  { root }: Workspace,
): string[] {
  const mendable = done.filter(({ inspected }) => inspected !== null && inspected.mendable.size > 0);
  const kinds = new Set(mendable.flatMap(({ inspected }) => [...(inspected?.mendable.keys() ?? [])]));
  const [first] = mendable;
  if (!first) return [];
  const shown = visible(shownPath(root, first.path));
  const name = /\s/u.test(shown) ? `"${shown}"` : shown;
  return [`其中 ${kinds.size} 类可以自动改正：先看 zhuanbao inspect ${name} --fix --dry-run，再去掉 --dry-run`];
}
