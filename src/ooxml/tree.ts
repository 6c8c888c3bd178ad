import { xmlText } from "../base/xml.ts";
import { BrokenFile } from "./broken.ts";
import { BadXml, parse } from "./parse.ts";

/** An element; what it holds may be changed and written again. Names have the usual prefixes, whatever the file used. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Tables in tables in text boxes come to some thirty. */
const DEEPEST = 256;
/** A paragraph of one run has about ten. */
const MOST_ELEMENTS = 4_000_000;

/** Namespaces that get their usual prefix; the second of a kind is that of Strict Open XML. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://schemas.openxmlformats.org/package/2006/relationships": "",
  "http://schemas.openxmlformats.org/package/2006/content-types": "",
};

/** A part as a tree; whatever is wrong with it is a BrokenFile. */
export function readTree(path: string, xml: string): XmlElement {
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  const names = new Names();
  try {
    parse(path, xml, {
      open: ({ name, attributes }) => {
        if (open.length >= DEEPEST) throw new BrokenFile("too-deep", path);
        if (++count > MOST_ELEMENTS) throw new BrokenFile("too-big", path);
        const element = names.enter(name, attributes);
        open.at(-1)?.children.push(element);
        open.push(element);
        root ??= element;
      },
      text: (text) => {
        open.at(-1)?.children.push(text);
      },
      close: () => {
        open.pop();
        names.leave();
      },
    });
  } catch (error) {
    if (error instanceof BadXml) throw new BrokenFile(error.doctype ? "doctype" : "not-well-formed", path);
    throw error;
  }
  if (root === null) throw new BrokenFile("not-well-formed", path);
  return root;
}

/** Which prefix stands for which, as declarations open and close. */
class Names {
  readonly #scopes: ReadonlyMap<string, string>[] = [new Map()];

  enter(name: string, attributes: Readonly<Record<string, string>>): XmlElement {
    const scope = this.#scopeOf(attributes);
    this.#scopes.push(scope);
    const own: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [key, value] of Object.entries(attributes)) own[attributeName(key, value, scope)] = value;
    return { name: qualified(name, scope, true), attributes: own, children: [] };
  }

  leave(): void {
    this.#scopes.pop();
  }

  #scopeOf(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
    const above = this.#scopes.at(-1) ?? new Map<string, string>();
    let own: Map<string, string> | null = null;
    for (const [key, uri] of Object.entries(attributes)) {
      if (key !== "xmlns" && !key.startsWith("xmlns:")) continue;
      const prefix = key.slice(6);
      const usual = PREFIXES[uri] ?? prefix;
      if (usual === (above.get(prefix) ?? prefix)) continue;
      own ??= new Map(above);
      own.set(prefix, usual);
    }
    return own ?? above;
  }
}

function qualified(name: string, scope: ReadonlyMap<string, string>, takesDefault: boolean): string {
  const at = name.indexOf(":");
  const prefix = at < 0 ? "" : name.slice(0, at);
  if (scope.size === 0 || (at < 0 && !takesDefault)) return name;
  const usual = scope.get(prefix) ?? prefix;
  const local = at < 0 ? name : name.slice(at + 1);
  return usual === "" ? local : `${usual}:${local}`;
}

function attributeName(key: string, value: string, scope: ReadonlyMap<string, string>): string {
  if (key !== "xmlns" && !key.startsWith("xmlns:")) return qualified(key, scope, false);
  const usual = PREFIXES[value] ?? key.slice(6);
  return usual === "" ? "xmlns" : `xmlns:${usual}`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A tree as a part. */
export function writeTree(root: XmlElement): string {
  const out: string[] = [HEAD];
  write(root, out);
  return out.join("");
}

function write({ name, attributes, children }: XmlElement, out: string[]): void {
  out.push("<", name);
  for (const key of Object.keys(attributes)) out.push(" ", key, '="', xmlText(attributes[key] ?? ""), '"');
  if (children.length === 0) {
    out.push("/>");
    return;
  }
  out.push(">");
  for (const child of children) {
    if (typeof child === "string") out.push(xmlText(child));
    else write(child, out);
  }
  out.push("</", name, ">");
}

/** Its first child of that name. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  if (!element) return null;
  for (const child of element.children) if (typeof child !== "string" && child.name === name) return child;
  return null;
}

/** Its children that are elements. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== "string");
}

/** Everything below it of that name, in reading order. */
export function* allOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (child.name === name) yield child;
    yield* allOf(child, name);
  }
}

/** The text it holds, and that of all below it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
