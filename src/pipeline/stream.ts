import { spliceBytes, type Splice } from "../base/splice.ts";
import { decode } from "../read/decode.ts";

/** The documents of a YAML stream, as offsets of its text: each from its own `---` on. */
function documentsIn(text: string): { start: number; end: number }[] {
  const starts = Array.from(text.matchAll(/^---(?=\s|$)/gmu), ({ index }) => index);
  const all = [0, ...starts.filter((start) => start > 0)];
  return all
    .map((start, index) => ({ start, end: all[index + 1] ?? text.length }))
    .filter(({ start, end }) => isFilled(text.slice(start, end)));
}

/** Whether there is anything but a marker, comments and white space. */
function isFilled(document: string): boolean {
  return document
    .replace(/^---(?=\s|$)/u, "")
    .split(/\r?\n/u)
    .some((line) => !/^\s*(?:#.*)?$/u.test(line));
}

/** The document of a stream that an offset of its text lies in. */
export function documentAt(text: string, offset: number): string {
  const found = documentsIn(text).findLast(({ start }) => start <= offset);
  return found ? text.slice(found.start, found.end) : text;
}

/** The text of each document of a stream of `count`; null where they cannot be told apart with certainty. */
export function documentTexts(bytes: Uint8Array, count: number): string[] | null {
  const decoded = decode(bytes);
  if (!("text" in decoded)) return null;
  const documents = documentsIn(decoded.text);
  return documents.length === count ? documents.map(({ start, end }) => decoded.text.slice(start, end)) : null;
}

/** A stream without some of its documents, by place from 0; every other byte as it was. Null where that is not certain. */
export function withoutDocuments(bytes: Uint8Array, gone: ReadonlySet<number>, count: number): Uint8Array | null {
  const decoded = decode(bytes);
  // `...` and directives belong to documents in ways that cutting would change.
  if (!("text" in decoded) || /^(?:\.\.\.|%)/mu.test(decoded.text)) return null;
  const documents = documentsIn(decoded.text);
  if (documents.length !== count) return null;
  const splices = documents.flatMap((document, index): Splice[] =>
    gone.has(index) ? [{ ...document, text: "" }] : [],
  );
  return spliceBytes({ bytes, ...decoded }, splices);
}
