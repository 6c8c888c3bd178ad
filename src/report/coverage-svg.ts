import { quote } from "../base/visible.ts";
import { fitted, width } from "../base/width.ts";
import { activeUnits, type CoverageData } from "./coverage-data.ts";
import { DEPTHS, depthOf, FONTS, MADE_HERE, markupText, mostIn } from "./coverage-escape.ts";
import { themeMatrix, unitMatrix, type Matrix, type MatrixRow } from "./coverage-matrix.ts";

/** Sizes in pixels of the picture. */
const SIZE = {
  cell: 64,
  row: 28,
  gap: 3,
  margin: 24,
  font: 14,
  head: 92,
  label: 7.4,
  most: 260,
  foot: 40,
  section: 22,
};

/** The heat map: units by categories, and below them the themes by the same categories. A picture by itself. */
export function renderCoverageSvg(data: CoverageData): string {
  const units = unitMatrix(data, ({ short }) => short);
  const themes = themeMatrix(data);
  const labels = [...units.rows, ...themes.rows].map((row) => width(row.label) * SIZE.label);
  const left = SIZE.margin + Math.min(SIZE.most, labels.reduce((most, one) => Math.max(most, one), 120) + 12);
  const columns = [...units.columns, "合计"];
  const pen = new Pen(left, columns);
  pen.heads();
  pen.block(units);
  if (themes.rows.length > 0) {
    pen.section("关注点");
    pen.block(themes);
  }
  const high = pen.y + SIZE.foot;
  const wide = Math.max(left + columns.length * SIZE.cell + SIZE.margin, 560);
  const { from, to, entries } = data;
  const title = `全方位：${from} 至 ${to}`;
  const about = `${entries} 条信息，来自 ${activeUnits(data)} 个单位；格内是条数，颜色越深条数越多，空白为没有`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n${MADE_HERE}\n` +
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" role="img" aria-label="${title}" font-family="${FONTS}" font-size="${SIZE.font}" fill="#1b2733">\n` +
    `<title>${title}</title>\n<rect width="100%" height="100%" fill="#ffffff"/>\n` +
    `<text x="${SIZE.margin}" y="36" font-size="20" font-weight="bold">${title}</text>\n` +
    `<text x="${SIZE.margin}" y="60" font-size="13" fill="#5b6570">${about}</text>\n` +
    `${pen.parts.join("\n")}\n` +
    `<text x="${SIZE.margin}" y="${high - 16}" font-size="12" fill="#5b6570">${markupText(quote(data.office))}　内部资料　注意保存</text>\n</svg>\n`
  );
}

/** Draws row after row from the top down. */
class Pen {
  readonly parts: string[] = [];
  y = SIZE.head;
  readonly #left: number;
  readonly #columns: readonly string[];

  constructor(left: number, columns: readonly string[]) {
    this.#left = left;
    this.#columns = columns;
  }

  heads(): void {
    for (const [index, name] of this.#columns.entries())
      this.#text(this.#left + (index + 0.5) * SIZE.cell, this.y, {
        text: within(name, SIZE.cell),
        look: 'text-anchor="middle" font-size="13" font-weight="bold"',
      });
    this.y += 12;
  }

  section(name: string): void {
    this.y += 10;
    this.#text(SIZE.margin, this.y + SIZE.section / 2, { text: name, look: 'font-size="13" font-weight="bold"' });
    this.y += SIZE.section;
  }

  block({ rows, totals }: Matrix): void {
    const most = mostIn(rows);
    for (const row of rows) {
      if (row.heading !== null) this.section(row.heading);
      this.#row(row, most, "");
    }
    if (totals) this.#row(totals, 0, ' font-weight="bold"');
  }

  /** Totals are numbers alone: beside them the cells would all be pale. */
  #row({ label, cells, total }: MatrixRow, most: number, look: string): void {
    const middle = this.y + SIZE.row / 2;
    const text = within(label, this.#left - SIZE.margin - 12);
    this.#text(this.#left - 10, middle, { text, look: `text-anchor="end"${look}` });
    for (const [index, count] of [...cells, total].entries()) {
      const x = this.#left + index * SIZE.cell;
      const isTotal = index === cells.length || most === 0;
      const { back, ink } = DEPTHS[isTotal ? 0 : depthOf(count, most)] ?? DEPTHS[0];
      if (!isTotal)
        this.parts.push(
          `<rect x="${x + SIZE.gap / 2}" y="${this.y + SIZE.gap / 2}" width="${SIZE.cell - SIZE.gap}" height="${SIZE.row - SIZE.gap}" rx="3" fill="${back}" stroke="#d5dbe1"/>`,
        );
      const shown = count === 0 && !isTotal ? "" : String(count);
      this.#text(x + SIZE.cell / 2, middle, {
        text: shown,
        look: `text-anchor="middle" fill="${isTotal ? "#1b2733" : ink}"${isTotal ? ' font-weight="bold"' : ""}`,
      });
    }
    this.y += SIZE.row;
  }

  #text(x: number, y: number, { text, look }: { readonly text: string; readonly look: string }): void {
    if (text !== "") this.parts.push(`<text x="${x}" y="${y}" dy=".35em" ${look}>${markupText(text)}</text>`);
  }
}

/** A text cut to a width in pixels. */
function within(text: string, room: number): string {
  return fitted(quote(text, 200), Math.floor(room / SIZE.label));
}
