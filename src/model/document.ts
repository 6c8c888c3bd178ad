import type { Picture } from "./image.ts";

/**
 * The hub between words and paper: blocks and runs that name styles of a layout.
 * Nothing in it knows a font, a colour or a millimetre.
 */
export interface Document {
  readonly title: string;
  /** What kind of paper it is, for the file's properties: the name of the publication. Absent where the title says it. */
  readonly subject?: string;
  /** 编发单位, for the file's properties. */
  readonly author: string;
  readonly blocks: readonly Block[];
  /** 报尾, set at the foot of the last page; null where there is none. */
  readonly tail: Tail | null;
}

export type Block = TextBlock | TableBlock | RuleBlock | FigureBlock;

/** A paragraph: `style` names a paragraph style of the layout. */
export interface TextBlock {
  readonly kind: "text";
  readonly style: string;
  /** Level in the navigation pane, 1–9; null for text. */
  readonly outline: number | null;
  readonly inlines: readonly Inline[];
}

/** Rows of a table hold equally many cells; those of the head are repeated on every page. */
export interface TableBlock {
  readonly kind: "table";
  readonly style: string;
  readonly head: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One paragraph: `style` names a paragraph style of the layout. */
export interface Cell {
  readonly style: string;
  readonly inlines: readonly Inline[];
}

/** A line across the text block; `style` names a rule style of the layout. */
export interface RuleBlock {
  readonly kind: "rule";
  readonly style: string;
}

/** A picture on a line of its own, as large as the page allows; `style` names the paragraph style it stands in. */
export interface FigureBlock {
  readonly kind: "figure";
  readonly style: string;
  readonly picture: Picture;
}

export interface Tail {
  /** Rules and paragraphs from top to bottom; begins and ends with a rule. */
  readonly parts: readonly (TextBlock | RuleBlock)[];
}

export type Inline =
  /** `style` names a run style of the layout, or is null for the paragraph's own look. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly style: string | null;
      readonly bold: boolean;
      readonly italic: boolean;
    }
  | { readonly kind: "tab" }
  | { readonly kind: "break" }
  /** A place that `page` inlines can point at. */
  | { readonly kind: "anchor"; readonly name: string }
  /** The number of the page where the anchor stands. */
  | { readonly kind: "page"; readonly anchor: string; readonly style: string | null };
