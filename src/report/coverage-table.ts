import { visible } from "../base/visible.ts";
import { fitted, padEnd, width } from "../base/width.ts";
import type { Matrix, MatrixRow } from "./coverage-matrix.ts";
import type { Paint } from "./paint.ts";

/** Longer labels are cut, cells. */
const MOST_LABEL = 28;
/** Cells between columns: fewer where that keeps all of them side by side. */
const GAPS = [2, 1] as const;
/** Stands for nothing, so that what is there is seen at a glance; as wide on every terminal. */
const NONE = "-";
const TOTAL = "合计";

/** Cells of the widest of many texts: there may be more of them than a call takes arguments. */
function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, width(text)), 0);
}

/** A matrix in columns aligned by display width; columns that do not fit beside the others go on below. */
export function renderMatrix(matrix: Matrix, { paint, columns }: { paint: Paint; columns: number }): string[] {
  const label = widest([matrix.corner, ...allRows(matrix).map((row) => indented(row, matrix))]);
  const cells = (row: MatrixRow): string[] => [...row.cells, row.total].map(shown).concat(row.notes.map(cut));
  const heads = [...matrix.columns, TOTAL, ...matrix.noteHeads].map(cut);
  const table = allRows(matrix).map(cells);
  const widths = heads.map((head, at) => widest([head, ...table.map((row) => row[at] ?? "")]));
  const room = columns - label;
  const gap = GAPS.find((each) => stretches(widths, room, each).length === 1) ?? GAPS[0];
  return stretches(widths, room, gap).flatMap(([from, to], index) => {
    const line = (first: string, parts: readonly string[]): string => {
      const own = parts.slice(from, to).map((part, at) => " ".repeat(gap) + padStart(part, widths[from + at] ?? 0));
      return (padEnd(first, label) + own.join("")).trimEnd();
    };
    const rows = matrix.rows.flatMap((row) => [
      ...(row.heading === null ? [] : [paint.faint(cut(row.heading))]),
      line(indented(row, matrix), cells(row)),
    ]);
    const totals = matrix.totals === null ? [] : [paint.title(line(matrix.totals.label, cells(matrix.totals)))];
    return [...(index === 0 ? [] : [""]), paint.title(line(matrix.corner, heads)), ...rows, ...totals];
  });
}

function allRows({ rows, totals }: Matrix): readonly MatrixRow[] {
  return totals ? [...rows, totals] : rows;
}

function indented({ label }: MatrixRow, { rows, totals }: Matrix): string {
  const deep = label !== totals?.label && rows.some(({ heading }) => heading !== null);
  return (deep ? "  " : "") + cut(label);
}

function shown(count: number): string {
  return count === 0 ? NONE : String(count);
}

/** Cut to the width of a label, after what hides has been written out. */
function cut(text: string): string {
  return fitted(visible(text), MOST_LABEL);
}

function padStart(text: string, cells: number): string {
  return " ".repeat(Math.max(0, cells - width(text))) + text;
}

/** Stretches of columns that fit into the room, each with one column at least. */
function stretches(widths: readonly number[], room: number, gap: number): [number, number][] {
  const found: [number, number][] = [];
  let [from, used] = [0, 0];
  for (const [at, own] of widths.entries()) {
    if (at > from && used + own + gap > room) {
      found.push([from, at]);
      [from, used] = [at, 0];
    }
    used += own + gap;
  }
  return [...found, [from, widths.length]];
}
