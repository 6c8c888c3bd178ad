import { mixedQuotes, pairsOf, straightQuotes } from "../shared/pairs.ts";
import type { Change } from "../shared/printed.ts";
import { charAfter, charBefore, chineseIn, isChinese, type HalfSign } from "./half-points.ts";

const FULL: Readonly<Record<string, string>> = { "(": "（", ")": "）" };

/** Half-width brackets in pairs, about Chinese or after it; f(x), PM(2.5) and 5(6) are none. */
export function* halfBrackets(line: string): Generator<HalfSign> {
  if (!/[()]/u.test(line)) return;
  const chinese = new Chinese(line);
  const wrong = new Set<number>();
  // From the outside in: what stands right within brackets that will be full-width is beside Chinese.
  for (const { open, close, kind } of pairsOf(line).pairs.toSorted((a, b) => a.open - b.open)) {
    if (kind !== "（") continue;
    const half = [open, close].filter((at) => FULL[line[at] ?? ""] !== undefined);
    const [first] = half;
    if (first === undefined || !(wrong.has(open - 1) || chinese.before(open) || chinese.between(open, close))) continue;
    wrong.add(open);
    yield {
      at: first,
      end: first + 1,
      what: half.length === 2 ? "半角括号“()”" : `半角“${line[first] ?? ""}”`,
      want: half.length === 2 ? "全角“（）”" : `全角“${FULL[line[first] ?? ""] ?? ""}”`,
      changes: half.map((at): Change => [at, at + 1, FULL[line[at] ?? ""] ?? ""]),
    };
  }
}

/** Straight quotes in pairs, about Chinese or beside it. A lone one is for unpaired-punctuation. */
export function* halfQuotes(line: string): Generator<HalfSign> {
  const double = straightQuotes(line);
  const single = singleQuotes(line);
  if (double.length === 0 && single.length === 0) return;
  const pairing = pairsOf(line);
  const chinese = new Chinese(line);
  const mixed = mixedQuotes(line, pairing);
  if (mixed) {
    const right = mixed.curly.why === "unclosed" ? "”" : "“";
    const at = mixed.straight;
    yield { at, end: at + 1, what: "半角引号", want: `全角引号“${right}”`, changes: [[at, at + 1, right]] };
  }
  const pairs = double.length % 2 === 0 ? pairsIn(double) : [];
  // A curly quote without its half may belong to one of the straight ones.
  const isSure = pairing.lone.every(({ kind }) => kind !== "“");
  for (const [open, close] of pairs) {
    if (chinese.about(open, close))
      yield quoteAt(open, { want: "全角引号“”", changes: isSure ? changesOf(line, [open, close], "“”") : [] });
  }
  // Single quotes stand within double ones; alone they may be meant as either.
  const curly = pairing.pairs.filter(({ kind }) => kind === "“").map(({ open, close }): Span => [open, close]);
  const depth = depthOf(line, [...pairs, ...curly]);
  for (const [open, close] of single) {
    if (!chinese.about(open, close)) continue;
    const isInner = (depth[open] ?? 0) > 0 && (depth[close] ?? 0) > 0;
    const changes = isInner ? changesOf(line, [open, close], "‘’") : [];
    yield quoteAt(open, { want: isInner ? "全角单引号‘’" : "全角引号“”，引号里再用引号才用‘’", changes });
  }
}

function quoteAt(at: number, { want, changes }: Pick<HalfSign, "want" | "changes">): HalfSign {
  return { at, end: at + 1, what: "半角引号", want, changes };
}

type Span = readonly [open: number, close: number];

function pairsIn(offsets: readonly number[]): Span[] {
  return offsets.flatMap((open, index) => (index % 2 === 0 ? [[open, offsets[index + 1] ?? open] as const] : []));
}

/** In how many of the pairs each character of a line stands. */
function depthOf(line: string, pairs: readonly Span[]): Int32Array {
  const depth = new Int32Array(line.length + 1);
  for (const [open, close] of pairs) {
    depth[open] = (depth[open] ?? 0) + 1;
    depth[close] = (depth[close] ?? 0) - 1;
  }
  for (let at = 1; at < depth.length; at++) depth[at] = (depth[at] ?? 0) + (depth[at - 1] ?? 0);
  return depth;
}

/** Sure only where what stands at the inner sides begins and ends a quotation. */
function changesOf(line: string, [open, close]: Span, [left = "", right = ""]: string): Change[] {
  const sure =
    close > open + 1 &&
    !/[\s，。；：！？、）》”’]/u.test(line[open + 1] ?? "") &&
    !/[\s（《“‘]/u.test(line[close - 1] ?? "");
  return sure
    ? [
        [open, open + 1, left],
        [close, close + 1, right],
      ]
    : [];
}

/** Where the Chinese of a line stands. */
class Chinese {
  readonly #line: string;
  #places: number[] | null = null;

  constructor(line: string) {
    this.#line = line;
  }

  before(at: number): boolean {
    return isChinese(charBefore(this.#line, at));
  }

  /** Within a pair or beside it. */
  about(open: number, close: number): boolean {
    return this.before(open) || isChinese(charAfter(this.#line, close + 1)) || this.between(open, close);
  }

  /** Found by halves: pairs may be nested a thousand deep. */
  between(open: number, close: number): boolean {
    this.#places ??= chineseIn(this.#line);
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] as number) <= open) low = middle + 1;
      else high = middle;
    }
    return (this.#places[low] ?? Infinity) < close;
  }
}

/** Pairs of straight single quotes; none in a line where their number is odd. Apostrophes and feet are left out. */
function singleQuotes(line: string): Span[] {
  const found = Array.from(line.matchAll(/'/gu), ({ index }) => index).filter(
    (at) => !(/[A-Za-z0-9]/u.test(line[at - 1] ?? "") && /[A-Za-z0-9]/u.test(line[at + 1] ?? "")),
  );
  return found.length % 2 === 0 ? pairsIn(found) : [];
}
