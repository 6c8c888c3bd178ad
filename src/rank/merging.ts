import { quantitiesIn, type Quantity } from "../base/quantities.ts";
import { jaccard, shinglesOf } from "../base/shingles.ts";
import type { Entry } from "../model/entry.ts";
import { maskTitles } from "../prose/masked.ts";
import { outlineOf } from "../prose/outline.ts";
import { sentencesOf } from "../prose/sentences.ts";

/** Entries on one matter as one text: the common facts once, what others add behind it, figures that differ side by side. */
export interface MergedText {
  readonly text: string;
  /** `受灾面积：东湖镇 120亩，县应急管理局 180亩`, each difference once. */
  readonly differs: readonly string[];
}

/** A sentence of the first text, with what is to be put behind its figures. */
interface Told {
  readonly text: string;
  readonly shingles: Uint32Array;
  /** By the end of a figure: what others say of it. */
  readonly notes: Map<number, string[]>;
}

/** From this likeness on two sentences tell the same. */
const SAME = 0.34;

/** Merges texts: the first one stands as it is, of the others only what it does not tell. */
export function mergeTexts([first, ...others]: readonly [Entry, ...Entry[]]): MergedText {
  const lines = first.body.text.split("\n").map((line) => line.trim());
  const told = lines
    .filter((line) => line !== "")
    .map((line) => ({ line, sentences: sentencesOf(line).map(({ text }) => toldOf(text)) }));
  const all = told.flatMap(({ sentences }) => sentences);
  const differs: string[] = [];
  const added = others.flatMap((entry) => {
    const more = plainSentences(entry).filter((sentence) => !isTold(sentence, entry, { all, first, differs }));
    return more.length === 0 ? [] : [`另据${unitsOf(entry)}报送：${more.map(closed).join("")}`];
  });
  const own = told.map(({ line, sentences }) => (sentences.length === 0 ? line : sentences.map(withNotes).join("")));
  return { text: [...own, ...added].join("\n"), differs: [...new Set(differs)] };
}

function toldOf(text: string): Told {
  return { text, shingles: shinglesOf(bare(text)), notes: new Map() };
}

/** Figures and signs tell nothing of what a sentence is about. */
function bare(text: string): string {
  return text.replace(/[\d.,，。；、：:（）()“”%％]/gu, "");
}

/** Sentences of a body without its headings. */
function plainSentences({ body }: Entry): string[] {
  const lines = outlineOf(body.text).filter(({ level, text }) => level === 0 || /[。；！？]/u.test(text));
  return lines.flatMap(({ text }) => sentencesOf(text.replace(MARK, "")).map((one) => one.text.trim()));
}

const MARK =
  /^(?:#{1,4}\s+|[-*]\s+|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．]\s?)/u;

interface First {
  readonly all: readonly Told[];
  readonly first: Entry;
  readonly differs: string[];
}

/** Whether the first text tells a sentence; figures of it that differ are noted there. */
function isTold(sentence: string, entry: Entry, { all, first, differs }: First): boolean {
  const shingles = shinglesOf(bare(sentence));
  const [nearest] = all
    .map((told) => ({ told, alike: jaccard(told.shingles, shingles) }))
    .toSorted((a, b) => b.alike - a.alike);
  if (!nearest || nearest.alike < SAME) return false;
  const { told } = nearest;
  for (const [mine, theirs] of conflicts(told.text, sentence)) {
    const own = told.text.slice(mine.start, mine.end);
    const other = sentence.slice(theirs.start, theirs.end);
    const notes = told.notes.get(mine.end) ?? [];
    told.notes.set(mine.end, [...notes, `${unitsOf(entry)}报为${other}`]);
    differs.push(`${labelOf(told.text, mine)}：${unitsOf(first)} ${own}，${unitsOf(entry)} ${other}`);
  }
  return true;
}

/** Figures of one unit with the same words before them, that differ. */
function conflicts(mine: string, theirs: string): [Quantity, Quantity][] {
  const others = quantitiesIn(maskTitles(theirs));
  return quantitiesIn(maskTitles(mine)).flatMap((one): [Quantity, Quantity][] => {
    const label = labelOf(mine, one);
    const other = others.find((each) => each.unit === one.unit && labelOf(theirs, each) === label);
    return label !== "" && other && other.value !== one.value ? [[one, other]] : [];
  });
}

/** The words right before a figure. */
function labelOf(text: string, { start }: Quantity): string {
  const before = text.slice(0, start).replace(/[约近超共达为有是到]+$/u, "");
  return /\p{sc=Han}{2,6}$/u.exec(before)?.[0].slice(-4) ?? "";
}

function withNotes({ text, notes }: Told): string {
  const ends = [...notes.keys()].toSorted((a, b) => b - a);
  return ends.reduce(
    (whole, end) => `${whole.slice(0, end)}（${[...new Set(notes.get(end))].join("，")}）${whole.slice(end)}`,
    text,
  );
}

function closed(sentence: string): string {
  return /[。！？；]$/u.test(sentence) ? sentence : `${sentence}。`;
}

function unitsOf({ unit }: Entry): string {
  return unit.join("、");
}
