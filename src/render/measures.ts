import type { Layout, ParagraphStyle } from "../model/layout.ts";
import { mm, points } from "./units.ts";

/** The page in twips. The margins left and below follow from paper and text block. */
export interface PageMeasures {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly blockWidth: number;
  readonly blockHeight: number;
}

export function pageMeasures({ paper, block }: Layout): PageMeasures {
  const width = mm(paper.width);
  const height = mm(paper.height);
  const top = mm(block.top);
  const left = mm(block.left);
  const right = mm(paper.width - block.left - block.width);
  const bottom = mm(paper.height - block.top - block.height);
  return {
    width,
    height,
    top,
    bottom,
    left,
    right,
    blockWidth: width - left - right,
    blockHeight: height - top - bottom,
  };
}

/** Indents of a paragraph style in twips; `first` counts from `left` and is negative where it hangs. */
export interface Indents {
  readonly left: number;
  readonly right: number;
  readonly first: number;
}

export function indents(style: ParagraphStyle): Indents {
  const char = points(style.size + style.spacing);
  return {
    left: Math.round(style.left * char),
    right: Math.round(style.right * char),
    first: Math.round((style.firstLine - style.hanging) * char),
  };
}
