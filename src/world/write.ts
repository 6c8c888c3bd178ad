import type * as fs from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Staged } from "../world.ts";
import { codeOf, FileError, faultOf } from "./fault.ts";

type Calls = Pick<
  typeof fs,
  | "openSync"
  | "writeSync"
  | "fsyncSync"
  | "fchmodSync"
  | "closeSync"
  | "renameSync"
  | "linkSync"
  | "unlinkSync"
  | "statSync"
  | "mkdirSync"
>;

/** What writing needs of node:fs, and a way to wait. */
export interface Disk extends Calls {
  sleep(ms: number): void;
}

/** Waits between tries at a file that an editor or a virus scanner holds open, in milliseconds. */
const PATIENCE = [200, 400, 800];

/** The old file or the whole new one. A link at `path` is replaced; what it points at is left alone. */
export function replaceFile(disk: Disk, path: string, bytes: Uint8Array): void {
  const { commit, discard: drop } = stageFile(disk, path, bytes);
  try {
    commit();
  } catch (error) {
    drop();
    throw error;
  }
}

/** A whole file under a temporary name, that can be given its own. */
export function stageFile(disk: Disk, path: string, bytes: Uint8Array): Staged {
  const mode = modeOf(disk, path);
  const temporary = writeTemporary(disk, path, { bytes, mode });
  let waits = true;
  return {
    commit() {
      renamePatiently(disk, temporary, path);
      waits = false;
      syncFolder(disk, dirname(path));
    },
    discard() {
      if (waits) discard(disk, temporary);
      waits = false;
    },
  };
}

/** A whole file under a name nobody has taken; false where somebody has. */
export function createFile(disk: Disk, path: string, bytes: Uint8Array): boolean {
  const temporary = writeTemporary(disk, path, { bytes, mode: null });
  try {
    disk.linkSync(temporary, path);
  } catch (error) {
    if (isTaken(disk, path, error)) return false;
    if (!NO_LINKS.has(codeOf(error))) throw error;
    return createWithoutLink(disk, path, bytes);
  } finally {
    discard(disk, temporary);
  }
  syncFolder(disk, dirname(path));
  return true;
}

/** What file systems without hard links (FAT, some shares) answer. */
export const NO_LINKS = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EINVAL", "EXDEV"]);

/** A new file, open; null where its name is taken. */
export function openNew(disk: Disk, path: string): number | null {
  try {
    return disk.openSync(path, "wx");
  } catch (error) {
    if (isTaken(disk, path, error)) return null;
    throw error;
  }
}

function createWithoutLink(disk: Disk, path: string, bytes: Uint8Array): boolean {
  const file = openNew(disk, path);
  if (file === null) return false;
  fill(disk, { file, path, bytes });
  syncFolder(disk, dirname(path));
  return true;
}

/** On a share, who loses a race is told that it may not, instead of that the name is taken. */
export function isTaken(disk: Disk, path: string, error: unknown): boolean {
  const code = codeOf(error);
  return code === "EEXIST" || ((code === "EPERM" || code === "EACCES") && modeOf(disk, path) !== null);
}

let count = 0;

/** A short name in the same folder: a suffix to a long Chinese name would exceed what file systems allow. */
function writeTemporary(disk: Disk, path: string, { bytes, mode }: { bytes: Uint8Array; mode: number | null }): string {
  for (;;) {
    const temporary = join(dirname(path), `.zb-${process.pid.toString(36)}-${(count++).toString(36)}.tmp`);
    try {
      const file = disk.openSync(temporary, "wx");
      fill(disk, { file, path: temporary, bytes, mode });
      return temporary;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw faultOf(error, path);
    }
  }
}

interface Filling {
  readonly file: number;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mode?: number | null;
}

/** Writes all of it and syncs; on failure the file is gone. One write may take only a part without an error. */
function fill(disk: Disk, { file, path, bytes, mode }: Filling): void {
  try {
    try {
      for (let at = 0; at < bytes.length;) at += disk.writeSync(file, bytes, at, bytes.length - at);
      if (mode !== null && mode !== undefined) disk.fchmodSync(file, mode);
      disk.fsyncSync(file);
    } finally {
      disk.closeSync(file);
    }
  } catch (error) {
    discard(disk, path);
    throw error;
  }
}

export function renamePatiently(disk: Disk, from: string, to: string): void {
  for (const wait of [...PATIENCE, null]) {
    try {
      disk.renameSync(from, to);
      return;
    } catch (error) {
      const code = codeOf(error);
      if (code === "ENOTEMPTY" || code === "EEXIST" || code === "EISDIR") throw new FileError("not-a-file", to, code);
      if (code !== "EPERM" && code !== "EBUSY") throw error;
      if (wait === null) throw new FileError("locked", to, code);
      disk.sleep(wait);
    }
  }
}

/** Permissions of the file that is to be replaced; null where there is none. */
function modeOf(disk: Disk, path: string): number | null {
  try {
    return disk.statSync(path).mode & 0o777;
  } catch {
    return null;
  }
}

export function discard(disk: Disk, path: string): void {
  try {
    disk.unlinkSync(path);
  } catch {
    // It may be gone already; what went wrong before matters more.
  }
}

/** Makes a folder and those above it, and sees to it that their names survive a power cut. */
export function makeFolders(disk: Disk, path: string): void {
  const first = disk.mkdirSync(path, { recursive: true });
  if (first === undefined) return;
  for (let at = resolve(path); at.length >= resolve(first).length; at = dirname(at)) syncFolder(disk, dirname(at));
}

/** So that the new name survives a power cut. Windows cannot open folders. */
export function syncFolder(disk: Disk, folder: string): void {
  let file: number;
  try {
    file = disk.openSync(folder, "r");
  } catch {
    return;
  }
  try {
    disk.fsyncSync(file);
  } catch (error) {
    if (!["EINVAL", "EPERM", "EISDIR", "ENOTSUP"].includes(codeOf(error))) throw error;
  } finally {
    disk.closeSync(file);
  }
}
