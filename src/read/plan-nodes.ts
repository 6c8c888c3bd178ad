import { isScalar, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { ownScalar } from "./own-scalar.ts";

/** Sets a text, keeping the comments at it. */
export function set(node: YAMLMap, key: string, value: string): void {
  const scalar = node.get(key, true);
  if (isScalar(scalar)) scalar.value = value;
  else node.set(new Scalar(key), new Scalar(value));
}

/** The same for what comes from entries and office. What the editor wrote is left as it is written. */
export function setOwn(node: YAMLMap, key: string, value: string): void {
  const { value: marked, type } = ownScalar(value);
  set(node, key, marked);
  const scalar = node.get(key, true);
  if (isScalar(scalar) && type !== undefined) scalar.type = type;
}

/** Sets a text; null takes the key away. */
export function setOrDelete(node: YAMLMap, key: string, value: string | null): void {
  if (value === null) node.delete(key);
  else set(node, key, value);
}

/** Sets a collection, or nothing in the place of one, keeping the comments that stood before it. */
export function replace(node: YAMLMap, key: string, value: YAMLSeq | YAMLMap | Scalar): void {
  const former = node.get(key, true) as { commentBefore?: string | null; comment?: string | null } | undefined;
  if (former?.commentBefore) value.commentBefore = former.commentBefore;
  if (former?.comment) value.comment = former.comment;
  if (node.has(key)) node.set(key, value);
  else node.set(new Scalar(key), value);
}

/** A list; in one line where it is empty or `flow` says so. */
export function sequence(items: readonly unknown[], flow = false): YAMLSeq {
  const node = new YAMLSeq();
  node.items = [...items];
  node.flow = flow || items.length === 0;
  return node;
}

/** Pairs of texts. */
export function mapNode(pairs: readonly (readonly [string, string])[], flow: boolean): YAMLMap {
  const node = new YAMLMap();
  for (const [key, value] of pairs) node.set(ownScalar(key), ownScalar(value));
  node.flow = flow;
  return node;
}

/** Sets a text of one or more lines that may come from an entry: what hides is written as an escape; null takes the key away. */
export function setText(node: YAMLMap, key: string, value: string | null): void {
  const hides = value !== null && value.split("\n").some((line) => ownScalar(line).type !== undefined);
  if (value !== null && hides) setOwn(node, key, value);
  else setOrDelete(node, key, value);
}
