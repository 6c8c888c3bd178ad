import { sameBytes } from "../../base/bytes.ts";
import type { World } from "../../world.ts";
import { dirname } from "../paths.ts";

/** A file is no longer than an entry, a slip no longer than this. */
const LIMIT = 32 * 1_048_576;

/** The name, and after it the same with -2, -3 … before its ending. */
function* namesFrom(path: string): Generator<string, never> {
  const [, stem = path, ending = ""] = /^(.*?)(\.[^./\\]*)?$/su.exec(path) ?? [];
  for (let count = 1; ; count++) yield count === 1 ? path : `${stem}-${count}${ending}`;
}

/** Writes a file under the first of its names that nobody has; one that holds the same bytes is it. Nothing is overwritten. */
export function createBeside(world: World, wanted: string, bytes: Uint8Array): string {
  world.files.makeFolder(dirname(wanted));
  for (const path of namesFrom(wanted)) if (world.files.create(path, bytes) || holds(world, path, bytes)) return path;
  return wanted;
}

function holds({ files }: World, path: string, bytes: Uint8Array): boolean {
  return files.kind(path) === "file" && sameBytes(files.read(path, LIMIT), bytes);
}

/** Moves a file to the first of the names that nobody has. */
export function moveBeside({ files }: World, from: string, wanted: string): string {
  for (const path of namesFrom(wanted)) if (files.move(from, path)) return path;
  return wanted;
}
