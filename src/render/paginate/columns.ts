import type { Inline, TableBlock } from "../../model/document.ts";
import type { Layout } from "../../model/layout.ts";
import { paragraphStyle, tableStyle } from "../looks.ts";
import { pageMeasures } from "../measures.ts";
import { mm } from "../units.ts";
import { flatten } from "./flat.ts";

/** Column widths in twips: the text block shared out by what the columns hold, each at least wide enough for two characters. */
export function columnWidths(block: TableBlock, layout: Layout): readonly number[] {
  const total = pageMeasures(layout).blockWidth;
  const count = Math.max(1, ...[...block.head, ...block.rows].map((row) => row.length));
  const padding = 2 * mm(tableStyle(layout, block.style).padding);
  const wanted = Array.from({ length: count }, (_, column) => padding + wantedWidth(block, column, layout));
  const cap = Math.max(total / count, total / 2);
  const capped = wanted.map((width) => Math.min(width, cap));
  const sum = capped.reduce((a, b) => a + b, 0);
  const least = Math.min(total / count, padding + leastWidth(block, layout));
  const shared = capped.map((width) => Math.max(least, (width * total) / sum));
  return roundTo(shared, total);
}

/** Width of the widest cell of a column set in one line, twips. */
function wantedWidth(block: TableBlock, column: number, layout: Layout): number {
  const widthIn = (styleName: string) => (row: readonly (readonly Inline[])[]) => {
    const style = paragraphStyle(layout, styleName);
    const { widths } = flatten(row[column] ?? [], { layout, style, pages: new Map() });
    return widths.reduce((a, b) => a + b, 0);
  };
  const widths = [...block.head.map(widthIn(block.headStyle)), ...block.rows.map(widthIn(block.cellStyle))];
  return Math.max(leastWidth(block, layout), ...widths);
}

function leastWidth(block: TableBlock, layout: Layout): number {
  return 2 * 20 * paragraphStyle(layout, block.cellStyle).size;
}

/** Whole twips that add up to `total`. */
function roundTo(widths: readonly number[], total: number): readonly number[] {
  const sum = widths.reduce((a, b) => a + b, 0);
  let done = 0;
  let given = 0;
  return widths.map((width) => {
    done += (width * total) / sum;
    const whole = Math.round(done) - given;
    given += whole;
    return whole;
  });
}
