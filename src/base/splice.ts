import { encodeGb } from "./gb.ts";

/** What the bytes of a text are written in. */
export type Encoding = "utf-8" | "gb18030";

/** The bytes of a file, and the text they were read as: a byte order mark is no part of it. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: Encoding;
}

/** A stretch of the text, in UTF-16 offsets, that gives way to another text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The bytes with all splices made and every other byte as it was. Splices come in the order of the text and do not
 * overlap. Null where a text cannot be written in the encoding, or the text is not what the bytes say.
 */
export function spliceBytes(written: Written, splices: readonly Splice[]): Uint8Array | null {
  const offsets = byteOffsets(
    written,
    splices.flatMap(({ start, end }) => [start, end]),
  );
  if (offsets === null) return null;
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [index, { text }] of splices.entries()) {
    const encoded = written.encoding === "utf-8" ? new TextEncoder().encode(text) : encodeGb(text);
    const [start, end] = [offsets[2 * index] as number, offsets[2 * index + 1] as number];
    if (encoded === null || start < at) return null;
    parts.push(written.bytes.subarray(at, start), encoded);
    at = end;
  }
  return joined([...parts, written.bytes.subarray(at)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Where each UTF-16 offset, in rising order, stands in the bytes; null where one lies within a character. */
function byteOffsets({ bytes, text, encoding }: Written, wanted: readonly number[]): number[] | null {
  const hasMark = encoding === "utf-8" && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const found: number[] = [];
  let [unit, byte] = [0, hasMark ? 3 : 0];
  for (const offset of wanted) {
    while (unit < offset && unit < text.length) {
      const code = text.codePointAt(unit) as number;
      byte += encoding === "utf-8" ? utf8Length(code) : gbLength(bytes, byte);
      unit += code > 0xffff ? 2 : 1;
    }
    if (unit !== offset || byte > bytes.length) return null;
    found.push(byte);
  }
  return found;
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** GB 18030 tells by the second byte whether a character takes two or four. */
function gbLength(bytes: Uint8Array, at: number): number {
  const [lead = 0, next = 0] = [bytes[at], bytes[at + 1]];
  if (lead <= 0x80 || lead === 0xff) return 1;
  return next >= 0x30 && next <= 0x39 ? 4 : 2;
}
