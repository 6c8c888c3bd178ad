import { decodePart } from "../../ooxml/decode.ts";
import { isXml, unpackBounded } from "../../ooxml/unpack.ts";
import { starred } from "./symbols.ts";

/** What text can be made out of a file that cannot be read: paragraphs on lines of their own, tags left out. */
export function looseText(bytes: Uint8Array): string {
  const parts = partsOf(bytes);
  if (parts === null) return new TextDecoder("utf-16le").decode(bytes.subarray(0, MOST));
  return [...parts].flatMap(([path, content]) => (isXml(path) ? [bare(path, content)] : [])).join("\n");
}

/** Parts that have text by another name than .xml: a page in HTML that the text takes in, XML called something else. */
export function looseParts(parts: ReadonlyMap<string, Uint8Array>): string[] {
  return [...parts].flatMap(([path, content]) => (!isXml(path) && isText(content) ? [bare(path, content)] : []));
}

/** An old .doc has its text in UTF-16 somewhere in its first megabytes. */
const MOST = 4 * 1_048_576;
/** Bytes by which text is told from a picture. */
const HEAD = 512;

/** Text has no zero bytes, but for UTF-16 with its sign at the beginning. */
function isText(content: Uint8Array): boolean {
  const [first, second] = content;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isWide || !content.subarray(0, HEAD).includes(0);
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  try {
    return unpackBounded(bytes);
  } catch {
    return null;
  }
}

const SYMBOL = /<(?:\w+:)?sym\s[^<>]*?char="(?<code>[\da-f]{1,5})"[^<>]*>/giu;
const WORDS = /\s(?:string|descr|title|alt|[\w:]*instr)="(?<words>[^"<>]*)"/gu;

function bare(path: string, content: Uint8Array): string {
  const xml = decoded(path, content);
  if (!/密|&#/u.test(xml)) return "";
  const attributes = [...xml.matchAll(WORDS)].map(({ groups }) => groups?.["words"] ?? "");
  const text = xml
    .replace(/<\/(?:\w+:)?p>/giu, "\n")
    .replace(SYMBOL, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/<[^<>]*>/gu, "");
  return starred(references([text, ...attributes].join("\n")), "");
}

/** Characters written by their number. */
function references(text: string): string {
  return text.replace(
    /&#(?:x(?<hex>[\da-f]{1,6})|(?<decimal>\d{1,7}));/giu,
    (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function decoded(path: string, content: Uint8Array): string {
  try {
    return decodePart(path, content);
  } catch {
    return new TextDecoder().decode(content);
  }
}
