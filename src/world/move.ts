import { dirname } from "node:path";
import { codeOf } from "./fault.ts";
import { discard, isTaken, NO_LINKS, renamePatiently, syncFolder, type Disk } from "./write.ts";

/** One write at the end of the file: the system puts it behind whatever others wrote, and never between. */
export function appendFile(disk: Disk, path: string, bytes: Uint8Array): void {
  const file = disk.openSync(path, "a");
  try {
    for (let at = 0; at < bytes.length;) at += disk.writeSync(file, bytes, at, bytes.length - at);
    disk.fsyncSync(file);
  } finally {
    disk.closeSync(file);
  }
}

/** A new name, and only then the old one gone: at no time has the file none. False where somebody has the new name. */
export function moveFile(disk: Disk, from: string, to: string): boolean {
  try {
    disk.linkSync(from, to);
  } catch (error) {
    if (isTaken(disk, to, error)) return false;
    if (!NO_LINKS.has(codeOf(error))) throw error;
    return moveWithoutLink(disk, from, to);
  }
  disk.unlinkSync(from);
  syncFolder(disk, dirname(to));
  return true;
}

/** Where there are no links the name is taken with an empty file first: renaming alone would overwrite. */
function moveWithoutLink(disk: Disk, from: string, to: string): boolean {
  try {
    disk.closeSync(disk.openSync(to, "wx"));
  } catch (error) {
    if (isTaken(disk, to, error)) return false;
    throw error;
  }
  try {
    renamePatiently(disk, from, to);
  } catch (error) {
    discard(disk, to);
    throw error;
  }
  syncFolder(disk, dirname(to));
  return true;
}
