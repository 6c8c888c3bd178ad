import type { Block, TextBlock } from "../../model/document.ts";
import type { ParagraphStyle } from "../../model/layout.ts";
import { paragraphStyle } from "../looks.ts";
import { mm, points } from "../units.ts";
import { boxOf, type Box, type BoxContext } from "./boxes.ts";

/** Space above and below a paragraph, in twips, where it depends on what stands around it. */
export interface Gaps {
  readonly before: number;
  readonly after: number;
}

/**
 * The spaces of a 报头 that no style can give: the masthead's, whose distance from the top of the text block is fixed
 * whatever stands above it (顶距), and that below the header, which fills up the line of the grid it ends on (落行).
 */
export function headerGaps(blocks: readonly Block[], context: BoxContext): ReadonlyMap<Block, Gaps> {
  const gaps = new Map<Block, Gaps>();
  const header = headerOf(blocks, context);
  let y = 0;
  let above = 0;
  for (const [index, block] of header.entries()) {
    const style = paragraphStyle(context.layout, block.style);
    const box = boxOf(block, context);
    const before = style.inkTop === null ? box.before : Math.max(0, lineTop(style, style.inkTop) - y);
    y += Math.max(above, before) + heightOf(box);
    const after = style.onGrid ? fillUp(y, { box, next: blocks[index + 1], context }) : box.after;
    if (before !== box.before || after !== box.after) gaps.set(block, { before, after });
    above = after;
  }
  const next = header.length > 0 ? blocks[header.length] : undefined;
  // Said once: a word processor that adds the two spaces sets the same lines as one that takes the larger.
  if (next?.kind === "text" && gaps.has(header.at(-1) as Block))
    gaps.set(next, { before: 0, after: boxOf(next, context).after });
  return gaps;
}

/** The paragraphs from the first to the one that ends the header; none where no style asks for it. */
function headerOf(blocks: readonly Block[], { layout }: BoxContext): readonly TextBlock[] {
  const texts: TextBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== "text") break;
    texts.push(block);
    if (paragraphStyle(layout, block.style).onGrid) return texts;
  }
  const last = texts.findLastIndex(({ style }) => paragraphStyle(layout, style).inkTop !== null);
  return texts.slice(0, last + 1);
}

/** How far below the top of a line of 1.2 times the size its characters begin, in sizes: measured with LibreOffice, 52 to 72 points. */
const INK = 0.111;
const NATURAL = 1.2;

/** Where a line must begin for its characters to begin at `ink` mm, in twips. What a line is higher than 1.2 sizes is left above. */
function lineTop({ size, line }: ParagraphStyle, ink: number): number {
  return mm(ink) - points(line - NATURAL * size + INK * size);
}

interface Below {
  readonly box: Box;
  readonly next: Block | undefined;
  readonly context: BoxContext;
}

/** The space after what ends at `y`, so that what is next begins on a line of the grid and no nearer than it wants. */
function fillUp(y: number, { box, next, context }: Below): number {
  const pitch = points(context.layout.grid.pitch);
  const least = Math.max(box.after, next === undefined ? 0 : boxOf(next, context).before);
  return Math.ceil((y + least) / pitch) * pitch - y;
}

function heightOf({ strips }: Box): number {
  return strips.reduce((sum, { height }) => sum + height, 0);
}
