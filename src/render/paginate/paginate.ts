import type { Block, Document, Tail } from "../../model/document.ts";
import type { Layout } from "../../model/layout.ts";
import { paragraphStyle, ruleStyle } from "../looks.ts";
import { pageMeasures } from "../measures.ts";
import { points } from "../units.ts";
import { needsSpacer, paragraphsOf, tailRows } from "../walk.ts";
import { boxOf, linesOf, plainBox, SPACER, type Box, type BoxContext } from "./boxes.ts";
import { flow } from "./flow.ts";

/** Where a document falls on pages of a layout. */
export interface Pagination {
  readonly pages: number;
  /** Page number of each anchor, from 1. */
  readonly anchors: ReadonlyMap<string, number>;
  /** The tail does not fit below the text and stands alone on a page of its own. */
  readonly tailApart: boolean;
  /** Twips between the text, or the top of a page of its own, and the tail; 0 where there is no tail. */
  readonly room: number;
}

/** Counts pages on the grid of the layout, as a word processor will: pure, and the same on every machine. */
export function paginate(document: Document, layout: Layout): Pagination {
  const boxes = document.blocks.map((block) => (holdsPages(block) ? null : boxOf(block, { layout, pages: new Map() })));
  let anchors: ReadonlyMap<string, number> = new Map();
  // Page numbers are part of the text they are set in; two rounds settle them, a third is for safety.
  for (let round = 0; round < 3; round++) {
    const found = once(document, boxes, { layout, pages: anchors });
    if (same(found.anchors, anchors)) return found;
    anchors = found.anchors;
  }
  return once(document, boxes, { layout, pages: anchors });
}

function holdsPages(block: Block): boolean {
  return [...paragraphsOf([block])].some((inlines) => inlines.some(({ kind }) => kind === "page"));
}

/** One round; `known` has the boxes that do not depend on page numbers. */
function once({ blocks, tail }: Document, known: readonly (Box | null)[], context: BoxContext): Pagination {
  const height = pageMeasures(context.layout).blockHeight;
  const spacer = plainBox([{ height: SPACER, anchors: [] }]);
  const boxes = blocks.flatMap((block, index) => {
    const box = known[index] ?? boxOf(block, context);
    return needsSpacer(blocks, index) ? [box, spacer] : [box];
  });
  const text = flow(boxes, height);
  if (tail === null) return { pages: text.pages, anchors: text.anchors, tailApart: false, room: 0 };
  const own = tailHeight(tail, context);
  const tailApart = blocks.length > 0 && text.foot + own + SPACER > height;
  const pages = text.pages + (tailApart ? 1 : 0);
  const anchors = new Map(text.anchors);
  for (const inlines of paragraphsOf(tail.parts)) {
    for (const inline of inlines) if (inline.kind === "anchor") anchors.set(inline.name, pages);
  }
  return { pages, anchors, tailApart, room: Math.max(0, height - own - (tailApart ? 0 : text.foot)) };
}

/** Height of a tail in twips. */
export function tailHeight(tail: Tail, context: BoxContext): number {
  const { layout } = context;
  const border = (name: string | undefined): number => (name === undefined ? 0 : points(ruleStyle(layout, name).width));
  return tailRows(tail.parts).reduce((sum, { above, paragraphs, below }) => {
    const text = paragraphs.reduce((total, paragraph) => {
      const { line, before, after } = paragraphStyle(layout, paragraph.style);
      return total + linesOf(paragraph, context).lines.length * points(line) + points(before) + points(after);
    }, 0);
    return sum + text + border(above?.style) + border(below?.style);
  }, 0);
}

function same(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([name, page]) => b.get(name) === page);
}
