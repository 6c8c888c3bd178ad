import { decodePart } from "../ooxml/decode.ts";
import { isXml, unpackBounded } from "../ooxml/unpack.ts";

/** What text can be made out of a file that cannot be read: paragraphs on lines of their own, tags left out. */
export function looseText(bytes: Uint8Array): string {
  const parts = partsOf(bytes);
  if (parts === null) return new TextDecoder("utf-16le").decode(bytes.subarray(0, MOST));
  return [...parts].flatMap(([path, content]) => (isXml(path) ? [bare(path, content)] : [])).join("\n");
}

/** An old .doc has its text in UTF-16 somewhere in its first megabytes. */
const MOST = 4 * 1_048_576;

function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  try {
    return unpackBounded(bytes);
  } catch {
    return null;
  }
}

function bare(path: string, content: Uint8Array): string {
  const xml = decoded(path, content);
  return xml.replace(/<\/w:p>/gu, "\n").replace(/<[^<>]*>/gu, "");
}

function decoded(path: string, content: Uint8Array): string {
  try {
    return decodePart(path, content);
  } catch {
    return new TextDecoder().decode(content);
  }
}
