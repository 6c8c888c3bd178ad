import { Inflate } from "fflate";
import { BrokenFile } from "./broken.ts";
import { directoryOf, storedBytes, type ZipEntry } from "./directory.ts";

/** All parts together, and the longest that is XML: a brief with pictures is far below. */
const MOST_BYTES = 256 * 1_048_576;
const MOST_XML_BYTES = 64 * 1_048_576;
/** Compressed bytes inflated at a time: so little can become at most 16 MB before it is looked at. */
const STEP = 16_384;

/** The parts of a DOCX from anyone, by path. Whatever keeps it from being read is a BrokenFile. */
export function unpackBounded(file: Uint8Array): Map<string, Uint8Array> {
  refuseOthers(file);
  const entries = directoryOf(file).filter(({ name }) => !name.endsWith("/"));
  const total = entries.reduce((sum, { inflated }) => sum + inflated, 0);
  const long = entries.find(({ name, inflated }) => isXml(name) && inflated > MOST_XML_BYTES);
  if (total > MOST_BYTES || long) throw new BrokenFile("too-big", long?.name);
  return new Map(entries.map((entry) => [entry.name, inflate(file, entry)]));
}

/** Whether a part is XML by its name. */
export function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/iu.test(name);
}

/** The head of an OLE file: .doc and .wps, and a DOCX that is locked with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function refuseOthers(file: Uint8Array): void {
  if (file.length === 0) throw new BrokenFile("empty");
  if (OLE.every((byte, at) => file[at] === byte))
    throw new BrokenFile(holds(file, "EncryptedPackage") ? "encrypted" : "old-format");
  if (file[0] !== 0x50 || file[1] !== 0x4b) throw new BrokenFile("not-zip");
}

/** Whether the directory of an OLE file names a stream: names are UTF-16, on a boundary of 128 bytes. */
function holds(file: Uint8Array, name: string): boolean {
  const bytes = [...name].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = 0; at + bytes.length <= file.length; at += 128)
    if (bytes.every((byte, index) => file[at + index] === byte)) return true;
  return false;
}

/** Not a byte more than the directory says: one that lies is damaged. */
function inflate(file: Uint8Array, entry: ZipEntry): Uint8Array {
  const stored = storedBytes(file, entry);
  if (entry.method === 0) {
    if (entry.inflated !== entry.size) throw new BrokenFile("damaged", entry.name);
    return stored.slice();
  }
  if (entry.method !== 8) throw new BrokenFile("damaged", entry.name);
  const out = new Uint8Array(entry.inflated);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > out.length) throw new BrokenFile("too-big", entry.name);
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < stored.length; at += STEP)
      inflater.push(stored.subarray(at, at + STEP), at + STEP >= stored.length);
  } catch (error) {
    throw error instanceof BrokenFile ? error : new BrokenFile("damaged", entry.name);
  }
  if (length !== out.length) throw new BrokenFile("damaged", entry.name);
  return out;
}
