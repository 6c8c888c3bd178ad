import type { BodyBlock, Heading, Run } from "../model/body.ts";
import type { Block, Cell, Inline } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";
import { textInlines } from "./inlines.ts";
import { tableOf } from "./table.ts";

/** Levels 1–3 of the navigation pane are the template's. */
const BODY_OUTLINE = 3;

/** A block of an entry's body in the styles that the layout has for it. */
export function bodyBlock(block: BodyBlock, { body }: Layout): Block {
  switch (block.kind) {
    case "paragraph":
      return { kind: "text", style: body.paragraph, outline: null, inlines: runs(block.runs, null) };
    case "list-item":
      return { kind: "text", style: body.listItem, outline: null, inlines: runs(block.runs, null) };
    case "heading": {
      const outline = BODY_OUTLINE + block.level;
      if (!isRunIn(block))
        return {
          kind: "text",
          style: body.headings[block.level - 1] as string,
          outline,
          inlines: runs(block.head, null),
        };
      // What text runs on after is text: as a heading it would be kept with the next paragraph and fill the navigation pane.
      const look = body.runIn[block.level - 1] ?? null;
      return {
        kind: "text",
        style: body.paragraph,
        outline: null,
        inlines: [...runs(block.head, look), ...runs(block.rest, null)],
      };
    }
    case "table": {
      const cells = (row: readonly (readonly Run[])[], style: string): Cell[] =>
        row.map((cell) => ({ style, inlines: runs(cell, null) }));
      const { table, tableHead, tableCell } = body;
      return tableOf(table, [cells(block.head, tableHead)], {
        rows: block.rows.map((row) => cells(row, tableCell)),
        filler: tableCell,
      });
    }
  }
}

/** A numbered line of the lower levels that ends like a sentence is one. */
function isRunIn({ level, head, rest }: Heading): boolean {
  return rest.length > 0 || (level > 2 && head.some(({ text }) => text.includes("。")));
}

function runs(parts: readonly Run[], style: string | null): Inline[] {
  return parts.flatMap(({ text, bold }) => textInlines(text, { style, bold, italic: false }));
}
