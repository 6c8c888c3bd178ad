import { isoDay } from "../base/time.ts";
import type { Issue } from "../pipeline/issue.ts";
import { print as printIssue, PRINT_FORMATS, type PrintFormat } from "../pipeline/print.ts";
import type { World } from "../world.ts";
import { UsageError, type Call } from "./command.ts";
import type { OutputFile } from "./issue-json.ts";
import { textOption } from "./options.ts";
import { dirname, join, safeName, typedPath } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

interface Made {
  readonly file: OutputFile;
  /** Whether it takes the place of a file that is there. */
  readonly replaces: boolean;
  readonly bytes: Uint8Array;
}

interface Wanted {
  readonly workspace: Workspace;
  readonly formats: readonly PrintFormat[];
  readonly publication: string;
  readonly print: NonNullable<Issue["print"]>;
}

/** Makes all files of an issue in memory, so that all of them can be made before one is written. */
export async function makeOutputs(call: Call, { workspace, formats, publication, print }: Wanted): Promise<Made[]> {
  const base = basePath(call, workspace, publication);
  const made: Made[] = [];
  for (const format of formats) {
    const bytes = await printIssue(print, format);
    const sha256 = hex(await crypto.subtle.digest("SHA-256", bytes));
    const path = pathFor(base, format, formats);
    const replaces = call.world.files.kind(path) !== null;
    made.push({ bytes, replaces, file: { format, path, bytes: bytes.length, sha256, pages: print.pages } });
  }
  return made;
}

/** Writes them, each whole or not at all. */
export function writeOutputs(world: World, outputs: readonly Made[]): void {
  for (const { file, bytes } of outputs) {
    world.files.makeFolder(dirname(file.path));
    world.files.replace(file.path, bytes);
  }
}

function basePath({ world, globals, options }: Call, { root, grounds }: Workspace, publication: string): string {
  const named = textOption(options, "output");
  const path = named === null ? typedPath(root, grounds.office.paths.out) : typedPath(globals.folder, named);
  const isFolder = named === null || /[/\\]$/u.test(named) || world.files.kind(path) === "folder";
  return isFolder ? join(path, `${safeName(publication)}-${isoDay(grounds.now.day)}-草稿`) : path;
}

/** The name given with its format's ending, which is added where it has none; several formats share its stem. */
function pathFor(base: string, format: PrintFormat, formats: readonly PrintFormat[]): string {
  const [, ending] = /\.(docx?|wps|txt|pdf|html?|md|rtf)$/iu.exec(base) ?? [];
  const isOurs = PRINT_FORMATS.some((known) => known === ending?.toLowerCase());
  if (ending !== undefined && (!isOurs || (formats.length === 1 && ending.toLowerCase() !== format))) {
    throw new UsageError(
      `写出的是 ${format.toUpperCase()}，文件名却以 .${ending} 结尾`,
      `请把 -o 后的文件名改为以 .${format} 结尾`,
    );
  }
  return `${isOurs ? base.slice(0, -(ending as string).length - 1) : base}.${format}`;
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
