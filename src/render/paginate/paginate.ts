import type { Block, Document, Tail } from "../../model/document.ts";
import type { Layout } from "../../model/layout.ts";
import { paragraphStyle, ruleStyle } from "../looks.ts";
import { pageMeasures } from "../measures.ts";
import { mm, points } from "../units.ts";
import { needsSpacer, paragraphsOf, tailRows } from "../walk.ts";
import { boxOf, linesOf, plainBox, SPACER, type Box, type BoxContext } from "./boxes.ts";
import { flow, type Flow } from "./flow.ts";
import { headerGaps, type Gaps } from "./header.ts";
import { lastToMove } from "./moved.ts";

/** Where a document falls on pages of a layout. */
export interface Pagination {
  readonly pages: number;
  /** Page number of each anchor, from 1. */
  readonly anchors: ReadonlyMap<string, number>;
  /** How many pages after the last page of text the tail stands: 0 below it, 1 alone on the next, 2 with an empty page between. */
  readonly tailAfter: 0 | 1 | 2;
  /** The block that begins the last page of text, so that the 报尾 does not stand there alone; null where none is moved. */
  readonly moved: Block | null;
  /** Spaces of the 报头 that depend on what stands in it. */
  readonly gaps: ReadonlyMap<Block, Gaps>;
  /** Twips between the text, or the top of a page of its own, and the tail; 0 where there is no tail. */
  readonly room: number;
}

/** Counts pages on the grid of the layout, as a word processor will: pure, and the same on every machine. */
export function paginate(document: Document, layout: Layout): Pagination {
  const gaps = headerGaps(document.blocks, { layout, pages: new Map() });
  const boxes = document.blocks.map((block) =>
    holdsPages(block) ? null : boxOf(block, { layout, pages: new Map(), gaps }),
  );
  let anchors: ReadonlyMap<string, number> = new Map();
  // Page numbers are part of the text they are set in; two rounds settle them, a third is for safety.
  for (let round = 0; round < 3; round++) {
    const found = once(document, boxes, { layout, pages: anchors, gaps });
    if (same(found.anchors, anchors)) return found;
    anchors = found.anchors;
  }
  return once(document, boxes, { layout, pages: anchors, gaps });
}

function holdsPages(block: Block): boolean {
  return [...paragraphsOf([block])].some((inlines) => inlines.some(({ kind }) => kind === "page"));
}

/** One round; `known` has the boxes that do not depend on page numbers. */
function once({ blocks, tail }: Document, known: readonly (Box | null)[], context: Round): Pagination {
  const boxes = blocks.map((block, index) => known[index] ?? boxOf(block, context));
  const height = pageMeasures(context.layout).blockHeight;
  const { gaps } = context;
  const text = flow(spaced(blocks, boxes), height);
  if (tail === null) return { pages: text.pages, anchors: text.anchors, tailAfter: 0, moved: null, gaps, room: 0 };
  const own = tailHeight(tail, context);
  const fits = ({ foot }: Flow): boolean => foot + own + SPACER <= height;
  const moved = fits(text) ? null : movedLast({ blocks, boxes, text, height });
  const set = moved && fits(moved.text) ? moved.text : text;
  const full = blocks.length > 0 && !fits(set);
  const tailAfter = pagesToTail({ full, pages: set.pages }, context);
  const pages = set.pages + tailAfter;
  const anchors = new Map(set.anchors);
  for (const inlines of paragraphsOf(tail.parts)) {
    for (const inline of inlines) if (inline.kind === "anchor") anchors.set(inline.name, pages);
  }
  const room = Math.max(0, height - own - (tailAfter > 0 ? 0 : set.foot));
  return { pages, anchors, tailAfter, moved: set === text ? null : (moved?.block ?? null), gaps, room };
}

interface Round extends BoxContext {
  readonly gaps: ReadonlyMap<Block, Gaps>;
}

interface TextSet {
  readonly blocks: readonly Block[];
  readonly boxes: readonly Box[];
  readonly text: Flow;
  readonly height: number;
}

/** The text with its last lines on a new page, where the 报尾 would stand there alone; null where they stay. */
function movedLast({ blocks, boxes, text, height }: TextSet): { block: Block; text: Flow } | null {
  const byBlock = new Map(blocks.map((block, index) => [block, boxes[index] as Box]));
  const block = lastToMove(blocks, (each) => byBlock.get(each) as Box);
  if (block === null) return null;
  const changed = boxes.map((box, index) => (blocks[index] === block ? { ...box, breakBefore: true } : box));
  const set = flow(spaced(blocks, changed), height);
  return set.pages === text.pages + 1 ? { block, text: set } : null;
}

/** The boxes, with a thin one where two tables would touch. */
function spaced(blocks: readonly Block[], boxes: readonly Box[]): readonly Box[] {
  const spacer = plainBox([{ height: SPACER, anchors: [] }]);
  return boxes.flatMap((box, index) => (needsSpacer(blocks, index) ? [box, spacer] : [box]));
}

/** How many pages after the last one of the text the tail stands: on the next where that one is full, on an even one where it must. */
function pagesToTail({ full, pages }: { full: boolean; pages: number }, { layout }: BoxContext): 0 | 1 | 2 {
  const after = full ? 1 : 0;
  if (!layout.tail.even || (pages + after) % 2 === 0) return after;
  return after === 0 ? 1 : 2;
}

/** Height of a tail in twips, with what lifts it from the foot of the text block. */
export function tailHeight(tail: Tail, context: BoxContext): number {
  const { layout } = context;
  const border = (name: string | undefined): number => (name === undefined ? 0 : points(ruleStyle(layout, name).width));
  return tailRows(tail.parts).reduce((sum, { above, paragraphs, below }) => {
    const text = paragraphs.reduce((total, paragraph) => {
      const { line, before, after } = paragraphStyle(layout, paragraph.style);
      return total + linesOf(paragraph, context).lines.length * points(line) + points(before) + points(after);
    }, 0);
    return sum + text + border(above?.style) + border(below?.style);
  }, mm(layout.tail.lift));
}

function same(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([name, page]) => b.get(name) === page);
}
