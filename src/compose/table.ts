import type { Cell, TableBlock } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";
import { inlinesOf, PLAIN } from "./inlines.ts";
import type { Element } from "./tree.ts";

/** A `<table>` of a template. A cell without a class looks as the layout says: `th`, and all of `thead`, as heads. */
export function tableBlock({ style, children }: Element, { body }: Layout): TableBlock {
  const head: Cell[][] = [];
  const rows: Cell[][] = [];
  for (const part of elementsOf(children)) {
    const own = part.name === "tr" ? [part] : elementsOf(part.children);
    const isHead = part.name === "thead";
    for (const row of own)
      (isHead ? head : rows).push(
        elementsOf(row.children).map((cell) => ({
          style: cell.style ?? (isHead || cell.name === "th" ? body.tableHead : body.tableCell),
          inlines: cell.children.flatMap((child) => inlinesOf(child, PLAIN)),
        })),
      );
  }
  return tableOf(style ?? body.table, head, { rows, filler: body.tableCell });
}

/** A table whose rows are filled up with empty cells to the longest. */
export function tableOf(
  style: string,
  head: readonly (readonly Cell[])[],
  { rows, filler }: { readonly rows: readonly (readonly Cell[])[]; readonly filler: string },
): TableBlock {
  const count = Math.max(0, ...[...head, ...rows].map((row) => row.length));
  const full = (row: readonly Cell[]): Cell[] =>
    Array.from({ length: count }, (_, index) => row[index] ?? { style: filler, inlines: [] });
  return { kind: "table", style, head: head.map(full), rows: rows.map(full) };
}

function elementsOf(children: Element["children"]): Element[] {
  return children.filter((child) => typeof child === "object");
}
