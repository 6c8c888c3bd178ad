import { childOf, elementsOf, type XmlElement } from "../../ooxml/tree.ts";
import { isOn } from "../paper/values.ts";
import { signFontOf, starred, symbolOf } from "./symbols.ts";

/** All there is; what is shown now; what a reader of the fallbacks shows; what stood there before revisions. */
export type Way = "all" | "shown" | "old-reader" | "unrevised";

/** Text in a box, a picture or above a character is a line of its own; those of any vocabulary. */
const LINES = new Set(["p", "rt", "txbxContent", "drawing", "pict", "object", "oMath"]);
const CODES = ["w:instrText", "w:delInstrText"];
const ASIDE = [...CODES, "w:rt", "w:drawing", "w:pict", "w:object"];
const LEFT_OUT: Readonly<Record<Way, ReadonlySet<string>>> = {
  all: new Set(),
  shown: new Set([...ASIDE, "w:del", "w:moveFrom", "w:delText"]),
  "old-reader": new Set([...ASIDE, "w:del", "w:moveFrom", "w:delText"]),
  unrevised: new Set([...ASIDE, "w:ins", "w:moveTo"]),
};
const SIGNS = new Map([
  ["tab", "\t"],
  ["ptab", "\t"],
  ["br", "\v"],
  ["cr", "\v"],
  ["noBreakHyphen", "-"],
]);
/** Places in a drawing are numbers among its text. */
const NUMBERS = /^(?:posOffset|pct\w+|sizeRel\w+)$/u;

export function isLine({ name }: XmlElement): boolean {
  return LINES.has(localOf(name));
}

/** The text of an element but for paragraphs within it, which are lines of their own. */
export function flowOf(element: XmlElement, way: Way): string {
  const out: string[] = [];
  flow(element, { way, font: "", out });
  return out.join("");
}

interface Pass {
  readonly way: Way;
  readonly font: string;
  readonly out: string[];
}

function flow(element: XmlElement, pass: Pass): void {
  const isText = localOf(element.name) === "t";
  for (const child of element.children) {
    if (typeof child !== "string") flowInto(child, element, pass);
    // White space between elements only makes the XML pretty.
    else if (isText || child.trim() !== "") pass.out.push(starred(child.replace(/[\n\r]/gu, " "), pass.font));
  }
}

function flowInto(child: XmlElement, parent: XmlElement, pass: Pass): void {
  const local = localOf(child.name);
  if (local === "p" || NUMBERS.test(local) || leftOut(child, parent, pass.way)) return;
  const sign = SIGNS.get(local);
  if (local === "sym") pass.out.push(symbolOf(child));
  else if (sign !== undefined && child.children.length === 0) pass.out.push(sign);
  flow(child, local === "r" ? { ...pass, font: signFontOf(child) } : pass);
}

function leftOut(child: XmlElement, parent: XmlElement, way: Way): boolean {
  if (way === "all") return false;
  if (child.name === "w:r") return isHidden(child);
  if (parent.name === "mc:AlternateContent") return child.name !== chosen(parent, way);
  return LEFT_OUT[way].has(child.name);
}

function isHidden(run: XmlElement): boolean {
  const hidden = childOf(childOf(run, "w:rPr"), "w:vanish");
  return hidden !== null && isOn(hidden);
}

function chosen(alternatives: XmlElement, way: Way): string {
  const names = elementsOf(alternatives).map(({ name }) => name);
  const order = way === "old-reader" ? ["mc:Fallback", "mc:Choice"] : ["mc:Choice", "mc:Fallback"];
  return order.find((name) => names.includes(name)) ?? "";
}

function localOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
