import { visible } from "../base/visible.ts";
import { padEnd, width, wrap } from "../base/width.ts";
import { paintFor, type Paint } from "./paint.ts";

export interface PageOptions {
  readonly colour: boolean;
  readonly columns: number;
}

/** Closing punctuation may hang over the edge that text is wrapped to. */
const HANGING = 4;

/** A Markdown page of ours made readable on a terminal: headings, lists, quotes, tables; code stays as it is. */
export function renderPage(markdown: string, { colour, columns }: PageOptions): string {
  const paint = paintFor(colour);
  const room = Math.max(20, columns - HANGING);
  const lines: string[] = [];
  let fence = false;
  const source = markdown
    .replaceAll("\r\n", "\n")
    .replace(/<!--.*?-->\n?/gsu, "")
    .split("\n");
  for (const [at, raw] of source.entries()) {
    const line = visible(raw);
    if (/^\s*(?:```|~~~)/u.test(line)) fence = !fence;
    else if (fence) lines.push(`    ${paint.code(line)}`.trimEnd());
    else if (isTableLine(line)) lines.push(...tableAt(source, at));
    else lines.push(...proseLine(line, room, paint));
  }
  return `${lines
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim()}\n`;
}

function proseLine(line: string, room: number, paint: Paint): string[] {
  const heading = /^(#{1,6})\s+(.*)$/u.exec(line);
  if (heading) return wrap(plain(heading[2] as string), room).map(paint.title);
  const [, lead = "", mark = "", text = ""] = /^(\s*)((?:[-*+]|\d+[.)]|>)\s+)?(.*)$/u.exec(line) ?? [];
  const bullet = /^[-*+]/u.test(mark) ? "- " : mark;
  const first = lead + bullet;
  const rest = " ".repeat(width(first));
  return wrap(plain(text), room - width(first)).map((part, index) => `${index === 0 ? first : rest}${part}`.trimEnd());
}

/** Marks of emphasis, code and links give way to their text; a link keeps its address. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\(([^)]+)\)/gu, (_, label: string, target: string) =>
      /^https?:/u.test(target) ? `${label}（${target}）` : label,
    )
    .replace(/\*\*(.+?)\*\*/gu, "$1")
    .replace(/`([^`]+)`/gu, "$1");
}

function isTableLine(line: string): boolean {
  return /^\s*\|.*\|\s*$/u.test(line);
}

/** The whole table at its first line, nothing at the others. */
function tableAt(source: readonly string[], at: number): string[] {
  if (at > 0 && isTableLine(source[at - 1] as string)) return [];
  const rows: string[][] = [];
  for (let next = at; next < source.length && isTableLine(source[next] as string); next++) {
    const cells = visible(source[next] as string)
      .trim()
      .slice(1, -1)
      .split("|");
    if (!cells.every((cell) => /^\s*:?-+:?\s*$/u.test(cell))) rows.push(cells.map((cell) => plain(cell.trim())));
  }
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, width(cell))),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) => padEnd(cell, widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
