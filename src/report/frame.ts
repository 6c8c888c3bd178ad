import { visible } from "../base/visible.ts";
import { charWidth, width } from "../base/width.ts";

/** One line of a source to be shown: columns are 1-based code points, `endColumn` is exclusive. */
export interface FrameLine {
  readonly text: string;
  readonly column: number;
  readonly endColumn: number;
}

/** A line cut to fit, and the carets that stand under it. */
export interface Frame {
  readonly text: string;
  readonly carets: string;
}

const TAB = "    ";
const CUT = "...";

/** Draws a line and its carets in at most `cells` cells; what does not fit is cut away around the first caret. */
export function drawFrame({ text, column, endColumn }: FrameLine, cells: number): Frame {
  const from = Math.max(0, column - 1);
  const to = Math.max(from + 1, endColumn - 1);
  const window = cut(text, from, cells);
  const shown = window.pieces.slice(0, from - window.start).join("");
  const marked = window.pieces.slice(from - window.start, to - window.start).join("");
  const head = window.start > 0 ? CUT : "";
  return {
    text: `${head}${window.pieces.join("")}${window.cutAfter ? CUT : ""}`.trimEnd(),
    carets: " ".repeat(width(head) + width(shown)) + "^".repeat(Math.max(1, width(marked))),
  };
}

interface Window {
  /** Code points before the first piece. */
  readonly start: number;
  /** What is shown for each code point. */
  readonly pieces: readonly string[];
  readonly cutAfter: boolean;
}

/** Takes characters to the left of `focus` for a third of the room, then to the right while there is room. */
function cut(text: string, focus: number, cells: number): Window {
  const room = Math.max(10, cells - 2 * CUT.length);
  const near = around(text, focus, cells);
  const widths = near.pieces.map(width);
  const whole = near.start === 0 && !near.cutAfter && sum(widths) <= cells;
  if (whole) return near;
  let first = Math.min(focus - near.start, widths.length);
  let used = 0;
  while (first > 0 && used + (widths[first - 1] as number) <= room / 3) used += widths[--first] as number;
  let last = first;
  for (used = 0; last < widths.length && used + (widths[last] as number) <= room; last++)
    used += widths[last] as number;
  // A line that ends inside the window leaves room on its left.
  while (first > 0 && last === widths.length && used + (widths[first - 1] as number) <= room)
    used += widths[--first] as number;
  return {
    start: near.start + first,
    pieces: near.pieces.slice(first, last),
    cutAfter: near.cutAfter || last < near.pieces.length,
  };
}

/** The code points around `focus` that could be shown at all: a line may be a megabyte long. */
function around(text: string, focus: number, cells: number): Window {
  const start = Math.max(0, focus - cells);
  let at = 0;
  for (let index = 0; index < start && at < text.length; index++) at += widthAt(text, at);
  const pieces: string[] = [];
  for (let index = start; index < focus + cells && at < text.length; index++) {
    const next = at + widthAt(text, at);
    pieces.push(pieceOf(text.slice(at, next)));
    at = next;
  }
  return { start, pieces, cutAfter: at < text.length };
}

/** UTF-16 units of the character at an offset. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

function pieceOf(char: string): string {
  if (char === "\t") return TAB;
  const shown = visible(char);
  // A combining mark is drawn upon the character before it; alone it would be lost.
  return charWidth(char) === 0 && shown === char && /\p{Cf}/u.test(char) ? `\\u{${hex(char)}}` : shown;
}

function hex(char: string): string {
  return (char.codePointAt(0) as number).toString(16);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
