
import { isoDay } from "../base/time.ts";
import type { Issue } from "../pipeline/issue.ts";
import { print as printIssue, type PrintFormat } from "../pipeline/print.ts";
import type { World } from "../world.ts";
import type { Call } from "./command.ts";
import type { OutputFile } from "./issue-json.ts";
import { textOption } from "./options.ts";
import { dirname, join, safeName, typedPath } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

interface Made {
  readonly file: OutputFile;
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
    made.push({ bytes, file: { format, path: pathFor(base, format, formats), bytes: bytes.length, sha256, pages: print.pages } });
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

function basePath({ globals, options }: Call, { root, grounds }: Workspace, publication: string): string {
  const named = textOption(options, "output");
  if (named !== null) return typedPath(globals.folder, named);
  const folder = typedPath(root, grounds.office.paths.out);
  return join(folder, `${safeName(publication)}-${isoDay(grounds.now.day)}-草稿`);
}

/** The name given holds for its own format; the others take its stem. */
function pathFor(base: string, format: PrintFormat, formats: readonly PrintFormat[]): string {
  const own = formats.length === 1 && /\.[^./\\]+$/u.test(base);
  return own ? base : `${base.replace(/\.(?:docx|txt)$/iu, "")}.${format}`;
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
