import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** The parts of a file by path, as text. */
export type Parts = Map<string, string>;

export function unpack(file: Uint8Array): Parts {
  const files = Object.entries(unzipSync(file)).filter(([path]) => !path.endsWith("/"));
  return new Map(files.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The earliest date a ZIP can hold, by its fields and not by a moment: the same bytes in every time zone. */
const ZIP_DATE = new Date(1980, 0, 1);

/** The parts as a file: content types first, as readers expect, the rest by path, all with one date. */
export function pack(parts: Parts): Uint8Array {
  const first = "[Content_Types].xml";
  const rank = (path: string): string => (path === first ? "" : path);
  const paths = [...parts.keys()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const zippable: Zippable = {};
  for (const path of paths) zippable[path] = strToU8(parts.get(path) ?? "");
  return zipSync(zippable, { level: 6, mtime: ZIP_DATE, os: 0 });
}
