import type { Block, Document, RuleBlock, TextBlock } from "../../model/document.ts";
import type { Layout, RuleStyle } from "../../model/layout.ts";
import { paragraphStyle, ruleStyle } from "../looks.ts";
import { eighths } from "../units.ts";
import { xmlText } from "../xml.ts";
import { inlinesXml, type RunContext } from "./runs.ts";
import { tableXml } from "./table.ts";
import { tailXml } from "./tail.ts";

/** What the body needs beyond the document: what pagination found, and ids the skeleton gave. */
export interface BodyContext extends RunContext {
  /** Numbering id of each style with a bullet. */
  readonly bullets: ReadonlyMap<string, number>;
  /** The tail goes to a page of its own. */
  readonly tailApart: boolean;
}

/** All of `w:body` but its section properties. */
export function bodyXml({ blocks, tail }: Document, context: BodyContext): string {
  const parts = blocks.map((block, index) => {
    const xml = blockXml(block, context);
    return needsSpacer(blocks, index) ? xml + SPACER : xml;
  });
  return parts.join("") + (tail === null ? "" : tailXml(tail, context));
}

function blockXml(block: Block, context: BodyContext): string {
  if (block.kind === "text") return paragraphXml(block, context);
  return block.kind === "table" ? tableXml(block, context) : ruleXml(block, context.layout);
}

export function paragraphXml({ style: name, outline, inlines }: TextBlock, context: BodyContext): string {
  const style = paragraphStyle(context.layout, name);
  const bullet = context.bullets.get(name);
  const properties =
    `<w:pStyle w:val="${xmlText(style.id)}"/>` +
    (bullet === undefined ? "" : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${bullet}"/></w:numPr>`) +
    (outline === null ? "" : `<w:outlineLvl w:val="${outline - 1}"/>`);
  return `<w:p><w:pPr>${properties}</w:pPr>${inlinesXml(inlines, style, context)}</w:p>`;
}

/** A rule in running text: the border of a paragraph without height of its own. */
function ruleXml({ style }: RuleBlock, layout: Layout): string {
  const border = borderXml("bottom", ruleStyle(layout, style));
  return `<w:p><w:pPr><w:pBdr>${border}</w:pBdr>${THIN_LINE}</w:pPr></w:p>`;
}

/** Two tables that touch become one, and a text may not end with a table: a thin paragraph follows such a table. */
export function needsSpacer(blocks: readonly Block[], index: number): boolean {
  return blocks[index]?.kind === "table" && blocks[index + 1]?.kind !== "text" && blocks[index + 1]?.kind !== "rule";
}

export const THIN_LINE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';

const SPACER = `<w:p><w:pPr>${THIN_LINE}</w:pPr></w:p>`;

export function borderXml(side: string, { width, colour }: Pick<RuleStyle, "width" | "colour">): string {
  return `<w:${side} w:val="single" w:sz="${eighths(width)}" w:space="0" w:color="${colour}"/>`;
}
