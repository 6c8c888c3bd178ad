import type { Block, FigureBlock, RuleBlock, TextBlock } from "../../model/document.ts";
import type { Layout, ParagraphStyle, RuleStyle } from "../../model/layout.ts";
import { paragraphStyle, ruleStyle } from "../looks.ts";
import type { Gaps } from "../paginate/header.ts";
import { eighths, points } from "../units.ts";
import { xmlText } from "../../base/xml.ts";
import { inlinesXml, type RunContext } from "./runs.ts";

/** What the body needs beyond the document: what pagination found, and ids the skeleton gave. */
export interface BodyContext extends RunContext {
  /** Numbering id of each style with a bullet. */
  readonly bullets: ReadonlyMap<string, number>;
  /** How many pages after the text the tail stands, and the spaces of the 报头: see Pagination. */
  readonly tailAfter: 0 | 1 | 2;
  readonly gaps: ReadonlyMap<Block, Gaps>;
  readonly moved: Block | null;
  /** Pictures by their number in reading order. */
  readonly figures: ReadonlyMap<FigureBlock, number>;
  /** Properties of the section that the text ends, where the tail begins one of its own; empty elsewhere. */
  readonly endOfText: string;
}

export function paragraphXml(block: TextBlock, context: BodyContext): string {
  const { style: name, outline, inlines } = block;
  const style = paragraphStyle(context.layout, name);
  const bullet = context.bullets.get(name);
  const properties =
    `<w:pStyle w:val="${xmlText(style.id)}"/>` +
    (context.moved === block ? "<w:pageBreakBefore/>" : "") +
    (bullet === undefined ? "" : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${bullet}"/></w:numPr>`) +
    gapsXml(context.gaps.get(block), style) +
    (outline === null ? "" : `<w:outlineLvl w:val="${outline - 1}"/>`);
  return `<w:p><w:pPr>${properties}</w:pPr>${inlinesXml(inlines, style, context)}</w:p>`;
}

function gapsXml(gaps: Gaps | undefined, { line }: ParagraphStyle): string {
  if (!gaps) return "";
  return `<w:spacing w:before="${gaps.before}" w:after="${gaps.after}" w:line="${points(line)}" w:lineRule="exact"/>`;
}

/** A paragraph of almost no height: what a rule, a floating table or two neighbouring tables need. */
export function thinXml({ rule = "", pageBreak = false }: { rule?: string; pageBreak?: boolean } = {}): string {
  const line = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';
  const border = rule === "" ? "" : `<w:pBdr>${rule}</w:pBdr>`;
  return `<w:p><w:pPr>${pageBreak ? "<w:pageBreakBefore/>" : ""}${border}${line}</w:pPr></w:p>`;
}

/** A rule in running text: the border of a paragraph without height of its own. */
export function ruleXml({ style }: RuleBlock, layout: Layout): string {
  return thinXml({ rule: borderXml("bottom", ruleStyle(layout, style)) });
}

export function borderXml(side: string, { width, colour }: Pick<RuleStyle, "width" | "colour">): string {
  return `<w:${side} w:val="single" w:sz="${eighths(width)}" w:space="0" w:color="${colour}"/>`;
}
