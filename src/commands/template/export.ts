import { nearest } from "../../base/similar.ts";
import { quote, visible } from "../../base/visible.ts";
import type { World } from "../../world.ts";
import { UsageError, type Call } from "../command.ts";
import { join, shownPath, typedPath } from "../paths.ts";
import { shipped } from "../publication.ts";
import { OFFICE_FILE, openOffice, TEXT_LIMIT } from "../workspace.ts";

/** What a folder of a template holds. */
const FILES = ["template.hbs", "layout.yaml"] as const;

/** Copies a shipped template into the office, never over anything, and says how to use it. */
export function exportTemplate(call: Call, [name = "", target]: readonly string[]): void {
  const { world, globals } = call;
  const { root } = openOffice(call);
  const folder = target === undefined ? join(root, "模板", known(world, name)) : typedPath(globals.folder, target);
  const source = join(shipped(world), known(world, name));
  for (const file of FILES) if (world.files.kind(join(folder, file)) !== null) throw exists(root, join(folder, file));
  const contents = FILES.map((file) => [file, world.files.read(join(source, file), TEXT_LIMIT)] as const);
  world.files.makeFolder(folder);
  for (const [file, bytes] of contents)
    if (!world.files.create(join(folder, file), bytes)) throw exists(root, join(folder, file));
  world.stdout.write(howToUse(name, shownPath(root, folder)));
}

/** Only the name of a template there is becomes part of a path. */
function known({ files, home }: World, name: string): string {
  const names = files.list(shipped({ home }));
  if (names.includes(name)) return name;
  const near = nearest(name, names);
  throw new UsageError(
    `没有自带的模板“${quote(name)}”`,
    `${near ? `是不是“${near}”？` : ""}自带的有：${names.join("、")}`,
  );
}

function exists(root: string, path: string): UsageError {
  return new UsageError(`已经有 ${visible(shownPath(root, path))}`, "不会覆盖已有的文件；请另写一个目录，或先移走它");
}

function howToUse(name: string, folder: string): string {
  const path = visible(folder);
  return [
    `已复制到 ${path}`,
    ...FILES.map(
      (file) => `  ${file}  ${file === "layout.yaml" ? "样子：字体、字号、行距、横线" : "文字：刊头、栏目、报尾的话"}`,
    ),
    "",
    `要用它，在 ${OFFICE_FILE} 的“刊物”里写明（已有“${name}”的，加上“模板”一行）：`,
    "",
    "刊物:",
    `  ${name}:`,
    `    模板: ${yamlText(path)}`,
    "",
    `刊名可以换成自己的；模板里能用的名称见 docs/刊物.md`,
    "",
  ].join("\n");
}

/** A path that YAML would read as something else is quoted. */
function yamlText(path: string): string {
  return /^[\p{L}\p{N}./_-]+$/u.test(path) && !/^[\d.-]/u.test(path) ? path : JSON.stringify(path);
}
