import { visible } from "../../base/visible.ts";
import type { World } from "../../world.ts";
import { UsageError } from "../command.ts";
import { join, shownPath, typedPath } from "../paths.ts";
import type { Workspace } from "../workspace.ts";

/** Where originals go once they are taken in, below the inbox. */
export const TAKEN_FOLDER = "已收";
/** Where entries wait that go back to their units, below the office. */
export const RETURN_FOLDER = "退稿";

/** What lies in an inbox; absolute paths, sorted. */
export interface Inbox {
  readonly entries: readonly string[];
  /** Papers, pictures and all else that is no entry. */
  readonly others: readonly string[];
}

const ENTRY_FILE = /\.(?:ya?ml|md)$/iu;
/** Nobody files deeper: beyond it there is a link that leads back up. */
const MAX_DEPTH = 16;

/** All that lies in an inbox and below, but for what was taken in already. Names that begin with a dot are left alone. */
export function listInbox(world: World, inbox: string): Inbox {
  const walk = (folder: string, depth: number): string[] => {
    if (depth > MAX_DEPTH)
      throw new UsageError(`目录层次过深：${visible(folder)}`, "请检查其中有没有绕回上级目录的链接");
    return world.files.list(folder).flatMap((name) => {
      const path = join(folder, name);
      if (name.startsWith(".") || name.startsWith("~$") || (depth === 1 && name === TAKEN_FOLDER)) return [];
      return world.files.kind(path) === "folder" ? walk(path, depth + 1) : [path];
    });
  };
  const all = walk(inbox, 1);
  return { entries: all.filter((path) => ENTRY_FILE.test(path)), others: all.filter((path) => !ENTRY_FILE.test(path)) };
}

/** The folder named; one that holds the office's own files, or lies among them, is no inbox. */
export function inboxFolder(world: World, { root, grounds }: Workspace, path: string): string {
  const kind = world.files.kind(path);
  if (kind === null)
    throw new UsageError(`没有这个目录：${visible(path)}`, "请写收件的目录，例如 zhuanbao sort 收件夹");
  if (kind !== "folder") throw new UsageError(`${visible(path)} 应是目录，却是文件`, "请写收件的目录");
  const { entries, plans, out, ledger } = grounds.office.paths;
  const own = [entries, plans, out, ledger, RETURN_FOLDER].map((each) => typedPath(root, each));
  const within = (inner: string, outer: string): boolean => {
    const near = shownPath(outer, inner);
    return near === "." || near !== inner;
  };
  const met = own.find((each) => within(path, each) || within(each, path));
  if (met === undefined) return path;
  throw new UsageError(
    `${visible(shownPath(root, path))} 不能当收件夹：它与工作区自己的 ${visible(shownPath(root, met))} 重叠`,
    "请另用一个目录收件，例如工作区里的 收件/",
  );
}
