import { UsageError, type Call } from "../command.ts";
import { loadAllEntries, loadNamedEntries, loadStandardInput, type Loaded } from "../entries.ts";
import { textOption } from "../options.ts";
import { typedPath } from "../paths.ts";
import { TEXT_LIMIT, type Workspace } from "../workspace.ts";

/** What `check` was asked to look at: standard input, the paths named, or all entries of the office. */
export async function loadChecked({ world, globals, args, options }: Call, workspace: Workspace): Promise<Loaded> {
  if (args.includes("-")) {
    if (args.length > 1) throw new UsageError("“-”（标准输入）不能与别的路径同用", "请分两次运行");
    if (world.stdin.isTTY)
      throw new UsageError("标准输入是终端，没有内容可读", "请用管道送入：cat 文件 | zhuanbao check -");
    const content = await world.stdin.read(TEXT_LIMIT);
    const name = textOption(options, "stdinFilename") ?? (looksLikeMarkdown(content) ? "stdin.md" : "stdin.yaml");
    return loadStandardInput(workspace, typedPath(globals.folder, name), content);
  }
  if (args.length > 0)
    return loadNamedEntries(
      world,
      workspace,
      args.map((path) => typedPath(globals.folder, path)),
    );
  if (workspace.hasOffice) return loadAllEntries(world, workspace, { mayBeEmpty: true });
  throw new UsageError(
    "没有说要校核什么，这里也不是工作区",
    "请写出文件：zhuanbao check 信息.md；或用 -C 指明工作区；新建工作区用 zhuanbao init",
  );
}

/** Front matter between two `---` lines, and below it something that is no key: a YAML stream would go on with one. */
function looksLikeMarkdown(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const rest = /^---[^\S\n]*\n[\s\S]*?\n---[^\S\n]*\n(?<rest>[\s\S]*)$/u.exec(text)?.groups?.["rest"];
  return rest !== undefined && rest.trim() !== "" && !/^\s*[^\s:：#][^:：\n]{0,20}:(?:\s|$)/u.test(rest);
}
