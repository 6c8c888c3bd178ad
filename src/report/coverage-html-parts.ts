import { maskPersonal } from "../base/personal.ts";
import { namesShort, type GapData, type ListedEntry } from "./coverage-data.ts";
import { depthOf, markupText, mostIn } from "./coverage-escape.ts";
import type { Matrix, MatrixRow } from "./coverage-matrix.ts";

/** A part of the page under its heading; without content it is left out. */
export function sectionHtml(title: string, content: string): string {
  return content === "" ? "" : `<section><h2>${markupText(title)}</h2>\n${content}\n</section>\n`;
}

/** Text as a paragraph. */
export function paragraph(text: string, look = ""): string {
  return `<p${look === "" ? "" : ` class="${look}"`}>${markupText(text)}</p>`;
}

/** Rows of text as a list; beyond `most` they are counted. */
export function listHtml(rows: readonly string[], most: number, unit: string): string {
  if (rows.length === 0) return "";
  const items = rows.slice(0, most).map((row) => `<li>${markupText(row)}</li>`);
  if (rows.length > most) items.push(`<li class="more">另有 ${rows.length - most} ${unit}</li>`);
  return `<ul>\n${items.join("\n")}\n</ul>`;
}

/** `2026-11-18 青石镇：标题（编号）`. */
export function entryLine({ id, title, day, units }: ListedEntry): string {
  return `${day} ${units.length === 0 ? "" : `${units.join("、")}：`}${title}（${maskPersonal(id)}）`;
}

/** A matrix as a heat map: darker is more, and the number stands in the cell. */
export function matrixHtml(matrix: Matrix, silent: ReadonlySet<string> = new Set()): string {
  const { corner, columns, noteHeads, rows, totals } = matrix;
  const most = mostIn(rows);
  const heads = [corner, ...columns, "合计", ...noteHeads].map((name) => `<th scope="col">${markupText(name)}</th>`);
  const span = columns.length + 2 + noteHeads.length;
  const lines = rows.flatMap((row) => [
    ...(row.heading === null
      ? []
      : [`<tr class="group"><th colspan="${span}" scope="colgroup">${markupText(row.heading)}</th></tr>`]),
    rowHtml(row, most, silent.has(row.label) ? "silent" : ""),
  ]);
  if (totals) lines.push(rowHtml(totals, 0, "total"));
  return `<div class="wide"><table><thead><tr>${heads.join("")}</tr></thead>\n<tbody>\n${lines.join("\n")}\n</tbody></table></div>`;
}

function rowHtml({ label, cells, total, notes }: MatrixRow, most: number, look: string): string {
  const counts = cells.map((count) => `<td class="d${depthOf(count, most)}">${count === 0 ? "·" : count}</td>`);
  const texts = notes.map((note) => `<td>${markupText(note)}</td>`);
  const start = look === "" ? "<tr>" : `<tr class="${look}">`;
  // Of totals only the number is shown, whatever its depth.
  const shown = look === "total" ? cells.map((count) => `<td>${count}</td>`) : counts;
  return `${start}<th class="row" scope="row">${markupText(label)}</th>${shown.join("")}<td class="sum">${total}</td>${texts.join("")}</tr>`;
}

/** What is asked for, as a table. */
export function gapsHtml(gaps: readonly GapData[]): string {
  const rows = gaps.map(({ id, topic, units, due, why, before }) => {
    const who = units.length === 0 ? "各单位" : namesShort(units, units.length);
    const cells = [`${id}${before ? "（已经约过）" : ""}`, topic, who, due ?? "另定", why];
    return `<tr>${cells.map((cell) => `<td class="text">${markupText(cell)}</td>`).join("")}</tr>`;
  });
  const heads = ["编号", "题目", "约请单位", "截止", "由来"].map((head) => `<th scope="col">${head}</th>`);
  return `<div class="wide"><table><thead><tr>${heads.join("")}</tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody></table></div>`;
}
