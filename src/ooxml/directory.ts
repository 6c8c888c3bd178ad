import { BrokenFile } from "./broken.ts";

/** One file in a ZIP as its directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly size: number;
  readonly inflated: number;
  readonly offset: number;
}

/** A DOCX has some dozen parts, and one more for each picture. */
const MOST_ENTRIES = 5000;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;

/** The directory of a ZIP; throws BrokenFile for what no DOCX has: many entries, names that lead out, names twice. */
export function directoryOf(file: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new BrokenFile("too-many-parts");
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  for (let at = view.getUint32(end + 16, true), left = count; left > 0; left--) {
    if (at + 46 > file.length || view.getUint32(at, true) !== CENTRAL) throw new BrokenFile("damaged");
    const entry = entryAt(file, view, at);
    const folded = entry.name.toLowerCase();
    // Readers would not agree on which of the two is meant.
    if (names.has(folded)) throw new BrokenFile("same-name", entry.name);
    names.add(folded);
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the record at the end begins: a comment of up to 64 KB may follow it. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && last - at <= 0xffff; at--) if (view.getUint32(at, true) === END) return at;
  throw new BrokenFile("damaged");
}

function entryAt(file: Uint8Array, view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const length = view.getUint16(at + 28, true);
  const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + length)).replaceAll("\\", "/");
  if (name.startsWith("/") || name.includes("\0") || name.split("/").includes(".."))
    throw new BrokenFile("bad-name", name);
  if ((flags & ENCRYPTED) !== 0) throw new BrokenFile("encrypted");
  return {
    name,
    method: view.getUint16(at + 10, true),
    size: view.getUint32(at + 20, true),
    inflated: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** The stored bytes of an entry. */
export function storedBytes(file: Uint8Array, { name, offset, size }: ZipEntry): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (offset + 30 > file.length || view.getUint32(offset, true) !== LOCAL) throw new BrokenFile("damaged", name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + size > file.length) throw new BrokenFile("damaged", name);
  return file.subarray(start, start + size);
}
