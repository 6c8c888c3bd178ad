import { quantitiesIn, type Quantity } from "../base/quantities.ts";
import { maskTitles } from "../prose/masked.ts";

/** One report of a matter: what is printed of it, and the units it comes from. */
export interface Telling {
  readonly text: string;
  readonly unit: string;
}

/** Reports on one matter as one text: the common facts once, what others add behind it, figures that differ side by side. */
export interface MergedText {
  readonly text: string;
  /** `受灾面积：东湖镇 120亩，县应急管理局 180亩`, each difference once. */
  readonly differs: readonly string[];
}

/** A clause of the first text, by its place there. */
interface Clause {
  readonly text: string;
  readonly start: number;
  readonly pairs: ReadonlySet<string>;
}

/** From this likeness on two clauses tell the same, but for figures. */
const SAME = 0.6;
/** Texts of more clauses are not compared: all of the other is printed. */
const MOST_CLAUSES = 600;

/** Merges texts: the first one stands as it is, of the others only the clauses that it does not tell. In doubt both are printed. */
export function mergeTexts([first, ...others]: readonly [Telling, ...Telling[]]): MergedText {
  const known = clausesOf(first.text);
  const notes = new Map<number, string[]>();
  const differs: string[] = [];
  const added = others.flatMap((other) => {
    const clauses = clausesOf(other.text);
    const compared = known.length <= MOST_CLAUSES && clauses.length <= MOST_CLAUSES;
    const fresh = clauses.filter((clause) => !compared || !isTold(clause, { other, first, known, notes, differs }));
    return fresh.length === 0 ? [] : [`另据${other.unit}报送：${joined(fresh, other.text)}`];
  });
  return { text: [withNotes(first.text.trimEnd(), notes), ...added].join("\n"), differs: [...new Set(differs)] };
}

/** Clauses without their signs; headings and marks of lists left out. */
function clausesOf(text: string): Clause[] {
  return Array.from(text.matchAll(/[^\n]+/gu)).flatMap((line) => {
    const own = line[0];
    if (HEADING.test(own)) return [];
    const mark = MARK.exec(own)?.[0].length ?? 0;
    return Array.from(own.slice(mark).matchAll(/[^，。；！？]+/gu), (part): Clause => {
      const lead = part[0].length - part[0].trimStart().length;
      const words = part[0].trim();
      return { text: words, start: line.index + mark + part.index + lead, pairs: pairsOf(words.replace(NOTE, "")) };
    }).filter(({ text: words }) => words !== "");
  });
}

const HEADING = /^\s*(?:#{1,4}\s|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。；]*$/u;
const MARK =
  /^\s*(?:#{1,4}\s+|[-*]\s+|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．](?!\d)\s?)?/u;

/** Pairs of Chinese characters side by side, figures left out. */
function pairsOf(text: string): ReadonlySet<string> {
  const words = text.replace(/[^\p{sc=Han}]/gu, "");
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)));
}

interface Merging {
  readonly first: Telling;
  readonly other: Telling;
  readonly known: readonly Clause[];
  readonly notes: Map<number, string[]>;
  readonly differs: string[];
}

/** Whether the first text tells a clause; figures of it that differ are noted there. */
function isTold(clause: Clause, { first, other, known, notes, differs }: Merging): boolean {
  for (const own of known) {
    const bare = own.text.replace(NOTE, "");
    if (bare === clause.text) return true;
    if (denies(own.text) !== denies(clause.text) || likeness(own.pairs, clause.pairs) < SAME) continue;
    const pairs = pairFigures(bare, clause.text);
    if (pairs === null) continue;
    // Where a note stands already, a second difference has no place: its sentence is printed.
    if (bare !== own.text && pairs.some(([one, two]) => one.value !== two.value)) continue;
    for (const [mine, theirs] of pairs.filter(([one, two]) => one.value !== two.value)) {
      const at = own.start + mine.end;
      const said = clause.text.slice(theirs.start, theirs.end);
      notes.set(at, [...(notes.get(at) ?? []), `${other.unit}报为${said}`]);
      const label = own.text.slice(0, mine.start) || own.text.slice(mine.end);
      differs.push(`${label}：${first.unit} ${own.text.slice(mine.start, mine.end)}，${other.unit} ${said}`);
    }
    return true;
  }
  return false;
}

/** What an earlier merging put behind a figure. */
const NOTE = /（[^（）]*报为[^（）]*）/gu;

/** 无人员伤亡 and 造成人员伤亡 share nearly all their words. */
function denies(text: string): boolean {
  return /[无未没不非]/u.test(text);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / (a.size + b.size - shared);
}

/** Every figure of theirs with the one of mine that tells the same; null where there is none for one of them, so that it would be lost. */
function pairFigures(mine: string, theirs: string): [Quantity, Quantity][] | null {
  const [own, others] = [mine, theirs].map((text) => quantitiesIn(maskTitles(text))) as [Quantity[], Quantity[]];
  const digits = (text: string): number => text.match(/\d+(?:\.\d+)?/gu)?.length ?? 0;
  // A number without a unit that we know is told by its whole clause alone.
  if (digits(theirs) > others.length || digits(mine) > own.length) return sameDigits(mine, theirs) ? [] : null;
  if (own.length !== others.length) return null;
  const pairs = own.map((one, at) => [one, others[at]] as [Quantity, Quantity]);
  return pairs.every(([one, two]) => one.unit === two.unit) ? pairs : null;
}

function sameDigits(a: string, b: string): boolean {
  const digits = (text: string): string => (text.match(/\d+(?:\.\d+)?/gu) ?? []).join(" ");
  return digits(a) === digits(b);
}

function withNotes(text: string, notes: ReadonlyMap<number, readonly string[]>): string {
  const ends = [...notes.keys()].toSorted((a, b) => b - a);
  return ends.reduce(
    (whole, end) => `${whole.slice(0, end)}（${[...new Set(notes.get(end))].join("，")}）${whole.slice(end)}`,
    text,
  );
}

/** Clauses that stood side by side with the sign between them, others as sentences of their own. */
function joined(clauses: readonly Clause[], text: string): string {
  let out = "";
  for (const [index, { text: words, start }] of clauses.entries()) {
    const before = clauses[index - 1];
    const between = before ? text.slice(before.start + before.text.length, start) : "";
    const sign = !before ? "" : /^[，；。！？]\s*$/u.test(between) ? between.trim() : "。";
    out += sign + words;
  }
  const last = clauses.at(-1);
  const end = last ? text.charAt(last.start + last.text.length) : "";
  return out + (/[。！？]/u.test(end) ? end : "。");
}
