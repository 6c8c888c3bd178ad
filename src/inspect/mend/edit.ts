import { childOf, type XmlElement, type XmlNode } from "../../ooxml/tree.ts";
import { ORDERS } from "./orders.ts";

/** Attributes to set; null takes one away. */
export type Attributes = Readonly<Record<string, string | null>>;

/** The child of that name, made at its place in the order of the schema where it is not there. */
export function ensure(parent: XmlElement, name: string): XmlElement {
  const found = childOf(parent, name);
  if (found) return found;
  const made: XmlElement = { name, attributes: {}, children: [] };
  insert(parent, made);
  return made;
}

function insert(parent: XmlElement, made: XmlElement): void {
  const order = Object.hasOwn(ORDERS, parent.name) ? (ORDERS[parent.name] ?? []) : [];
  const rank = order.indexOf(made.name);
  const isLater = (node: XmlNode): boolean => typeof node !== "string" && order.indexOf(node.name) > rank;
  const at = rank < 0 ? -1 : parent.children.findIndex(isLater);
  parent.children.splice(at < 0 ? (rank === 0 ? 0 : parent.children.length) : at, 0, made);
}

/** Sets attributes of a property, which is made where it is not there. */
export function set(parent: XmlElement, name: string, attributes: Attributes): void {
  const element = ensure(parent, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null) Reflect.deleteProperty(element.attributes, key);
    else element.attributes[key] = value;
  }
}

export function remove(parent: XmlElement | null, name: string): void {
  if (!parent) return;
  const kept = parent.children.filter((child) => typeof child === "string" || child.name !== name);
  parent.children.splice(0, parent.children.length, ...kept);
}

/** A switch of a property element, on or off. */
export function turn(parent: XmlElement, name: string, on: boolean): void {
  set(parent, name, { "w:val": on ? null : "0" });
}

export function paragraphProperties(paragraph: XmlElement): XmlElement {
  return first(paragraph, "w:pPr");
}

export function runProperties(run: XmlElement): XmlElement {
  return first(run, "w:rPr");
}

function first(parent: XmlElement, name: string): XmlElement {
  const found = childOf(parent, name);
  if (found) return found;
  const made: XmlElement = { name, attributes: {}, children: [] };
  parent.children.unshift(made);
  return made;
}
