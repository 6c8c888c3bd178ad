import { xmlText } from "../base/xml.ts";
import { BrokenFile } from "./broken.ts";
import { Names } from "./names.ts";
import { BadXml, parse } from "./parse.ts";

/** An element; what it holds may be changed and written again. Names have the usual prefixes, whatever the file used. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
  /** The namespace it was read in; one that was made has none yet. */
  readonly space?: string;
  /** Of the root of a part whose names cannot be written back as they were: it must not be. */
  mixed?: boolean;
}

export type XmlNode = XmlElement | string;

/** Tables in tables in text boxes come to some thirty. */
const DEEPEST = 256;
/** A paragraph of one run has about ten. */
const MOST_ELEMENTS = 4_000_000;

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
        const element: XmlElement = { ...names.enter(name, attributes), children: [] };
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
  if (names.mixed) (root as XmlElement).mixed = true;
  return root;
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
