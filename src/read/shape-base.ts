import type { Node } from "./node.ts";
import type { Reading } from "./reading.ts";

/** Where a value is being read: under which key as written, and at which dotted path. `place` hears of every value. */
export interface Spot {
  readonly reading: Reading;
  readonly label: string;
  readonly path: string;
  readonly place: (path: string, node: Node) => void;
}

/** JSON Schema 2020-12 of the YAML that a shape takes, for editors. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Reads one node; undefined where it is not of this shape, which has then been reported. */
export interface Shape<T> {
  (node: Node, spot: Spot): T | undefined;
  /** What an editor may know of it; without one it takes anything. */
  readonly schema?: JsonSchema;
}

/** A shape together with its schema. */
export function described<T>(read: (node: Node, spot: Spot) => T | undefined, schema: JsonSchema): Shape<T> {
  return Object.assign((node: Node, spot: Spot) => read(node, spot), { schema });
}

/** The schema of a shape; empty where it says nothing. */
export function schemaOf(shape: Shape<unknown>): JsonSchema {
  return shape.schema ?? {};
}

/** Reports that a value is not what its key asks for. */
export function wrong(spot: Spot, node: Node, [message, hint]: readonly [string, string]): undefined {
  spot.reading.fault("bad-value", node, spot.label === "" ? message : `“${spot.label}”${message}`, hint);
  return undefined;
}

/** What to do about a key that a full-width colon made into plain text; null where there is none. */
export function colonHint(node: Node): string | null {
  const isKey = node.kind === "text" && /^\s*[^\s：:#]{1,8}：/u.test(node.value);
  return isKey ? "键后的冒号要用半角“: ”，并空一格" : null;
}

export function kindName(node: Node): string {
  return { text: "文字", list: "列表", map: "“键: 值”的组合" }[node.kind];
}
