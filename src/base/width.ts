/** Ranges of code points that take two cells of a terminal (East Asian Wide and Fullwidth, and emoji). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Terminal cells of one character. */
export function charWidth(char: string): number {
  const code = char.codePointAt(0) as number;
  if (code < 0x300) return 1;
  if (WIDE.some(([from, to]) => code >= from && code <= to)) return 2;
  return ZERO.test(char) ? 0 : 1;
}

/** Terminal cells of a text without control characters. */
export function width(text: string): number {
  let cells = 0;
  for (const char of text) cells += charWidth(char);
  return cells;
}

/** Text followed by the spaces that bring it to `cells` cells. */
export function padEnd(text: string, cells: number): string {
  return text + " ".repeat(Math.max(0, cells - width(text)));
}

/** A text of at most `cells` cells; one that is cut ends with …, which takes two on some terminals. */
export function fitted(text: string, cells: number): string {
  if (width(text) <= cells) return text;
  let [kept, used] = ["", 0];
  for (const char of text) {
    used += charWidth(char);
    if (used > cells - 2) break;
    kept += char;
  }
  return `${kept}…`;
}

const NEVER_FIRST = /[，。；：、！？）》」』】〕”’…,.;:!?)\]}%]/u;

/** Breaks a text into lines of at most `cells` cells: between any two Chinese characters, never inside a Latin word. */
export function wrap(text: string, cells: number): string[] {
  const lines: string[] = [];
  for (const line of text.split("\n")) lines.push(...wrapLine(line, cells));
  return lines;
}

function wrapLine(text: string, cells: number): string[] {
  const pieces = text.match(/[\x21-\x7e]+| +|[^\x20-\x7e]/gu) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    const full = width(line) + width(piece) > cells && line.trim() !== "" && !NEVER_FIRST.test(piece[0] as string);
    if (!full) {
      line += piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trim() === "" ? "" : piece;
  }
  return [...lines, line];
}
