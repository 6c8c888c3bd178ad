import type { Block, Document, Inline, RuleBlock, TableBlock, TextBlock } from "../model/document.ts";

/** Every paragraph of the blocks in reading order, those of table cells included. */
export function* paragraphsOf(blocks: readonly (Block | RuleBlock)[]): Generator<readonly Inline[]> {
  for (const block of blocks) {
    if (block.kind === "text") yield block.inlines;
    else if (block.kind === "table") yield* cellsOf(block);
  }
}

export function* cellsOf({ head, rows }: TableBlock): Generator<readonly Inline[]> {
  for (const row of [...head, ...rows]) for (const { inlines } of row) yield inlines;
}

/** Every inline of the document in reading order, the tail's last. */
export function* allInlines({ blocks, tail }: Document): Generator<Inline> {
  for (const inlines of paragraphsOf(blocks)) yield* inlines;
  for (const inlines of paragraphsOf(tail?.parts ?? [])) yield* inlines;
}

/** The rows of a tail: the paragraphs between two rules, with the rules above and below each row. */
export interface TailRow {
  readonly above: RuleBlock | null;
  readonly paragraphs: readonly TextBlock[];
  readonly below: RuleBlock | null;
}

export function tailRows(parts: readonly (TextBlock | RuleBlock)[]): readonly TailRow[] {
  const rows: TailRow[] = [];
  let above: RuleBlock | null = null;
  let paragraphs: TextBlock[] = [];
  for (const part of parts) {
    if (part.kind === "text") {
      paragraphs.push(part);
      continue;
    }
    if (paragraphs.length > 0) rows.push({ above, paragraphs, below: part });
    above = part;
    paragraphs = [];
  }
  if (paragraphs.length > 0) rows.push({ above, paragraphs, below: null });
  return rows;
}

/** Two tables that touch become one, and a text may not end with a table: a thin paragraph follows such a table. */
export function needsSpacer(blocks: readonly Block[], index: number): boolean {
  const next = blocks[index + 1];
  return blocks[index]?.kind === "table" && (next === undefined || next.kind === "table");
}
