import { headingOf, linesUnder, outlineOf, type OutlineLine } from "./outline.ts";
import { sentencesOf, type Stretch } from "./sentences.ts";

/** The part of a body that advises. */
export interface Advice {
  /** What is said to all items: 建议县水利局： */
  readonly lead: string;
  readonly items: readonly Stretch[];
  readonly whole: string;
}

/** Says of a sentence whether advice begins with it; of those without `word` it never does. */
export interface Begins {
  readonly word: string;
  readonly test: (sentence: string) => boolean;
}

/**
 * The advice of a body: below a heading 建议; else from the first sentence that one of `begins` names, the first of them
 * that names any; else the whole body. Items are list items or numbered lines, or what 一是 and 二是 begin; without them
 * all of it is one.
 */
export function adviceOf(body: string, begins: readonly Begins[]): Advice | null {
  const lines = outlineOf(body);
  const part = headedPart(lines) ?? firstBegun(lines, begins) ?? lines;
  const span = spanOf(body, part);
  if (span === null) return null;
  return { ...(markedItems(body, part) ?? enumerated(span)), whole: span.text };
}

function headedPart(lines: readonly OutlineLine[]): OutlineLine[] | null {
  for (const [index, line] of lines.entries()) {
    if (!/(?:建议|对策)(?:措施|意见)?$/u.test(headingOf(line)?.trim() ?? "")) continue;
    const part = [...restOf(line), ...linesUnder(lines, index)];
    if (part.length > 0) return part;
  }
  return null;
}

/** What runs on behind a heading. */
function restOf({ text, start }: OutlineLine): OutlineLine[] {
  const stop = text.search(/[。：:]/u) + 1;
  return stop > 0 && stop < text.length ? [{ text: text.slice(stop), start: start + stop, level: 0 }] : [];
}

/** The part that the first of `begins` finds which finds any. */
function firstBegun(lines: readonly OutlineLine[], begins: readonly Begins[]): OutlineLine[] | null {
  for (const one of begins) {
    const part = begunPart(lines, one);
    if (part !== null) return part;
  }
  return null;
}

function begunPart(lines: readonly OutlineLine[], { word, test }: Begins): OutlineLine[] | null {
  for (const [index, line] of lines.entries()) {
    if (!line.text.includes(word)) continue;
    const first = sentencesOf(line.text).find(({ text }) => test(text));
    if (!first) continue;
    const level = first.start === 0 ? line.level : 0;
    const begun = { text: line.text.slice(first.start), start: line.start + first.start, level };
    return [begun, ...lines.slice(index + 1, sectionEnd(lines, index))];
  }
  return null;
}

/** Where the section ends in which a line stands. */
function sectionEnd(lines: readonly OutlineLine[], index: number): number {
  const own = lines[index]?.level || Infinity;
  const above = lines.slice(0, index).findLast(({ level }) => level > 0 && level < Math.min(own, LIST_ITEM));
  const end = above ? lines.findIndex(({ level }, at) => at > index && level > 0 && level <= above.level) : -1;
  return end < 0 ? lines.length : end;
}

const LIST_ITEM = 5;

function spanOf(body: string, lines: readonly OutlineLine[]): Stretch | null {
  const [first, last] = [lines[0], lines.at(-1)];
  return first && last ? { text: body.slice(first.start, last.start + last.text.length), start: first.start } : null;
}

type Items = Pick<Advice, "lead" | "items">;

/** A plain line and a line of a lower level belong to the item before them. */
function markedItems(body: string, part: readonly OutlineLine[]): Items | null {
  const top = Math.min(...part.map(({ level }) => level || Infinity));
  const starts = part.flatMap(({ level }, index) => (level === top ? [index] : []));
  if (starts.length === 0) return null;
  const items = starts.flatMap((from, at) => spanOf(body, part.slice(from, starts[at + 1])) ?? []);
  return { lead: spanOf(body, part.slice(0, starts[0]))?.text ?? "", items };
}

const ENUMERATOR =
  /(?<![\p{Script=Han}\d])(?:[一二三四五六七八九][是要]|第[一二三四五六七八九]，|其[一二三四五]，|[（(][\d一二三四五六七八九]{1,2}[）)])/gu;

function enumerated(span: Stretch): Items {
  const starts = Array.from(span.text.matchAll(ENUMERATOR), ({ index }) => index);
  if (starts.length < 2) return { lead: "", items: [span] };
  const items = starts.map((from, at) => ({ text: span.text.slice(from, starts[at + 1]), start: span.start + from }));
  return { lead: span.text.slice(0, starts[0]), items };
}
