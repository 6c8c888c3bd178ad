import { parseMoment } from "../base/time.ts";
import type { LedgerRecord, UnknownRecord } from "../model/ledger.ts";
import { fields, FormError, objectOf, optional, text, whole, type Json } from "./form.ts";
import { formOf, type KnownRecord } from "./forms.ts";
import { CHECKSUM, seal } from "./seal.ts";
import type { Chain, Kept, Next } from "./store.ts";

const VERSION = 1;

/** Where a record stands: written into it, so that one that was moved or swapped is known. */
interface Head {
  readonly version: number;
  readonly series: string;
  readonly year: number;
  readonly seq: number;
  readonly before: string | null;
}

const head = fields<Head>({
  version: ["版本", whole],
  series: ["系列", text],
  year: ["年度", whole],
  seq: ["序号", whole],
  before: ["上一条", optional(text)],
});

/** A record and where it says it stands. */
export interface Decoded {
  readonly head: Head;
  readonly record: LedgerRecord;
}

/** The text of a record at a place of a chain: JSON that people can read, its own checksum last. */
export function writeRecord(record: KnownRecord, chain: Chain, { seq, before }: Pick<Next, "seq" | "before">): string {
  const form = formOf(record.event);
  if (!form) throw new Error(`no form for ${record.event}`);
  const place = head.write({ version: VERSION, ...chain, seq, before }) as Record<string, Json>;
  return seal({ ...place, ...(form.write(record) as Record<string, Json>) });
}

/** What was read of a record by now. Kept records never change, and who waits for a number looks at all of them again and again. */
const READ = new WeakMap<Pick<Kept, "text">, { readonly zone: string; readonly found: Decoded | string }>();

/** Reads a record; one that is none says why. */
export function readRecord(kept: Pick<Kept, "text">, zone: string): Decoded | string {
  const known = READ.get(kept);
  if (known?.zone === zone) return known.found;
  const found = readText(kept.text, zone);
  READ.set(kept, { zone, found });
  return found;
}

function readText(source: string, zone: string): Decoded | string {
  if (source === "") return "是空的：写到一半断了，这个号已占用";
  try {
    const values = objectOf(parse(source));
    return { head: head.read(values, zone), record: decode(values, zone) };
  } catch (error) {
    if (error instanceof FormError) return `读不出来：${error.message}`;
    throw error;
  }
}

/** Whether a text is, to the last byte, as the program wrote it. */
export function isSealed(source: string): boolean {
  const { [CHECKSUM]: _sum, ...rest } = objectOf(parse(source));
  return seal(rest) === source;
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    throw new FormError("不是完整的 JSON");
  }
}

function decode(values: Readonly<Record<string, unknown>>, zone: string): LedgerRecord {
  const event = values["事"];
  if (typeof event !== "string") throw new FormError("没有“事”");
  const form = formOf(event);
  return form ? form.read(values, zone) : unknown(event, values, zone);
}

const OWN_KEYS = new Set(["版本", "系列", "年度", "序号", "上一条", "事", "记于", CHECKSUM]);

function unknown(name: string, values: Readonly<Record<string, unknown>>, zone: string): UnknownRecord {
  const at = typeof values["记于"] === "string" ? parseMoment(values["记于"], zone) : null;
  const shown = Object.entries(values)
    .filter(([key]) => !OWN_KEYS.has(key))
    .map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)] as const);
  return { event: null, name, at, fields: new Map(shown) };
}
