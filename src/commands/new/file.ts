import { quote } from "../../base/visible.ts";
import { writeEntry, type EntryDraft } from "../../pipeline/new-entry.ts";
import { UsageError, type Call } from "../command.ts";
import { dirname, join, shownPath, typedPath } from "../paths.ts";
import { idStem, numbered } from "../new-id.ts";
import type { Desk } from "./desk.ts";

export type Form = "md" | "yaml";

/** Where an entry shall go. */
export interface Target {
  readonly folder: string;
  /** Null where the name is made from the 编号. */
  readonly name: string | null;
  readonly form: Form;
}

const EXTENSIONS = new Map<unknown, Form>([
  ["md", "md"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
]);

/** `-o` and `--as`; without them a Markdown file among the office's entries, or in the working folder. */
export function targetOf({ world, globals, options }: Call, { workspace }: Desk): Target {
  const form = formOf(options["as"]);
  const output = options["output"];
  if (typeof output !== "string") {
    const { root, hasOffice, grounds } = workspace;
    return {
      folder: hasOffice ? typedPath(root, grounds.office.paths.entries) : globals.folder,
      name: null,
      form: form ?? "md",
    };
  }
  const path = typedPath(globals.folder, output);
  if (/[/\\]$/u.test(output) || world.files.kind(path) === "folder")
    return { folder: path, name: null, form: form ?? "md" };
  const own = EXTENSIONS.get(/\.([^./\\]+)$/u.exec(path)?.[1]?.toLowerCase());
  if (own === undefined)
    throw new UsageError(`-o ${output}：文件名应以 .md 或 .yaml 结尾`, "如 -o 报送/客车侧翻.md；只给目录时请以 / 结尾");
  if (form !== null && form !== own)
    throw new UsageError(`-o ${output} 与 --as ${form} 不一致`, "请去掉 --as，或改文件名");
  return { folder: dirname(path), name: shownPath(dirname(path), path), form: own };
}

function formOf(given: unknown): Form | null {
  if (given === undefined) return null;
  const form = EXTENSIONS.get(given);
  if (form) return form;
  throw new UsageError(`--as 应是 md 或 yaml，现为“${quote(given as string)}”`, "md 是信息头加正文，yaml 是一份 YAML");
}

/** A finished entry file, not yet written. */
export interface Finished {
  readonly id: string;
  readonly path: string;
  readonly text: string;
}

/** Makes the file of the first number that nobody has taken, from `after` on. */
export function* candidates(
  call: Call,
  desk: Desk,
  { draft, target }: { draft: EntryDraft; target: Target },
): Generator<Finished> {
  const stem = stemOf(draft, desk);
  const taken = takenNames(call, [
    target.folder,
    typedPath(desk.workspace.root, desk.workspace.grounds.office.paths.entries),
  ]);
  for (let number = 1; number <= 999; number++) {
    const id = numbered(stem, number);
    if (taken.has(id)) continue;
    const path = join(target.folder, target.name ?? `${id}.${target.form}`);
    yield { id, path, text: writeEntry({ id, ...draft }, target.form) };
  }
}

function stemOf({ unit }: EntryDraft, { now }: Desk): string {
  const first = typeof unit === "string" ? unit : Array.isArray(unit) ? String(unit[0]) : "";
  return idStem(first, now.day);
}

const MAX_DEPTH = 8;

/** Names of files in these folders and below, without extensions. */
function takenNames({ world }: Call, folders: readonly string[]): Set<string> {
  const names = new Set<string>();
  const walk = (folder: string, depth: number): void => {
    if (depth > MAX_DEPTH || world.files.kind(folder) !== "folder") return;
    for (const name of world.files.list(folder)) {
      if (/\.(?:md|ya?ml)$/iu.test(name)) names.add(name.replace(/\.[^.]*$/u, ""));
      else if (!name.includes(".")) walk(join(folder, name), depth + 1);
    }
  };
  for (const folder of new Set(folders)) walk(folder, 0);
  return names;
}
