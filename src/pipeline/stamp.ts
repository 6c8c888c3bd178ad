import { spliceBytes, type Splice } from "../base/splice.ts";
import type { Entry, FieldName } from "../model/entry.ts";
import { decode } from "../read/decode.ts";
import { keyOf } from "../read/entry-fields.ts";
import type { Grounds } from "./grounds.ts";
import { survey } from "./survey.ts";

/** What the office writes into an entry as it takes it in; each is one line of plain text. */
export type Stamp = Readonly<Partial<Record<"id" | "register" | "taken" | "clerk", string>>>;

interface Unstamped {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A file of entries with each stamped, in order, and every other byte as it was. Read back before it counts: null where
 * the fields cannot be written in, or anything else would be read in another way.
 */
export function stampFile({ path, bytes }: Unstamped, stamps: readonly Stamp[], grounds: Grounds): Uint8Array | null {
  const decoded = decode(bytes);
  const before = entriesOf({ path, bytes }, grounds);
  if (!("text" in decoded) || before === null || before.length !== stamps.length) return null;
  for (const write of [intoBlock, intoFlow]) {
    const splices = before.flatMap((entry, index) => splicesFor(entry, stamps[index] ?? {}, write));
    const sorted = splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const stamped = spliceBytes({ bytes, ...decoded }, sorted);
    if (stamped && saysTheSame(before, entriesOf({ path, bytes: stamped }, grounds), stamps)) return stamped;
  }
  return null;
}

/** The entries of a file; null where one of them could not be read. */
function entriesOf({ path, bytes }: Unstamped, grounds: Grounds): Entry[] | null {
  const { readings } = survey([{ path, defaultId: path, content: bytes }], grounds, { alone: true });
  const entries = readings.flatMap(({ entry }) => (entry ? [entry] : []));
  return entries.length === readings.length ? entries : null;
}

type Write = (line: string, before: string, text: string) => string;

/** Lines above the first key, with its indentation and the file's ends of line. */
const intoBlock: Write = (line, before, text) => `${line}${/\r\n/u.test(text) ? "\r\n" : "\n"}${before}`;
/** In braces, where all stands on one line. */
const intoFlow: Write = (line) => `${line}, `;

/** What the unit wrote in a field of the office gives way; what is not there is written above the first key. */
function splicesFor({ places, source }: Entry, stamp: Stamp, write: Write): Splice[] {
  const head = places.of("").start;
  const indent = source.text.slice(source.text.lastIndexOf("\n", head - 1) + 1, head);
  const fields = Object.entries(stamp) as [FieldName, string][];
  const added = fields.filter(([name]) => !places.has(name));
  const lines = added.map(([name, value]) => write(`${keyOf(name)}: ${written(value)}`, indent, source.text)).join("");
  const replaced = fields.flatMap(([name, value]): Splice[] => {
    if (!places.has(name)) return [];
    const { start, end } = places.of(name);
    return [{ start, end, text: start === end ? ` ${written(value)}` : written(value) }];
  });
  return lines === "" ? replaced : [{ start: head, end: head, text: lines }, ...replaced];
}

/** A value that YAML reads as the text it is. */
function written(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}·:-]*(?: [\p{L}\p{N}·:-]+)*$/u.test(value) ? value : JSON.stringify(value);
}

/** Whether every value is as it was, and the stamps stand where they should. */
function saysTheSame(before: readonly Entry[], after: readonly Entry[] | null, stamps: readonly Stamp[]): boolean {
  if (after === null || after.length !== before.length) return false;
  return before.every((entry, index) => {
    const [other, stamp] = [after[index] as Entry, stamps[index] ?? {}];
    const own = (path: string): boolean => Object.hasOwn(stamp, path);
    const texts = (one: Entry): string =>
      JSON.stringify([...one.places.texts()].flatMap(({ path, value }) => (own(path) ? [] : [[path, value]])));
    const stamped = new Map([...other.places.texts()].map(({ path, value }) => [path, value]));
    return texts(entry) === texts(other) && Object.entries(stamp).every(([name, value]) => stamped.get(name) === value);
  });
}
