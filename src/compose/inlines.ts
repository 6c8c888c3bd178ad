import type { Inline } from "../model/document.ts";
import { ANCHOR, PAGE } from "./template-check.ts";
import type { Child } from "./tree.ts";

/** How a stretch of text is to look, as far as the markup says. */
export interface Look {
  readonly style: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Nothing said. */
export const PLAIN: Look = { style: null, bold: false, italic: false };

/** An element and what is in it as inlines; 书签 and 页码 are what they stand for. */
export function inlinesOf(child: Child, look: Look): Inline[] {
  if (typeof child === "string") return textInlines(child, look);
  if (child.name === "br") return [{ kind: "break" }];
  if (child.style === ANCHOR) return [{ kind: "anchor", name: textOf(child.children) }];
  if (child.style === PAGE) return [{ kind: "page", anchor: textOf(child.children), style: look.style }];
  const inner = {
    style: child.style ?? look.style,
    bold: look.bold || child.name === "b",
    italic: look.italic || child.name === "i",
  };
  return child.children.flatMap((each) => inlinesOf(each, inner));
}

/** The text directly in an element. */
export function textOf(children: readonly Child[]): string {
  return children.filter((child) => typeof child === "string").join("");
}

/** A tab in a template stands for the next tab stop of the style. */
export function textInlines(text: string, look: Look): Inline[] {
  return text.split(/(\t)/u).flatMap((part): Inline[] => {
    if (part === "\t") return [{ kind: "tab" }];
    return part === "" ? [] : [{ kind: "text", text: part, ...look }];
  });
}
