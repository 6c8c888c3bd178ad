import type { TableBlock } from "../../model/document.ts";
import type { Layout } from "../../model/layout.ts";
import { paragraphStyle, tableStyle } from "../looks.ts";
import { pageMeasures } from "../measures.ts";
import { mm, points } from "../units.ts";
import { flatten } from "./flat.ts";

/**
 * Column widths in twips: the text block shared out by what the columns hold, each at least wide enough for two
 * characters. Where not all fits in one line, columns that need no more than an equal share are not squeezed.
 */
export function columnWidths(block: TableBlock, layout: Layout): readonly number[] {
  const total = pageMeasures(layout).blockWidth;
  const { padding, border } = tableStyle(layout, block.style);
  const around = 2 * mm(padding) + points(border) + SLACK;
  const columns = columnsOf(block, layout).map(({ widest, least }) => ({
    wanted: around + widest,
    least: around + least,
  }));
  const wanted = columns.map((column) => column.wanted);
  const shared = sum(wanted) > total ? squeezed(wanted, total) : scaled(wanted, total);
  return roundTo(
    shared.map((width, index) => Math.max(Math.min(total / columns.length, columns[index]?.least ?? 0), width)),
    total,
  );
}

/** What word processors measure differently, twips. */
const SLACK = 20;

function scaled(widths: readonly number[], total: number): readonly number[] {
  const all = sum(widths);
  return widths.map((width) => (width * total) / all);
}

/**
 * Columns that fit into an equal share of what is left keep their width; the others share the rest by the square root
 * of their length, so that the longest gets most of it and the rows stay low.
 */
function squeezed(widths: readonly number[], total: number): readonly number[] {
  const kept = new Set<number>();
  let room = total;
  for (let found = true; found;) {
    found = false;
    for (const [index, width] of widths.entries()) {
      if (kept.has(index) || width > room / (widths.length - kept.size)) continue;
      kept.add(index);
      room -= width;
      found = true;
    }
  }
  const rest = sum(widths.map((width, index) => (kept.has(index) ? 0 : Math.sqrt(width))));
  return widths.map((width, index) => (kept.has(index) ? width : (Math.sqrt(width) * room) / rest));
}

/** The widest cell of each column set in one line, and the width of two of its characters, twips. */
function columnsOf({ head, rows }: TableBlock, layout: Layout): { widest: number; least: number }[] {
  const columns: { widest: number; least: number }[] = [];
  for (const row of [...head, ...rows])
    for (const [index, { style: name, inlines }] of row.entries()) {
      const style = paragraphStyle(layout, name);
      const { widths } = flatten(inlines, { layout, style, pages: new Map() });
      const column = (columns[index] ??= { widest: 0, least: 0 });
      column.least = Math.max(column.least, points(2 * style.size));
      column.widest = Math.max(column.widest, column.least, sum(widths));
    }
  return columns;
}

function sum(numbers: readonly number[] | Float64Array): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** Whole twips that add up to `total`. */
function roundTo(widths: readonly number[], total: number): readonly number[] {
  const all = sum(widths);
  let done = 0;
  let given = 0;
  return widths.map((width) => {
    done += (width * total) / all;
    const whole = Math.round(done) - given;
    given += whole;
    return whole;
  });
}
