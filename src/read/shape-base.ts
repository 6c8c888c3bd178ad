import type { Source } from "../model/source.ts";
import type { Node } from "./node.ts";
import type { Reading, Rewrite } from "./reading.ts";

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

/** Reports that a value is not what its key asks for, and what to write instead where that is certain. */
export function wrong(spot: Spot, node: Node, [message, hint]: readonly [string, string], answer?: string): undefined {
  const fix = answer === undefined ? null : rewrite(spot.reading.source, node, answer);
  spot.reading.add({
    rule: "bad-value",
    at: { start: node.start, end: node.end },
    message: spot.label === "" ? message : `“${spot.label}”${message}`,
    hint,
    ...(fix ? { fix } : {}),
  });
  return undefined;
}

/** The writing of a value changed within its quotes; null where it holds anything but the value itself. */
function rewrite({ text }: Source, node: Node, answer: string): Rewrite | null {
  if (node.kind !== "text" || node.style === "block") return null;
  const edge = node.style === "plain" ? 0 : 1;
  const [start, end] = [node.start + edge, node.end - edge];
  return text.slice(start, end) === node.value ? { start, end, text: answer } : null;
}

/** What to do about a key that a full-width colon made into plain text; null where there is none. */
export function colonHint(node: Node): string | null {
  const isKey = node.kind === "text" && /^\s*[^\s：:#]{1,8}：/u.test(node.value);
  return isKey ? "键后的冒号要用半角“: ”，并空一格" : null;
}

export function kindName(node: Node): string {
  return { text: "文字", list: "列表", map: "“键: 值”的组合" }[node.kind];
}
