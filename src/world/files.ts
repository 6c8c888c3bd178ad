import * as fs from "node:fs";
import { byCodePoint } from "../base/order.ts";
import type { FileKind, FileParts, Files } from "../world.ts";
import { codeOf, FileError, faultOf } from "./fault.ts";
import { isLeftMark, markFile, MARK_LIMIT } from "./mark.ts";
import { appendFile, moveFile } from "./move.ts";
import { createFile, makeFolders, replaceFile, stageFile, type Disk } from "./write.ts";

/** The files of this machine. Tests give a disk that fails. */
export function nodeFiles(disk: Disk = { ...fs, sleep }): Files {
  const guarded =
    <A extends unknown[], R>(work: (path: string, ...rest: A) => R) =>
    (path: string, ...rest: A): R => {
      try {
        return work(path, ...rest);
      } catch (error) {
        throw faultOf(error, path);
      }
    };
  return {
    kind: guarded(kindOf),
    stamp: guarded(stampOf),
    read: guarded(readBounded),
    parts: guarded((path) => {
      const { size, read, close } = openParts(path);
      return {
        size,
        close,
        read: (from, into) => guarded((_, at: number, to: Uint8Array) => read(at, to))(path, from, into),
      };
    }),
    list: guarded((path) => fs.readdirSync(path).sort(byCodePoint)),
    makeFolder: guarded((path) => makeFolder(disk, path)),
    replace: guarded((path, bytes: Uint8Array) => replaceFile(disk, path, bytes)),
    create: guarded((path, bytes: Uint8Array) => createFile(disk, path, bytes)),
    mark: guarded((path) => markFile(disk, path)),
    isLeft: guarded((path) => isLeftMark(new TextDecoder().decode(readBounded(path, MARK_LIMIT)))),
    append: guarded((path, bytes: Uint8Array) => appendFile(disk, path, bytes)),
    move: guarded((from, to: string) => moveFile(disk, from, to)),
    stage: guarded((path, bytes: Uint8Array) => {
      const { commit, discard } = stageFile(disk, path, bytes);
      return { commit: () => guarded(commit)(path), discard };
    }),
    remove: guarded((path) => fs.rmSync(path)),
    changed: guarded((path) => fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null),
  };
}

/** Nothing below a file, beyond a name's length or behind a dangling link counts as nothing there. */
const NOTHING = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG"]);

function kindOf(path: string): FileKind | null {
  try {
    const found = fs.statSync(path);
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
  } catch (error) {
    if (NOTHING.has(codeOf(error))) return null;
    throw error;
  }
}

function stampOf(path: string): string | null {
  try {
    const found = fs.statSync(path, { bigint: true });
    // A file put in the place of another may be as long and as old: its number tells them apart, and ctime cannot be set back.
    return found.isFile() ? `${found.size} ${found.mtimeNs} ${found.ctimeNs} ${found.ino}` : null;
  } catch (error) {
    if (NOTHING.has(codeOf(error))) return null;
    throw error;
  }
}

function readBounded(path: string, limit: number): Uint8Array {
  const file = openFile(path);
  try {
    const found = fs.fstatSync(file);
    if (found.size > limit) throw new FileError("too-big", path, `${found.size} > ${limit}`);
    return readOpen(file, path, { size: found.size, limit });
  } finally {
    fs.closeSync(file);
  }
}

function openParts(path: string): FileParts {
  const file = openFile(path);
  return {
    size: fs.fstatSync(file).size,
    read(from, into) {
      let length = 0;
      for (let count = -1; count !== 0 && length < into.length; length += count)
        count = fs.readSync(file, into, length, into.length - length, from + length);
      return length;
    },
    close: () => fs.closeSync(file),
  };
}

/** Looks before it opens, since a pipe would wait for a writer; and again after, since the path may have changed. */
function openFile(path: string): number {
  if (!fs.statSync(path).isFile()) throw new FileError("not-a-file", path, "");
  const file = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  if (fs.fstatSync(file).isFile()) return file;
  fs.closeSync(file);
  throw new FileError("not-a-file", path, "");
}

/** Reads to the end, which may lie beyond the size first seen: the file can grow, and /proc says 0. */
function readOpen(file: number, path: string, { size, limit }: { size: number; limit: number }): Uint8Array {
  let buffer = Buffer.alloc(size + 1);
  let length = 0;
  for (;;) {
    const count = fs.readSync(file, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > limit) throw new FileError("too-big", path, `${length} > ${limit}`);
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(buffer.length * 2 + 4096, limit + 1));
  }
}

function makeFolder(disk: Disk, path: string): void {
  try {
    makeFolders(disk, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw new FileError("not-a-folder", path, "EEXIST");
    throw error;
  }
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
