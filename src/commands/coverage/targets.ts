import type { World } from "../../world.ts";
import { UsageError, type Call } from "../command.ts";
import { textOption } from "../options.ts";
import { refuseOther } from "../own-files.ts";
import { dirname, shownPath, typedPath } from "../paths.ts";

export type Format = "html" | "svg" | "yaml" | "docx";

/** A file asked for. */
export interface Target {
  readonly format: Format;
  /** Absolute. */
  readonly path: string;
}

/** The files asked for, in the order of the options. What cannot be one is refused before anything is looked at. */
export function targetsOf({ world, globals, options }: Call): Target[] {
  const pictures = (["html", "svg"] as const).flatMap((format): [Format, string, string][] => {
    const named = textOption(options, format);
    return named === null ? [] : [[format, named, `--${format}`]];
  });
  const given: unknown = options["commission"];
  const sheets = (Array.isArray(given) ? given : []).map((named: string): [Format, string, string] => [
    sheetFormat(named),
    named,
    "--commission",
  ]);
  const targets = [...pictures, ...sheets].map(([format, named, flag]): Target => {
    if (named.trim() === "") throw new UsageError(`${flag} 后没有写文件名`, `例如 ${flag} out/全方位.${format}`);
    const path = typedPath(globals.folder, named);
    const kind = world.files.kind(path);
    if (kind !== null && kind !== "file")
      throw new UsageError(`${flag} 后应是文件，却是目录：${named}`, `例如 ${flag} out/全方位.${format}`);
    return { format, path };
  });
  const twice = targets.find(({ path }, index) => targets.findIndex((one) => one.path === path) < index);
  if (twice) throw new UsageError(`同一个文件写了两次：${shownPath(globals.folder, twice.path)}`, "请写不同的文件名");
  return targets;
}

function sheetFormat(named: string): Format {
  const [, ending = ""] = /\.(ya?ml|docx)$/iu.exec(named.trim()) ?? [];
  if (ending !== "") return ending.toLowerCase() === "docx" ? "docx" : "yaml";
  throw new UsageError(
    `--commission 的文件名“${named}”应以 .yaml 或 .docx 结尾`,
    ".yaml 是可以粘贴进 zhuanbao.yaml 的清单，.docx 是发给单位的约稿单；两样都要就写两次 --commission",
  );
}

/** For `--commission`, which may be given more than once. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** What a file asked for will hold. */
export interface Output extends Target {
  readonly bytes: Uint8Array;
  /** Whether what stands there already was made here, and nobody has changed it. */
  readonly isOwn: (bytes: Uint8Array) => boolean;
}

/** Writes the files, each whole or not at all; where one would take the place of a file that is not ours, none is written. */
export function writeOutputs(world: World, folder: string, outputs: readonly Output[]): void {
  for (const { path, isOwn } of outputs) refuseOther(world, { root: folder, path }, isOwn);
  for (const { path, bytes } of outputs) {
    world.files.makeFolder(dirname(path));
    world.files.replace(path, bytes);
  }
}
