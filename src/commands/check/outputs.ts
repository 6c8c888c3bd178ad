import { nearest } from "../../base/similar.ts";
import { quote } from "../../base/visible.ts";
import { UsageError, type Call } from "../command.ts";
import { shownPath, typedPath } from "../paths.ts";
import { SUPPRESSIONS_FILE, type Workspace } from "../workspace.ts";

/** The formats that `check` reports in. */
const FORMATS = ["pretty", "compact", "json", "sarif", "junit", "github"] as const;
export type CheckFormat = (typeof FORMATS)[number];

/** One report: its format, and the file it goes to; null is standard output. */
export interface Output {
  readonly format: CheckFormat;
  /** Absolute. */
  readonly path: string | null;
}

/** Whether people read it: then --quiet holds for it, and talk goes beside it. The others are whole documents. */
export function isForPeople(format: CheckFormat): boolean {
  return format === "pretty" || format === "compact" || format === "github";
}

/** The reports asked for by `--format 格式` and `--format 格式=文件`; pretty where nothing is said. */
export function chosenOutputs({ globals, options }: Call): Output[] {
  const given = (options["format"] ?? ["pretty"]) as readonly string[];
  const outputs = given.map((text) => outputOf(text, globals.folder));
  if (outputs.filter(({ path }) => path === null).length > 1)
    throw new UsageError("只能有一种格式写到标准输出", "其余的请写进文件，如 -f sarif=out/校核.sarif");
  const paths = outputs.flatMap(({ path }) => (path === null ? [] : [path]));
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined) throw new UsageError(`两种格式写到同一个文件：${twice}`, "请各写一个文件名");
  return outputs;
}

/** A report never takes the place of what the office keeps: its record of faults, its plans, its ledger. */
export function refuseOwnFiles(outputs: readonly Output[], { root, grounds }: Workspace): void {
  const { plans, ledger } = grounds.office.paths;
  const own = [SUPPRESSIONS_FILE, plans, ledger].map((path) => typedPath(root, path));
  for (const { path } of outputs) {
    const taken = path === null ? undefined : own.find((each) => path === each || shownPath(each, path) !== path);
    if (taken !== undefined)
      throw new UsageError(`报告不能写到 ${shownPath(root, taken)}：那里是工作区自己的文件`, "请换一个位置，如 out/");
  }
}

function outputOf(text: string, folder: string): Output {
  const at = text.indexOf("=");
  const name = at < 0 ? text : text.slice(0, at);
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) {
    const near = nearest(name, FORMATS);
    throw new UsageError(
      `没有格式“${quote(name)}”`,
      `${near ? `是不是“${near}”？` : ""}可选：${FORMATS.join("、")}；写进文件的写成 格式=文件`,
    );
  }
  const file = at < 0 ? "-" : text.slice(at + 1);
  if (file === "") throw new UsageError(`${format}= 后面缺少文件名`, `例如 -f ${format}=out/校核.${format}`);
  // Never over what is read.
  if (/\.(?:ya?ml|md|hbs)$/iu.test(file))
    throw new UsageError(`报告不能写成 ${quote(file)}：.yaml、.yml、.md、.hbs 是条目、设置和模板`, "请换一个文件名");
  return { format, path: file === "-" ? null : typedPath(folder, file) };
}
