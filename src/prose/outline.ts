/** A line of a body, without white space at its ends. */
export interface OutlineLine {
  readonly text: string;
  /** UTF-16 offset in the body. */
  readonly start: number;
  /** 1–4 of a heading (一、 （一） 1. （1）, or `#`), 5 of a list item, 0 of a plain line. */
  readonly level: number;
}

/** As `read/body.ts` numbers them; `1.5亿元` is no heading. */
const NUMBERED: readonly RegExp[] = [
  /^[一二三四五六七八九十百]{1,4}、/u,
  /^[（(][一二三四五六七八九十百]{1,4}[）)]/u,
  /^\d{1,2}[.．](?![\d.])/u,
  /^[（(]\d{1,2}[）)]/u,
];
const LIST_ITEM = 5;

/** Lines that hold anything, each with its level. */
export function outlineOf(body: string): OutlineLine[] {
  const lines: OutlineLine[] = [];
  let offset = 0;
  for (const raw of body.split("\n")) {
    const text = raw.trim();
    if (text !== "") lines.push({ text, start: offset + raw.indexOf(text), level: levelOf(text) });
    offset += raw.length + 1;
  }
  return lines;
}

function levelOf(text: string): number {
  if (/^[-*]\s/u.test(text)) return LIST_ITEM;
  const marks = /^#{1,4}(?=\s)/u.exec(text)?.[0].length ?? 0;
  const words = text.replace(/^#{1,4}\s+/u, "").replace(/^\*\*/u, "");
  return NUMBERED.findIndex((form) => form.test(words)) + 1 || marks;
}

/** The lines below the heading at `index`, up to the next of its level or above; those below a plain line are none. */
export function linesUnder(lines: readonly OutlineLine[], index: number): OutlineLine[] {
  const level = lines[index]?.level ?? 0;
  if (level === 0) return [];
  const below = lines.slice(index + 1);
  const end = below.findIndex((line) => line.level > 0 && line.level <= level);
  return end < 0 ? below : below.slice(0, end);
}

/** The words of a heading, without its number and up to its first full stop; null of other lines. */
export function headingOf({ text, level }: OutlineLine): string | null {
  if (level === 0 || level === LIST_ITEM) return null;
  const words = text.replace(/^[#*\s]*(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]\s*)?/u, "");
  return /^[^。：:*]*/u.exec(words)?.[0] ?? "";
}
