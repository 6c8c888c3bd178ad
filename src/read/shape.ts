import { parseMoment } from "../base/time.ts";
import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { Moment } from "../model/moment.ts";
import { forbiddenAt } from "./decode.ts";
import { isEmptyText } from "./yaml.ts";
import type { MapNode, Node, Pair, Span, TextNode } from "./node.ts";
import type { Reading } from "./reading.ts";

/** Where a value is being read: under which key as written, and at which dotted path. `place` hears of every value. */
export interface Spot {
  readonly reading: Reading;
  readonly label: string;
  readonly path: string;
  readonly place: (path: string, node: Node) => void;
}

/** Reads one node; undefined where it is not of this shape, which has then been reported. */
export type Shape<T> = (node: Node, spot: Spot) => T | undefined;

/** A key of a record. Its English alias is the name it has in the record. */
export interface Field<T> {
  readonly key: string;
  readonly shape: Shape<T>;
  readonly required?: boolean;
}

type Fields = Readonly<Record<string, Field<unknown>>>;
export type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T | null : never };

export function field<T>(key: string, shape: Shape<T>): Field<T> {
  return { key, shape };
}

export function required<T>(key: string, shape: Shape<T>): Field<T> {
  return { key, shape, required: true };
}

/** Text in one piece; `lines` allows line breaks. */
export function text(options: { lines?: boolean } = {}): Shape<string> {
  return (node, spot) => {
    if (node.kind !== "text") return wrong(spot, node, [`应是文字，现为${kindName(node)}`, "请直接写文字；以 [、{、- 开头的文字要用引号括起来"]);
    const value = options.lines ? node.value.replace(/\n+$/u, "") : node.value.trim();
    const bad = forbiddenAt(value);
    if (bad >= 0) return wrong(spot, node, [`里有不能印出的字符 ${codeName(value, bad)}`, "请删去这个字符后重新录入"]);
    if (options.lines || !/[\n\r]/u.test(value)) return value;
    return wrong(spot, node, ["应写在一行里", "请去掉换行"]);
  };
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return (node, spot) => {
    const value = node.kind === "text" ? node.value.trim() : null;
    const found = values.find((known) => known === value);
    if (found !== undefined) return found;
    const near = value === null ? null : nearest(value, values);
    const shown = value === null ? kindName(node) : `“${quote(value)}”`;
    return wrong(spot, node, [`应是${values.join("、")}之一，现为${shown}`, near ? `是不是“${near}”？` : `请改为：${values.join("、")}`]);
  };
}

/** A number in plain digits, not below `least`. */
export function number(options: { whole?: boolean; least?: number } = {}): Shape<number> {
  return (node, spot) => {
    const value = node.kind === "text" ? node.value.trim() : "";
    const found = /^[+-]?\d{1,15}(?:\.\d{1,6})?$/u.test(value) ? Number(value) : Number.NaN;
    if (Number.isFinite(found) && (!options.whole || Number.isInteger(found)) && found >= (options.least ?? -Infinity)) return found;
    const kind = options.whole ? "整数" : "数字";
    const least = options.least === undefined ? "" : `，不小于 ${options.least}`;
    const shown = node.kind === "text" ? `“${quote(value)}”` : kindName(node);
    return wrong(spot, node, [`应是${kind}${least}，现为${shown}`, "请只写半角数字，不写单位"]);
  };
}

export function flag(): Shape<boolean> {
  const words: Readonly<Record<string, boolean>> = { 是: true, 否: false, true: true, false: false };
  return (node, spot) => {
    const value = node.kind === "text" ? words[node.value.trim()] : undefined;
    return value ?? wrong(spot, node, [`应是“是”或“否”，现为${node.kind === "text" ? `“${quote(node.value)}”` : kindName(node)}`, "请写 是 或 否"]);
  };
}

/** A time in the office's zone; `clock` asks for a time of day. */
export function moment(options: { clock?: boolean } = {}): Shape<Moment> {
  return (node, spot) => {
    const value = node.kind === "text" ? node.value : "";
    const found = parseMoment(value, spot.reading.zone);
    const shown = node.kind === "text" ? `“${quote(value.trim())}”` : kindName(node);
    if (!found) return wrong(spot, node, [`应是时间，现为${shown}`, "请写成 2026-11-18 09:10、2026-11-18 或 2026年11月18日9时10分，日期要真实存在"]);
    if (!options.clock || found.clock !== null) return found;
    return wrong(spot, node, [`应写到几时几分，现只有日期${shown}`, "请写成 2026-11-18 09:10（24 小时制）"]);
  };
}

/** Days since 1970-01-01. */
export function day(): Shape<number> {
  const read = moment();
  return (node, spot) => read(node, spot)?.day;
}

/** A list; one value alone is a list of one. */
export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return (node, spot) => {
    const nodes = node.kind === "list" ? node.items : [node];
    const values = nodes.map((each, index) => readAt(item, each, { ...spot, path: `${spot.path}.${index}` }));
    return values.some((value) => value === undefined) ? undefined : (values as T[]);
  };
}

/** A mapping with names of the writer's own choice, in their order. */
export function mapOf<T>(item: Shape<T>): Shape<ReadonlyMap<string, T>> {
  return (node, spot) => {
    if (node.kind !== "map") return wrong(spot, node, [`应是“名称: 值”的组合，现为${kindName(node)}`, "请每行写一个“名称: 值”"]);
    const values = node.pairs.map(({ key, value }) => [key.value, readAt(item, value, { ...spot, label: key.value, path: `${spot.path}.${key.value}` })] as const);
    return values.some(([, value]) => value === undefined) ? undefined : new Map(values as [string, T][]);
  };
}

/** A shape whose value is made into something else. */
export function mapped<T, U>(shape: Shape<T>, make: (value: T) => U): Shape<U> {
  return (node, spot) => {
    const value = shape(node, spot);
    return value === undefined ? undefined : make(value);
  };
}

/** The first of two shapes that fits the kind of node: a mapping takes the second. */
export function orRecord<T>(plain: Shape<T>, full: Shape<T>): Shape<T> {
  return (node, spot) => (node.kind === "map" ? full(node, spot) : plain(node, spot));
}

/** A mapping with fixed keys, Chinese or English; absent and empty ones are null. */
export function record<F extends Fields>(fields: F): Shape<Values<F>> {
  const byKey = new Map<string, string>();
  for (const [name, { key }] of Object.entries(fields)) byKey.set(key, name).set(name, name);
  return (node, spot) => {
    if (node.kind !== "map") return wrong(spot, node, [`应是“键: 值”的组合，现为${kindName(node)}`, `可写的键：${keysOf(fields)}`]);
    const { values, sound } = readPairs(node, spot, { fields, byKey });
    for (const [name, { key, required: owed }] of Object.entries(fields)) {
      if (!owed || values[name] !== undefined || node.pairs.some((pair) => byKey.get(pair.key.value) === name && !isBlank(pair.value))) continue;
      spot.reading.missing.add(join(spot.path, name));
      spot.reading.fault("missing-field", headOf(node), `缺少“${key}”`, `请补上“${key}: …”`);
    }
    const filled = Object.fromEntries(Object.keys(fields).map((name) => [name, values[name] ?? null]));
    return sound || spot.path === "" ? (filled as Values<F>) : undefined;
  };
}

interface Table {
  readonly fields: Fields;
  readonly byKey: ReadonlyMap<string, string>;
}

function readPairs(node: MapNode, spot: Spot, { fields, byKey }: Table): { values: Record<string, unknown>; sound: boolean } {
  const values: Record<string, unknown> = {};
  let sound = true;
  const seen = new Set<string>();
  for (const { key, value } of node.pairs) {
    const name = byKey.get(key.value);
    if (name === undefined) {
      reportUnknown(spot.reading, key, byKey.keys());
      continue;
    }
    if (seen.has(name)) {
      spot.reading.fault("syntax", key, `“${quote(key.value)}”与另一个同义的键重复`, "中文键和英文键只写一个");
      continue;
    }
    seen.add(name);
    if (isBlank(value)) continue;
    const read = readAt((fields[name] as Field<unknown>).shape, value, { ...spot, label: key.value, path: join(spot.path, name) });
    if (read === undefined) sound = false;
    else values[name] = read;
  }
  return { values, sound };
}

function readAt<T>(shape: Shape<T>, node: Node, spot: Spot): T | undefined {
  spot.place(spot.path, node);
  return shape(node, spot);
}

function isBlank(node: Node): boolean {
  return isEmptyText(node) || (node.kind === "text" && node.value.trim() === "") || (node.kind === "list" && node.items.length === 0);
}

/** The first key of a mapping: where something missing from it is reported. */
export function headOf(node: MapNode): Span {
  const first: Pair | undefined = node.pairs[0];
  return first ? first.key : { start: node.start, end: node.start };
}

function reportUnknown(reading: Reading, key: TextNode, known: Iterable<string>): void {
  if (reading.full) return;
  const names = [...known];
  const near = nearest(key.value, names);
  const hint = near ? `是不是“${near}”？` : `可写的键：${names.filter((name) => !/^[a-z]/u.test(name)).join("、")}`;
  reading.fault("unknown-field", key, `没有“${quote(key.value)}”这一项`, hint);
}

function keysOf(fields: Fields): string {
  return Object.values(fields)
    .map(({ key }) => key)
    .join("、");
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** Reports that a value is not what its key asks for. */
export function wrong(spot: Spot, node: Node, [message, hint]: readonly [string, string]): undefined {
  spot.reading.fault("bad-value", node, spot.label === "" ? message : `“${spot.label}”${message}`, hint);
  return undefined;
}

/** `U+000C`. */
function codeName(value: string, at: number): string {
  return `U+${value.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
}

export function kindName(node: Node): string {
  return { text: "文字", list: "列表", map: "“键: 值”的组合" }[node.kind];
}
