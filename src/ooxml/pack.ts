import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** The parts of a file by path, as text. */
export type Parts = Map<string, string>;

/** Parts of a file made here: for one from elsewhere there is `unpackBounded`. */
export function unpack(file: Uint8Array): Parts {
  const files = Object.entries(unzipSync(file)).filter(([path]) => !path.endsWith("/"));
  return new Map(files.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The parts as a file: content types first, as readers expect, the rest by path, all with one date. */
export function pack(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const first = "[Content_Types].xml";
  const rank = (path: string): string => (path === first ? "" : path);
  const paths = [...parts.keys()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const zippable: Zippable = {};
  for (const path of paths) zippable[path] = bytesOf(parts.get(path) ?? "");
  return zipSync(zippable, { level: 6, mtime: zipDate(), os: 0 });
}

function bytesOf(part: string | Uint8Array): Uint8Array {
  return typeof part === "string" ? strToU8(part) : part;
}

/** The earliest date a ZIP can hold. It holds a date's fields and not a moment, so the zone of the machine leaves no trace. */
function zipDate(): Date {
  return new Date(1980, 0, 1);
}
