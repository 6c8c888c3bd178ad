import { elementsOf, textOf, type XmlElement } from "../../ooxml/tree.ts";
import { readMargin } from "../paper/margins.ts";
import { Styles } from "../paper/styles.ts";
import type { Paper } from "../paper/types.ts";
import { isNumberAlone } from "./page-number.ts";

const TEXTS = new Set(["w:t", "w:delText", "w:instrText", "w:delInstrText"]);
/** What is no text and yet is read: ends of paragraphs, tabs, breaks, signs. */
const SIGNS = new Set([
  "w:p",
  "w:tab",
  "w:br",
  "w:cr",
  "w:noBreakHyphen",
  "w:softHyphen",
  "w:sym",
  "w:drawing",
  "w:pict",
]);

/** Throws where mending changed a character, a tab or a break of any part, the namespace of one, or a part that is no XML. */
export function proveSame(before: Paper, after: Paper): void {
  const [texts, now] = [textsOf(before), textsOf(after)];
  for (const [path, text] of texts) {
    const found = now.get(path);
    if (found !== text) throw new Error(`mending changed the text of ${path}: ${differenceOf(text, found ?? "")}`);
  }
  for (const path of now.keys()) if (!texts.has(path)) throw new Error(`mending added text in ${path}`);
  for (const [path, bytes] of before.parts) {
    const same = after.parts.get(path);
    if (!before.trees.has(path) && (same?.length !== bytes.length || same.some((byte, at) => byte !== bytes[at])))
      throw new Error(`mending changed ${path}`);
  }
}

/** The text of each part that has one. A footer that holds a page number alone has none: its form may be mended. */
function textsOf({ trees }: Paper): Map<string, string> {
  const texts = new Map<string, string>();
  const plain = new Styles(null, new Map());
  for (const [path, root] of trees) {
    if (!root.name.startsWith("w:") || root.name === "w:styles") continue;
    if (root.name === "w:ftr" && isNumberAlone(readMargin(path, root, plain))) continue;
    const text = textIn(root);
    if (text !== "") texts.set(path, text);
  }
  return texts;
}

function textIn(root: XmlElement): string {
  const out: string[] = [];
  let space = "";
  const walk = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if ((TEXTS.has(child.name) || SIGNS.has(child.name)) && child.space !== space) {
        space = child.space ?? "";
        out.push(`\u0000{${space}}`);
      }
      if (TEXTS.has(child.name)) out.push(textOf(child));
      // A tab stop in properties is none in the text.
      else if (SIGNS.has(child.name) && element.name !== "w:tabs") out.push(`\u0000${child.name}\u0000`);
      walk(child);
    }
  };
  walk(root);
  return out.join("");
}

function differenceOf(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  return `at ${at}`;
}
