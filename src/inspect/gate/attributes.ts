import { elementsOf, type XmlElement } from "../../ooxml/tree.ts";
import { starred } from "./symbols.ts";

/** Names that only programs see: a style called 秘密 marks nothing. */
const NAMES = /^w:(?:bookmarkStart|hyperlink|\w*Style|link|basedOn|next)$/u;

/** The values of all attributes that may be a mark: text of a watermark, words for a picture, the sign of a list. */
export function attributesOf(root: XmlElement): string[] {
  const found: string[] = [];
  const walk = (element: XmlElement): void => {
    if (!NAMES.test(element.name))
      for (const value of Object.values(element.attributes))
        if (value.includes("密")) found.push(starred(value.replace(/[\n\r]/gu, " "), ""));
    for (const child of elementsOf(element)) walk(child);
  };
  walk(root);
  return found;
}
