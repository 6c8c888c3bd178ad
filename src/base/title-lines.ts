/** A title to be set: its characters' widths in any one unit, and how wide a line may be. */
export interface Title {
  readonly text: string;
  readonly widths: ArrayLike<number>;
  readonly room: number;
  /** Names that are never parted, such as those of units. */
  readonly names: readonly string[];
}

/**
 * Where a title of several lines is parted, as UTF-16 offsets: between words, into as few lines as it needs, shaped as
 * a trapezoid or a lozenge (GB/T 9704 7.3.1: 词意完整、排列对称、长短适宜). Empty where it fits on one line, or where no
 * such parting fits.
 */
export function titleBreaks(title: Title): readonly number[] {
  const sums = sumsOf(title);
  const total = sums.at(-1) ?? 0;
  if (total <= title.room) return [];
  const places = placesOf(title);
  const least = Math.ceil(total / title.room);
  // Words may not fill the lines that characters would: one line more then.
  for (let lines = least; lines <= Math.min(least + 1, MOST_LINES); lines++) {
    const found = best(lines, { places, sums, room: title.room });
    if (found) return found;
  }
  return [];
}

/** A title of more lines is no title: it is set as any text. */
const MOST_LINES = 5;

/** A place where the title may be parted, and how little it likes it. */
interface Place {
  readonly at: number;
  readonly cost: number;
}

interface Setting {
  readonly places: readonly Place[];
  readonly sums: readonly number[];
  readonly room: number;
}

function sumsOf({ text, widths }: Title): number[] {
  const sums = [0];
  for (let at = 0; at < text.length; at++) sums.push((sums[at] ?? 0) + (widths[at] ?? 0));
  return sums;
}

/** The cheapest choice of `lines - 1` places whose lines all fit; null where there is none. */
function best(lines: number, setting: Setting): readonly number[] | null {
  const { places, sums, room } = setting;
  let found: readonly number[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  const chosen: number[] = [];
  const widthBetween = (from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  const end = sums.length - 1;
  const search = (from: number, first: number, cost: number): void => {
    if (chosen.length === lines - 1) {
      if (widthBetween(from, end) > room) return;
      const all = cost + shapeCost(linesOf(chosen, end, widthBetween), room);
      if (all < least) [least, found] = [all, [...chosen]];
      return;
    }
    for (let index = first; index < places.length; index++) {
      const { at, cost: own } = places[index] as Place;
      if (widthBetween(from, at) > room) return;
      // What is left must fit into the lines that are left.
      if (widthBetween(at, end) > room * (lines - 1 - chosen.length)) continue;
      chosen.push(at);
      search(at, index + 1, cost + own);
      chosen.pop();
    }
  };
  search(0, 0, 0);
  return found;
}

function linesOf(breaks: readonly number[], end: number, width: (from: number, to: number) => number): number[] {
  const ends = [...breaks, end];
  return ends.map((to, index) => width(ends[index - 1] ?? 0, to));
}

const EVEN = 20;
const VALLEY = 8;
const BLOCK = 0.6;
const SHORT = 12;

/** Lines of about one length, but not of one: a trapezoid or a lozenge, no hourglass, no scrap of a line. */
function shapeCost(widths: readonly number[], room: number): number {
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const uneven = widths.reduce((sum, width) => sum + ((width - mean) / room) ** 2, 0) * EVEN;
  const inner = widths.slice(1, -1);
  const valleys = inner.filter((width, index) => width < (widths[index] ?? 0) && width < (widths[index + 2] ?? 0));
  const alike = Math.max(...widths) - Math.min(...widths) < room / 40;
  const short = widths.filter((width) => width < room / 5).length;
  return uneven + valleys.length * VALLEY + (alike ? BLOCK : 0) + short * SHORT;
}

const INSIDE = 4;
const HANGING = 2;
const NEVER = "年月日时分%％℃．.，。、：；！？）》”’】〕·—…";
/** What belongs to the word before it, and so does not begin a line; what belongs to the one after it, and does not end one. */
const NO_BEGIN =
  /^(?:的|地|得|了|着|过|等|们|性|化|者|式|型|率|级|后|前|时|中|上|下|内|外|里|间|以来|以上|以下|左右|问题|情况)/u;
const NO_END =
  /(?:在|对|把|被|将|于|向|从|由|至|到|为|以|及|和|与|并|或|因|关于|开展|进行|我|本|各|该|第|不|未|没有|已|正|拟|全|新|再|“|《|（|〔|【|‘)$/u;

function placesOf({ text, names }: Title): Place[] {
  const closed = closedSpans(text, names);
  const words = wordsOf(text);
  const tails = tailsOf(words);
  let end = 0;
  return words
    .map((word) => (end += word.length))
    .filter((at) => at > 0 && at < text.length && !NEVER.includes(text[at] ?? ""))
    .filter((at) => !closed.hard.some(([start, end]) => at > start && at < end))
    .map((at) => {
      const inside = closed.soft.some(([start, end]) => at > start && at < end) ? INSIDE : 0;
      const before = text.slice(0, at);
      const hanging = NO_BEGIN.test(text.slice(at)) || NO_END.test(before) || COUNTED.test(before) ? HANGING : 0;
      return { at, cost: inside + hanging + (tails.has(at) ? HANGING : 0) };
    });
}

/** Where a word of one character begins that is more likely the end of the word before it: 农民|工, 鹭浦|镇. */
function tailsOf(words: readonly string[]): ReadonlySet<number> {
  const tails = new Set<number>();
  let at = 0;
  for (const word of words) {
    if (/^[\u4e00-\u9fff]$/u.test(word) && !OPENERS.includes(word)) tails.add(at);
    at += word.length;
  }
  return tails;
}

/** Words of one character that begin what follows. */
const OPENERS = "请致将为把被对在与和及以由让使按经据向自拟已未不需应可须促保稳抓防治建设办开有无";

/** A figure with its counter, whose noun is still to come: 86名|农民工. */
const COUNTED = /\d[百千万亿余多]*(?:个|名|户|家|起|件|条|处|座|所|项|批|次)$/u;

type Span = readonly [start: number, end: number];

/** Figures with what they count and names are never parted; what stands in quotes or brackets is parted unwillingly. */
function closedSpans(text: string, names: readonly string[]): { hard: readonly Span[]; soft: readonly Span[] } {
  const figures = [...text.matchAll(FIGURE)].map(({ index, 0: found }): Span => [index, index + found.length]);
  const quoted = [...text.matchAll(QUOTED)].map(({ index, 0: found }): Span => [index, index + found.length]);
  const named = names.flatMap((name) => allOf(text, name));
  return { hard: [...figures, ...named], soft: quoted };
}

const FIGURE =
  /[A-Za-z\d][A-Za-z\d.,+%-]*(?:[年月日时分至、—-]+\d+)*(?:[年月日时分]|[百千万亿余多]*(?:个|名|人|户|家|起|件|条|处|座|所|元|亩|吨|里|公里|米|次|项|批|天|月|年|周|期|号|线|路|届|村|镇|乡)|[百千万亿]+)?/gu;
const QUOTED = /“[^”]*”|《[^》]*》|（[^）]*）|‘[^’]*’/gu;

function allOf(text: string, name: string): Span[] {
  const spans: Span[] = [];
  if (name.length < 2) return spans;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) spans.push([at, at + name.length]);
  return spans;
}

let segmenter: Intl.Segmenter | null = null;

/** The words of a text, by the dictionary of the runtime. */
function wordsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter("zh-CN", { granularity: "word" });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
