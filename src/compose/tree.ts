import { quote } from "../base/visible.ts";
import { wholeFile, type Place, type Source } from "../model/source.ts";
import type { Finding } from "../model/diagnostic.ts";
import { classOf, cutMarkup, ELEMENTS, isVoid, unescape } from "./markup.ts";
import { templateFinding } from "./template-finding.ts";

export interface Element {
  readonly name: string;
  readonly style: string | null;
  readonly children: readonly Child[];
}

export type Child = Element | string;

interface Open {
  readonly name: string;
  readonly style: string | null;
  readonly children: Child[];
}

/** Builds the tree of a rendered template; elements that do not close or stand where they may not are reported. */
export function parseTree(html: string, source: Source): { root: Element; findings: Finding[] } {
  const findings: Finding[] = [];
  const root: Open = { name: "", style: null, children: [] };
  const stack: Open[] = [root];
  for (const piece of cutMarkup(html)) {
    const top = stack.at(-1) as Open;
    if (piece.kind === "text") {
      if (piece.text.trim() === "") continue;
      if (!mayHoldText(top.name)) findings.push(strayText(source, unescape(piece.text).trim(), top.name));
      top.children.push(unescape(piece.text));
    } else if (piece.kind === "open") {
      const element: Open = { name: piece.name, style: classOf(piece.attributes) ?? null, children: [] };
      if (!mayHold(top.name, piece.name)) findings.push(misplaced(source, piece.name, top.name));
      top.children.push(element);
      if (!isVoid(piece.name)) stack.push(element);
    } else if (top.name === piece.name) stack.pop();
    else
      findings.push(
        templateFinding(
          find(source, `</${piece.name}>`),
          `</${piece.name}> 没有对应的 <${piece.name}>`,
          "请检查标签是否成对、是否交叉",
        ),
      );
  }
  const left = stack.at(-1) as Open;
  if (left !== root)
    findings.push(templateFinding(find(source, `<${left.name}`), `<${left.name}> 没有结束`, `请补上 </${left.name}>`));
  return { root, findings };
}

const INLINE = new Set(["b", "i", "span", "br"]);

function mayHold(outer: string, inner: string): boolean {
  const kind = outer === "" ? "blocks" : ELEMENTS.get(outer);
  // A body may run in: what stands before it begins its first paragraph, what stands after ends its last.
  if (outer === "p" && inner === "entry-body") return true;
  if (kind === "inlines") return INLINE.has(inner);
  if (kind === "cells") return inner === "th" || inner === "td";
  if (kind === "rows") return ["thead", "tbody", "tr"].includes(inner);
  if (kind === "items") return inner === "li";
  return !INLINE.has(inner) && !["tr", "td", "th", "li", "thead", "tbody"].includes(inner);
}

function mayHoldText(name: string): boolean {
  return name === "entry-body" || ELEMENTS.get(name) === "inlines";
}

/** Text outside a paragraph would not be printed. */
function strayText(source: Source, text: string, outer: string): Finding {
  const where = outer === "" ? "最外层" : `<${outer}> 里`;
  return templateFinding(find(source, text), `${where}不能直接放文字“${quote(text, 20)}”`, "请把文字放进 <p> 等段落里");
}

function misplaced(source: Source, inner: string, outer: string): Finding {
  const where = outer === "" ? "最外层" : `<${outer}> 里`;
  return templateFinding(find(source, `<${inner}`), `${where}不能放 <${inner}>`, "请检查标签是否成对、是否放错了位置");
}

/** The first place the template holds such a tag: rendered text has no places of its own. */
function find(source: Source, tag: string): Place {
  const start = source.text.indexOf(tag);
  return start < 0 ? wholeFile(source) : { source, start, end: start + tag.length };
}
