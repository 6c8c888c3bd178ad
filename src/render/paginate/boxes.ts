import type { Block, Cell, Inline, TableBlock, TextBlock } from "../../model/document.ts";
import type { Layout, ParagraphStyle } from "../../model/layout.ts";
import { paragraphStyle, ruleStyle, tableStyle } from "../looks.ts";
import { pageMeasures } from "../measures.ts";
import { mm, points } from "../units.ts";
import { columnWidths } from "./columns.ts";
import { figureSize } from "../figure.ts";
import type { Gaps } from "./header.ts";
import { flatten, type Flat } from "./flat.ts";
import { breakLines, type Line } from "./lines.ts";

/** A strip that is never split across pages: a line of text or a table row. Heights in twips. */
export interface Strip {
  readonly height: number;
  readonly anchors: readonly string[];
}

/** A block as the strips it is made of. */
export interface Box {
  readonly strips: readonly Strip[];
  readonly before: number;
  readonly after: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  /** Begins a page. */
  readonly breakBefore: boolean;
  /** Height repeated at the top of each further page: a table's upper border and head. */
  readonly head: number;
  /** How many strips at the top belong to the head. */
  readonly headStrips: number;
}

export interface BoxContext {
  readonly layout: Layout;
  readonly pages: ReadonlyMap<string, number>;
  /** Spaces that depend on what stands around a paragraph; those of its style where it has none. */
  readonly gaps?: ReadonlyMap<Block, Gaps>;
}

/** Height of a line in twips that does nothing but stand between two tables. */
export const SPACER = 20;

export function boxOf(block: Block, context: BoxContext): Box {
  if (block.kind === "text") return textBox(block, context);
  if (block.kind === "figure")
    return plainBox([{ height: figureSize(block, context.layout).height + SPACER, anchors: [] }]);
  return block.kind === "table"
    ? tableBox(block, context)
    : plainBox([{ height: SPACER + points(ruleStyle(context.layout, block.style).width), anchors: [] }]);
}

export function plainBox(strips: readonly Strip[]): Box {
  return { strips, before: 0, after: 0, keepNext: false, keepLines: false, breakBefore: false, head: 0, headStrips: 0 };
}

/** The lines of a paragraph across the text block. */
export function linesOf(
  { style: name, inlines }: TextBlock,
  { layout, pages }: BoxContext,
): { flat: Flat; lines: readonly Line[] } {
  const style = paragraphStyle(layout, name);
  const flat = flatten(style.bullet === null ? inlines : [bulletOf(style), ...inlines], { layout, style, pages });
  return { flat, lines: breakLines(flat, style, pageMeasures(layout).blockWidth) };
}

function bulletOf({ bullet }: ParagraphStyle): Inline {
  return { kind: "text", text: bullet ?? "", style: null, bold: false, italic: false };
}

function textBox(block: TextBlock, context: BoxContext): Box {
  const style = paragraphStyle(context.layout, block.style);
  const { line, keepNext, keepLines, below } = style;
  const gaps = context.gaps?.get(block) ?? { before: points(style.before), after: points(style.after) };
  const { flat, lines } = linesOf(block, context);
  const strips = stripsOf(flat, lines, points(line));
  const last = strips.at(-1);
  const rule = below === null ? 0 : points(below.space + below.width);
  const ruled = last && rule > 0 ? [...strips.slice(0, -1), { ...last, height: last.height + rule }] : strips;
  return { ...plainBox(ruled), ...gaps, keepNext, keepLines, breakBefore: style.newPage };
}

function stripsOf({ anchors }: Flat, lines: readonly Line[], height: number): readonly Strip[] {
  return lines.map(({ start, end }, index) => {
    const last = index === lines.length - 1;
    const here = anchors.filter(({ at }) => at >= start && (at < end || last));
    return { height, anchors: here.map(({ name }) => name) };
  });
}

function tableBox(block: TableBlock, context: BoxContext): Box {
  const widths = columnWidths(block, context.layout);
  const style = tableStyle(context.layout, block.style);
  const frame = { widths, padding: mm(style.padding), border: points(style.border) };
  const head = block.head.map((row) => rowStrip(row, frame, context));
  const rows = block.rows.map((row) => rowStrip(row, frame, context));
  const headHeight = head.reduce((sum, { height }) => sum + height, 0);
  const strips = [...head, ...rows];
  const [first, ...rest] = strips;
  const closed = first ? [{ ...first, height: first.height + frame.border }, ...rest] : strips;
  return { ...plainBox(closed), head: headHeight + frame.border, headStrips: head.length };
}

interface Frame {
  readonly widths: readonly number[];
  readonly padding: number;
  readonly border: number;
}

function rowStrip(row: readonly Cell[], frame: Frame, { layout, pages }: BoxContext): Strip {
  let height = 0;
  const anchors: string[] = [];
  row.forEach(({ style: name, inlines }, column) => {
    const style = paragraphStyle(layout, name);
    const flat = flatten(inlines, { layout, style, pages });
    const lines = breakLines(flat, style, (frame.widths[column] ?? 0) - 2 * frame.padding - frame.border);
    const own = lines.length * points(style.line) + points(style.before) + points(style.after);
    height = Math.max(height, own);
    anchors.push(...flat.anchors.map((anchor) => anchor.name));
  });
  return { height: height + frame.border, anchors };
}
