import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const MM = 25.4 / 72;

/** A mark on a page, by the edges of its ink, in mm from the upper left corner. */
export interface Ink {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly red: boolean;
}

export interface PageInk {
  /** Horizontal rules drawn on the page, from top to bottom. */
  readonly rules: readonly Ink[];
  /** Characters that are a flat stroke, as the one-character line beside a page number is. */
  readonly dashes: readonly Ink[];
  /** Characters higher than 12 mm: the masthead's. */
  readonly large: readonly Ink[];
}

/** What a page shows beyond its text, as poppler draws it. Pages count from 1. */
export async function readInk(pdf: string, page: number): Promise<PageInk> {
  const args = ["-svg", "-noshrink", "-nocenter", "-origpagesizes", "-f", String(page), "-l", String(page), pdf, "-"];
  const { stdout } = await run("pdftocairo", args, { maxBuffer: 1 << 28, timeout: 60_000 });
  const marks = marksOf(stdout);
  return {
    rules: rulesOf(stdout),
    dashes: marks.filter(({ x0, x1, y0, y1 }) => y1 - y0 < 0.7 && x1 - x0 > 2.5),
    large: marks.filter(({ y0, y1 }) => y1 - y0 > 12),
  };
}

const RULE =
  /<path style="fill:none;stroke-width:([\d.]+);[^"]*stroke:rgb\(([\d.]+)%,([\d.]+)%[^"]*" d="M ([\d.]+) ([\d.]+) L ([\d.]+) ([\d.]+) " transform="matrix\(([^)]*)\)"/gu;

function rulesOf(svg: string): Ink[] {
  const rules = [...svg.matchAll(RULE)].map(([, width, red, green, x0, y0, x1, , matrix]) => {
    const [scale = 1, , , flip = 1, left = 0, top = 0] = (matrix ?? "").split(",").map(Number);
    const y = Number(y0) * flip + top;
    const half = (Number(width) * scale) / 2;
    const [from = 0, to = 0] = [Number(x0), Number(x1)].map((x) => (x * scale + left) * MM).sort((a, b) => a - b);
    return { x0: from, x1: to, y0: (y - half) * MM, y1: (y + half) * MM, red: Number(red) > 60 && Number(green) < 35 };
  });
  return rules.filter(({ x0, x1 }) => x1 - x0 > 100).sort((a, b) => a.y0 - b.y0);
}

/** Every character of the page. */
function marksOf(svg: string): Ink[] {
  const glyphs = new Map(
    [...svg.matchAll(/<(?:symbol|g)[^>]* id="(glyph[^"]*)">\s*<path[^>]* d="([^"]*)"/gu)].map(
      ([, id = "", path = ""]) => [id, boxOf(path)],
    ),
  );
  const uses = [...svg.matchAll(/<use xlink:href="#(glyph[^"]*)" x="([\d.-]+)" y="([\d.-]+)"\/>/gu)];
  return uses.flatMap(([, id = "", x, y]) => {
    const box = glyphs.get(id);
    return box
      ? [
          {
            x0: (box.x0 + Number(x)) * MM,
            x1: (box.x1 + Number(x)) * MM,
            y0: (box.y0 + Number(y)) * MM,
            y1: (box.y1 + Number(y)) * MM,
            red: false,
          },
        ]
      : [];
  });
}

function boxOf(path: string): { x0: number; x1: number; y0: number; y1: number } | null {
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/gu)].map(([number]) => Number(number));
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  return xs.length === 0
    ? null
    : { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}
