import type { FigureBlock } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";
import { pageMeasures } from "./measures.ts";
import { points } from "./units.ts";

/** Lines of a page that a picture leaves free: its mark, its title and a blank line between. */
const LINES_FREE = 5;
/** A picture of few pixels is not blown up beyond this, pixels to the inch. */
const COARSEST = 96;

/** How large a picture is printed, in twips: as wide as the text block and as high as the page allow, in its own proportions. */
export function figureSize(
  { picture: { image } }: Pick<FigureBlock, "picture">,
  layout: Layout,
): { readonly width: number; readonly height: number } {
  const page = pageMeasures(layout);
  const free = page.blockHeight - LINES_FREE * points(layout.grid.pitch);
  const natural = { width: (image.width * 1440) / COARSEST, height: (image.height * 1440) / COARSEST };
  const scale = Math.min(1, page.blockWidth / natural.width, free / natural.height);
  return { width: Math.floor(natural.width * scale), height: Math.floor(natural.height * scale) };
}
