import { sha256 as sha256Of } from "../base/sha256.ts";
import { isoDay } from "../base/time.ts";
import type { Issue } from "../pipeline/issue.ts";
import { print as printIssue, PRINT_FORMATS } from "../pipeline/print.ts";
import { toPdf } from "./pdf.ts";
import type { World } from "../world.ts";
import { UsageError, type Call } from "./command.ts";
import type { OutputFile } from "./issue-json.ts";
import { textOption } from "./options.ts";
import { dirname, join, safeName, typedPath } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

export interface Made {
  readonly file: OutputFile;
  /** Whether it takes the place of a file that is there. */
  readonly replaces: boolean;
  readonly bytes: Uint8Array;
}

interface Wanted {
  readonly workspace: Workspace;
  readonly formats: readonly OutputFormat[];
  readonly publication: string;
  readonly print: NonNullable<Issue["print"]>;
  /** Path without its ending, absolute; where not given, `-o` or the default. */
  readonly base?: string;
}

/** What an issue can be written as; a PDF is set by LibreOffice from the DOCX. */
export const OUTPUT_FORMATS = [...PRINT_FORMATS, "pdf"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Makes all files of an issue in memory, so that all of them can be made before one is written. */
export async function makeOutputs(
  call: Call,
  { workspace, formats, publication, print, base: given }: Wanted,
): Promise<Made[]> {
  const base = given ?? basePath(call, workspace, `${safeName(publication)}-${isoDay(workspace.grounds.now.day)}-草稿`);
  const made: Made[] = [];
  for (const format of formats) {
    call.world.status.show(format === "pdf" ? "正在用 LibreOffice 转成 pdf" : `正在写成 ${format}`);
    const { bytes, pages } = await bytesOf(call.world, print, format);
    const path = given === undefined ? pathFor(base, format, formats) : `${base}.${format}`;
    const replaces = call.world.files.kind(path) !== null;
    made.push({ bytes, replaces, file: describeFile({ format, path, pages }, bytes) });
  }
  return made;
}

/** A file as it is told of. */
export function describeFile(file: Pick<OutputFile, "format" | "path" | "pages">, bytes: Uint8Array): OutputFile {
  return {
    format: file.format,
    path: file.path,
    bytes: bytes.length,
    sha256: sha256Of(bytes),
    pages: file.pages,
  };
}

async function bytesOf(
  world: World,
  print: Wanted["print"],
  format: OutputFormat,
): Promise<{ bytes: Uint8Array; pages: number }> {
  if (format === "pdf") return toPdf(world, await printIssue(print, "docx"));
  return { bytes: await printIssue(print, format), pages: print.pages };
}

/** Writes them, each whole or not at all. */
export function writeOutputs(world: World, outputs: readonly Made[]): void {
  for (const { file, bytes } of outputs) {
    world.files.makeFolder(dirname(file.path));
    world.files.replace(file.path, bytes);
  }
}

/** The file that -o names, or one of this name in the folder it names; without -o in `folder`, else where output goes. */
export function basePath(
  { world, globals, options }: Call,
  { root, grounds }: Workspace,
  name: string,
  folder: string = grounds.office.paths.out,
): string {
  const named = textOption(options, "output");
  const path = named === null ? typedPath(root, folder) : typedPath(globals.folder, named);
  const isFolder = named === null || /[/\\]$/u.test(named) || world.files.kind(path) === "folder";
  return isFolder ? join(path, name) : path;
}

/** The name given with its format's ending, which is added where it has none; several formats share its stem. */
export function pathFor(base: string, format: OutputFormat, formats: readonly OutputFormat[]): string {
  const [, ending] = /\.(docx?|wps|txt|pdf|html?|md|rtf)$/iu.exec(base) ?? [];
  const isOurs = OUTPUT_FORMATS.some((known) => known === ending?.toLowerCase());
  if (ending !== undefined && (!isOurs || (formats.length === 1 && ending.toLowerCase() !== format))) {
    throw new UsageError(
      `写出的是 ${format.toUpperCase()}，文件名却以 .${ending} 结尾`,
      `请把 -o 后的文件名改为以 .${format} 结尾`,
    );
  }
  return `${isOurs ? base.slice(0, -(ending as string).length - 1) : base}.${format}`;
}
