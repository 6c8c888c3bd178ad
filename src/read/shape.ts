import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { MapNode, Node, Pair, Span, TextNode } from "./node.ts";
import type { Reading } from "./reading.ts";
import { colonHint, described, kindName, schemaOf, wrong, type Shape, type Spot } from "./shape-base.ts";
import { recordSchema } from "./shape-schema.ts";

export * from "./shape-base.ts";
export * from "./shape-scalars.ts";

/** A key of a record. Its English alias is the name it has in the record. */
export interface Field<T> {
  readonly key: string;
  readonly shape: Shape<T>;
  /** What it is, for whoever hovers over it in an editor. */
  readonly about: string;
  readonly required?: boolean;
}

type Fields = Readonly<Record<string, Field<unknown>>>;
export type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T | null : never };

export function field<T>(key: string, shape: Shape<T>, about = ""): Field<T> {
  return { key, shape, about };
}

export function required<T>(key: string, shape: Shape<T>, about = ""): Field<T> {
  return { key, shape, about, required: true };
}

/** A list; one value alone is a list of one. */
export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  const one = schemaOf(item);
  return described(
    (node, spot) => {
      const nodes = node.kind === "list" ? node.items : [node];
      const values = nodes.map((each, index) => {
        const own = { ...spot, path: `${spot.path}.${index}` };
        return isBlank(each)
          ? wrong(own, each, [`第 ${index + 1} 项是空的`, "请补上，或删去这一项"])
          : readAt(item, each, own);
      });
      return values.some((value) => value === undefined) ? undefined : (values as T[]);
    },
    { anyOf: [{ type: "array", items: one }, one] },
  );
}

/** A mapping with names of the writer's own choice, in their order. */
export function mapOf<T>(item: Shape<T>): Shape<ReadonlyMap<string, T>> {
  return described(
    (node, spot) => {
      if (node.kind !== "map")
        return wrong(spot, node, [`应是“名称: 值”的组合，现为${kindName(node)}`, "请每行写一个“名称: 值”"]);
      const values = node.pairs.map(
        ({ key, value }) =>
          [key.value, readAt(item, value, { ...spot, label: key.value, path: `${spot.path}.${key.value}` })] as const,
      );
      return values.some(([, value]) => value === undefined) ? undefined : new Map(values as [string, T][]);
    },
    { type: "object", additionalProperties: schemaOf(item) },
  );
}

/** A shape whose value is made into something else. */
export function mapped<T, U>(shape: Shape<T>, make: (value: T) => U): Shape<U> {
  return described((node, spot) => {
    const value = shape(node, spot);
    return value === undefined ? undefined : make(value);
  }, schemaOf(shape));
}

/** The first of two shapes that fits the kind of node: a mapping takes the second. */
export function orRecord<T>(plain: Shape<T>, full: Shape<T>): Shape<T> {
  return described((node, spot) => (node.kind === "map" ? full(node, spot) : plain(node, spot)), {
    anyOf: [schemaOf(plain), schemaOf(full)],
  });
}

/** A mapping with fixed keys, Chinese or English; absent and empty ones are null. */
export function record<F extends Fields>(fields: F): Shape<Values<F>> {
  const byKey = new Map<string, string>();
  for (const [name, { key }] of Object.entries(fields)) byKey.set(key, name).set(name, name);
  return described((node, spot) => {
    if (node.kind !== "map")
      return wrong(spot, node, [
        `应是“键: 值”的组合，现为${kindName(node)}`,
        colonHint(node) ?? `可写的键：${keysOf(fields)}`,
      ]);
    const { values, sound } = readPairs(node, spot, { fields, byKey });
    for (const [name, { key, required: owed }] of Object.entries(fields)) {
      const own = node.pairs.find((pair) => byKey.get(pair.key.value) === name);
      if (!owed || values[name] !== undefined || (own && !isBlank(own.value))) continue;
      spot.reading.missing.add(join(spot.path, name));
      spot.reading.fault(
        "missing-field",
        own?.key ?? headOf(node),
        lackOf(key, own !== undefined),
        `请补上“${key}: …”`,
      );
    }
    const filled = Object.fromEntries(Object.keys(fields).map((name) => [name, values[name] ?? null]));
    return sound || spot.path === "" ? (filled as Values<F>) : undefined;
  }, recordSchema(fields));
}

interface Table {
  readonly fields: Fields;
  readonly byKey: ReadonlyMap<string, string>;
}

function readPairs(
  node: MapNode,
  spot: Spot,
  { fields, byKey }: Table,
): { values: Record<string, unknown>; sound: boolean } {
  const values: Record<string, unknown> = {};
  let sound = true;
  const seen = new Set<string>();
  for (const { key, value } of node.pairs) {
    const name = byKey.get(key.value);
    if (name === undefined) {
      reportUnknown(spot.reading, key, byKey.keys());
      placeUnknown(value, { ...spot, path: join(spot.path, key.value) });
      continue;
    }
    if (seen.has(name)) {
      spot.reading.fault("syntax", key, `“${quote(key.value)}”与另一个同义的键重复`, "中文键和英文键只写一个");
      continue;
    }
    seen.add(name);
    if (isBlank(value)) {
      // An empty value has no place of its own worth pointing at: its key has.
      spot.place(join(spot.path, name), { ...value, start: key.start, end: key.end });
      continue;
    }
    const read = readAt((fields[name] as Field<unknown>).shape, value, {
      ...spot,
      label: key.value,
      path: join(spot.path, name),
    });
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
  if (node.kind === "text") return node.value.trim() === "";
  return (node.kind === "list" ? node.items : node.pairs).length === 0;
}

/** What is missing, and whether its key is: the place of an absent one is another's. */
export function lackOf(key: string, isGiven: boolean): string {
  return `缺少“${key}”：${isGiven ? "写了这一项，没有填" : "没有写这一项"}`;
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
  const message = `没有“${quote(key.value)}”这一项`;
  const forUnit = near ? `改为“${near}”；不是这一项的，删去或写进正文` : hint;
  reading.add({ rule: "unknown-field", at: { start: key.start, end: key.end }, message, hint, forUnit });
}

/** What stands under an unknown key is part of the file all the same: the gate of 密级 looks at every text. */
function placeUnknown(node: Node, spot: Spot): void {
  spot.place(spot.path, node);
  const parts = node.kind === "map" ? node.pairs.map(({ value }) => value) : node.kind === "list" ? node.items : [];
  parts.forEach((part, index) => placeUnknown(part, { ...spot, path: join(spot.path, String(index)) }));
}

function keysOf(fields: Fields): string {
  return Object.values(fields)
    .map(({ key }) => key)
    .join("、");
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
