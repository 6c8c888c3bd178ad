import { inGb2312 } from "../base/gb.ts";
import type { Block, Document, Inline, RuleBlock } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";
import { fontOf, lookOf, paragraphStyle } from "./looks.ts";

/** Han characters that the fonts of GB 2312 lack. */
const HAN = /\p{Script=Han}/u;

export function isRare(char: string): boolean {
  return HAN.test(char) && !inGb2312(char);
}

/** A character of a document that its font lacks, and the font it is set in instead. */
export interface RareCharacter {
  readonly char: string;
  readonly font: string;
}

/** Every such character of a document, once for each font, in reading order. */
export function rareCharacters({ blocks, tail }: Document, layout: Layout): readonly RareCharacter[] {
  const found = new Map<string, RareCharacter>();
  for (const [style, inlines] of styled([...blocks, ...(tail?.parts ?? [])]))
    for (const inline of inlines) {
      if (inline.kind !== "text") continue;
      const { rare } = fontOf(layout, lookOf(layout, paragraphStyle(layout, style), inline).font);
      if (rare === null) continue;
      for (const char of inline.text) if (isRare(char)) found.set(`${char}${rare}`, { char, font: rare });
    }
  return [...found.values()];
}

function* styled(
  blocks: readonly (Block | RuleBlock)[],
): Generator<readonly [style: string, inlines: readonly Inline[]]> {
  for (const block of blocks) {
    if (block.kind === "text") yield [block.style, block.inlines];
    if (block.kind === "table")
      for (const row of [...block.head, ...block.rows]) for (const { style, inlines } of row) yield [style, inlines];
  }
}
