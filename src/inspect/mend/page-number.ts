import type { Layout } from "../../model/layout.ts";
import type { XmlElement } from "../../ooxml/tree.ts";
import type { Context } from "../check.ts";
import { fontOf } from "../fonts.ts";
import type { Margin, PageKind } from "../paper/types.ts";
import { twipsOf } from "../words.ts";
import { remove, set, turn } from "./edit.ts";
import { addPart, namespacesOf, settingsOf } from "./package.ts";

type Side = "left" | "right" | "center";

/** Puts the layout's page numbers into all footers. A footer with other words in it is left, and the fault with it. */
export function makePageNumbers(context: Context): void {
  const { paper, layout } = context;
  const margins = paper.sections.flatMap(({ footers }) => [...footers.values()]);
  if (margins.some((margin) => !isNumberAlone(margin))) return;
  const bySide = layout.pageNumber.placing === "单右双左";
  const sides: [PageKind, Side][] = bySide
    ? [
        ["default", "right"],
        ["even", "left"],
      ]
    : [["default", "center"]];
  const ids = sides.map(
    ([kind, side]) =>
      [kind, addPart(paper, footerXml(context, side), { name: `zhuanbao-${side}`, type: "footer" })] as const,
  );
  const root = paper.trees.get(paper.main);
  if (root) root.attributes["xmlns:r"] ??= namespacesOf(paper).office;
  for (const { node, bottom } of paper.sections) {
    remove(node, "w:footerReference");
    const references = ids.map(([kind, id]): XmlElement => ({
      name: "w:footerReference",
      attributes: { "w:type": kind, "r:id": id },
      children: [],
    }));
    const at = node.children.findLastIndex((child) => typeof child !== "string" && child.name === "w:headerReference");
    node.children.splice(at + 1, 0, ...references);
    set(node, "w:pgMar", { "w:footer": String(footerDistance(layout, bottom)) });
    remove(node, "w:titlePg");
  }
  if (bySide) turn(settingsOf(paper), "w:evenAndOddHeaders", true);
}

/** Whether a footer holds nothing but a page number, in whatever form. */
export function isNumberAlone({ text, drawn, number }: Pick<Margin, "text" | "drawn" | "number">): boolean {
  return (!drawn || number !== null) && /^[\s\d第共页/—–－―_-]*$/u.test(text);
}

/** The one-character line stands half a line up, so the line of type begins half its size above the line's own place. */
function footerDistance({ paper, block, pageNumber }: Layout, found: number): number {
  const wanted = twipsOf(paper.height - block.top - block.height);
  const bottom = Math.abs(found - wanted) <= twipsOf(1) ? found : wanted;
  return Math.round(bottom - twipsOf(pageNumber.gap) - pageNumber.size * 10);
}

function footerXml({ paper, layout }: Context, side: Side): XmlElement {
  const { font, size, before, after, gap, inset } = layout.pageNumber;
  const name = fontOf(layout, font)?.eastAsian ?? "";
  const run = (...children: XmlElement[]): XmlElement => element("w:r", {}, [looks(name, size), ...children]);
  const mark = (type: string): XmlElement => run(element("w:fldChar", { "w:fldCharType": type }));
  const text = (words: string): XmlElement => run(element("w:t", { "xml:space": "preserve" }, [words]));
  const code = run(element("w:instrText", { "xml:space": "preserve" }, [" PAGE "]));
  const above = Math.max(0, Math.round(twipsOf(gap) - size * 10));
  const line = {
    "w:before": String(above),
    "w:after": "0",
    "w:line": String(Math.round(size * 20)),
    "w:lineRule": "exact",
  };
  const properties = element("w:pPr", {}, [
    element("w:spacing", line),
    ...(side === "center"
      ? []
      : [element("w:ind", { [`w:${side}`]: String(Math.round(inset * size * 20)), "w:firstLine": "0" })]),
    element("w:jc", { "w:val": side }),
  ]);
  const number = [mark("begin"), code, mark("separate"), text("1"), mark("end")];
  const paragraph = element("w:p", {}, [properties, text(before), ...number, text(after)]);
  return element("w:ftr", { "xmlns:w": namespacesOf(paper).text }, [paragraph]);
}

function looks(name: string, size: number): XmlElement {
  const fonts = { "w:ascii": name, "w:hAnsi": name, "w:eastAsia": name, "w:cs": name, "w:hint": "eastAsia" };
  const halves = String(Math.round(size * 2));
  return element("w:rPr", {}, [
    element("w:rFonts", fonts),
    element("w:sz", { "w:val": halves }),
    element("w:szCs", { "w:val": halves }),
  ]);
}

function element(name: string, attributes: Record<string, string>, children: XmlElement["children"] = []): XmlElement {
  return { name, attributes, children };
}
