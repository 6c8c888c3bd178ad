import { visible } from "../base/visible.ts";
import type { World } from "../world.ts";
import { UsageError } from "./command.ts";
import { shownPath } from "./paths.ts";

/** A larger file is none that was made here. */
const LIMIT = 32 * 1_048_576;

/** Refuses to take the place of anything but a file that `isOwn`: made here, and changed by nobody since. */
export function refuseOther(
  { files }: World,
  { root, path }: { readonly root: string; readonly path: string },
  isOwn: (bytes: Uint8Array) => boolean,
): void {
  const kind = files.kind(path);
  if (kind === null || (kind === "file" && isOwn(files.read(path, LIMIT)))) return;
  throw new UsageError(
    `${visible(shownPath(root, path))} 已经有了，不是本命令写的，或者写出以后改过，没有覆盖`,
    "请换一个文件名，或者先移开它",
  );
}
