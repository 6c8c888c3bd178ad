import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const MM = 25.4 / 72;
const options = { maxBuffer: 1 << 28, timeout: 60_000 };

/** A line of print; lengths in mm from the upper left corner of the page. */
export interface PrintedLine {
  /** Without white space: what a PDF does not keep. */
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly middle: number;
}

export interface PrintedPage {
  /** Lines of the text block, from top to bottom. */
  readonly lines: readonly PrintedLine[];
  /** The line below the text block that holds the page's number. */
  readonly number: PrintedLine | null;
}

/** Below this, in mm, stands the page number. */
const FOOT = 262;

/** The pages of a PDF as poppler reads them. */
export async function readPages(pdf: string): Promise<readonly PrintedPage[]> {
  const { stdout } = await run("pdftotext", ["-bbox", pdf, "-"], options);
  return stdout.split("<page ").slice(1).map(pageOf);
}

interface Word {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly middle: number;
}

function pageOf(xml: string): PrintedPage {
  const words = [
    ...xml.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/gu),
  ].map(wordOf);
  const lines = linesOf(words);
  return {
    lines: lines.filter(({ middle }) => middle < FOOT),
    number: lines.find(({ middle }) => middle >= FOOT) ?? null,
  };
}

function wordOf([, x0, y0, x1, y1, text = ""]: RegExpMatchArray): Word {
  return { text: plain(text), x0: Number(x0) * MM, x1: Number(x1) * MM, middle: ((Number(y0) + Number(y1)) / 2) * MM };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#39;": "'",
};

function plain(text: string): string {
  return text.replace(/&[#\w]+;/gu, (entity) => ENTITIES[entity] ?? entity);
}

/** Words whose middles lie within this many mm of each other stand on one line: lines are 8 mm apart or more. */
const SAME_LINE = 2.5;

function linesOf(words: readonly Word[]): PrintedLine[] {
  const rows: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.middle - b.middle)) {
    const row = rows.at(-1);
    if (row?.[0] && Math.abs(row[0].middle - word.middle) < SAME_LINE) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => {
    const sorted = [...row].sort((a, b) => a.x0 - b.x0);
    const text = sorted
      .map((word) => word.text)
      .join("")
      .replace(/\s/gu, "");
    return {
      text,
      x0: sorted[0]?.x0 ?? 0,
      x1: Math.max(...sorted.map(({ x1 }) => x1)),
      middle: sorted[0]?.middle ?? 0,
    };
  });
}
