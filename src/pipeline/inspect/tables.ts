import type { Cell, Inline, RuleBlock, TableBlock, Tail, TextBlock } from "../../model/document.ts";
import type { Paragraph, Table, TableCell, TableRow } from "../../inspect/paper/types.ts";
import { twips, whole } from "../../inspect/paper/values.ts";
import { childOf } from "../../ooxml/tree.ts";
import type { Looks } from "./looks.ts";

/** A table to be set: its columns are shared out as ours are. */
export function tableBlock(table: Table, looks: Looks): TableBlock {
  const properties = childOf(table.node, "w:tblPr");
  const border = whole(childOf(childOf(properties, "w:tblBorders"), "w:top")?.attributes["w:sz"]) ?? 4;
  const padding = twips(childOf(childOf(properties, "w:tblCellMar"), "w:left")?.attributes["w:w"]) ?? 108;
  const columns = Math.max(1, ...table.rows.map(({ cells }) => cells.length));
  const rowsOf = (isHead: boolean): Cell[][] =>
    table.rows.filter(({ head }) => head === isHead).map((row) => cellsOf(row, columns, looks));
  return {
    kind: "table",
    style: looks.table(border / 8, (padding * 25.4) / 1440),
    head: rowsOf(true),
    rows: rowsOf(false),
  };
}

function cellsOf({ cells }: TableRow, columns: number, looks: Looks): Cell[] {
  const own = cells.flatMap((cell) => {
    const made = cellOf(cell, looks);
    return made ? [made] : [];
  });
  const [first] = own;
  const missing = first ? columns - own.length : 0;
  return [...own, ...Array.from({ length: missing }, (): Cell => ({ style: first?.style ?? "", inlines: [] }))];
}

/** Its paragraphs as lines of one. */
function cellOf({ paragraphs }: TableCell, looks: Looks): Cell | null {
  const [first] = paragraphs;
  if (!first) return null;
  const inlines = paragraphs.flatMap((at, index): Inline[] => [
    ...(index > 0 ? [{ kind: "break" } as const] : []),
    ...looks.inlines(at),
  ]);
  return { style: looks.paragraph(first), inlines };
}

/** The 报尾 with the lines of its table; one without a table has none. */
export function tailOf(paragraphs: readonly Paragraph[], looks: Looks): Tail {
  const [first] = paragraphs;
  const table = first?.cell?.table;
  if (!table) return { parts: paragraphs.map((at) => looks.block(at)) };
  return { parts: table.rows.flatMap((row) => rowParts(row, looks)) };
}

function rowParts({ cells }: TableRow, looks: Looks): (TextBlock | RuleBlock)[] {
  const rule = (border: TableCell["top"]): RuleBlock[] =>
    border ? [{ kind: "rule", style: looks.rule(border.size / 8) }] : [];
  const [first] = cells;
  const blocks = cells.flatMap((cell) => cell.paragraphs.map((at) => looks.block(at)));
  return [...rule(first?.top ?? null), ...blocks, ...rule(first?.bottom ?? null)];
}
