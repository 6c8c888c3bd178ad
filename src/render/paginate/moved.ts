import type { Block } from "../../model/document.ts";
import type { Box } from "./boxes.ts";

/** Lines of text that stand above a 报尾 on a page of its own: a page with nothing but the 报尾 looks like a mistake. */
const LEAST = 2;
/** More are not moved: the page before would be left half empty. */
const MOST = 8;

/**
 * The block to begin a new page with, so that the 报尾 does not stand alone on it; null where that would take too much
 * from the page before. A heading goes with what it is kept with.
 */
export function lastToMove(blocks: readonly Block[], boxOf: (block: Block) => Box): Block | null {
  let lines = 0;
  for (let index = blocks.length - 1; index > 0; index--) {
    const block = blocks[index];
    if (block?.kind !== "text") return null;
    lines += boxOf(block).strips.length;
    if (lines > MOST) return null;
    const above = blocks[index - 1];
    if (lines >= LEAST && above?.kind === "text" && !boxOf(above).keepNext) return block;
  }
  return null;
}
