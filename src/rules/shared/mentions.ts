import { dayKey, namesIn, townsIn } from "../../base/facts.ts";
import { quantitiesIn, type Quantity } from "../../base/quantities.ts";
import { maskQuoted } from "../../prose/masked.ts";
import { findWords, sentencesOf, type Stretch } from "../../prose/sentences.ts";

/** A number with what it counts, as a text states it. Offsets are UTF-16, half-open, of number and unit. */
export interface Mention {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly step: number;
  readonly about: boolean;
  readonly start: number;
  readonly end: number;
  /** Whose or which: what stands before the label in its clause, empty where it is the matter as a whole. */
  readonly scope: string;
  /** Whether it says 项目总投资, 该事故死亡: of what was spoken of before. */
  readonly again: boolean;
  /** Under what reservation: another time, a plan, a part. Two numbers under unlike reservations are no conflict. */
  readonly frame: string;
  /** The place the sentence speaks of, or the last sentence before it that named one. */
  readonly place: string;
}

/** What a text is searched for. */
export interface Search {
  /** Labels that have one number in one text. */
  readonly labels: readonly string[];
  /** Words that say a number is of another time, of a plan, or of a part. */
  readonly contrasts: readonly string[];
  /** The time of the matter itself, which is no reservation: 日11-18, 时8:20, 2026年. */
  readonly own: ReadonlySet<string>;
}

/** More of them than anybody reads are not compared. */
const MOST = 500;
/** So far before a number its sentence is read, and so far about it its clause: nobody writes longer ones. */
const SENTENCE = 300;
const CLAUSE = 60;

/** Every number of a text that stands under one of the labels, in the order of the text. */
export function mentionsIn(text: string, search: Search): Mention[] {
  if (!TOTALLED.test(text) && !search.labels.some((label) => text.includes(label))) return [];
  const plain = maskQuoted(text);
  const quantities = quantitiesIn(plain);
  const neutral = new Set([...search.own, ...firstTimes(plain)]);
  const found: Mention[] = [];
  let [next, last, era, place] = [0, 0, "", ""];
  for (const sentence of sentencesOf(plain)) {
    if (plain.slice(last, sentence.start).includes("\n")) era = "";
    last = sentence.start + sentence.text.length;
    for (; (quantities[next]?.end ?? Infinity) <= last && found.length < MOST; next++) {
      const quantity = quantities[next] as Quantity;
      const labelled = quantity.rough === "bound" ? null : labelOf(sentence, quantity, search.labels);
      if (!labelled) continue;
      const before = upTo(sentence, quantity);
      const { value, unit, step, start, end } = quantity;
      const frame = frameOf(before, era, { ...search, neutral });
      const about = quantity.rough === "about";
      found.push({ ...labelled, value, unit, step, about, start, end, frame, place: placesOf(before) || place });
    }
    era ||= (sentence.text.match(ERA) ?? []).find((word) => !neutral.has(word)) ?? "";
    place = placesOf(sentence.text) || place;
  }
  return found;
}

/** The sentence as far as the clause of the number goes. */
function upTo({ text, start }: Stretch, quantity: Quantity): string {
  return text.slice(Math.max(0, quantity.start - start - SENTENCE), clauseEnd(text, quantity.end - start));
}

/** Words that put all that follows in a paragraph into another time. */
const ERA = /\d{4}年(?!以来)|去年|上年|前年|往年|历年|历史上|同期/gu;

const CLAUSE_SIGN = /[，,、：:；;。！？（）()\n]/u;

function clauseEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + CLAUSE);
  for (let at = from; at < most; at++) if (CLAUSE_SIGN.test(text[at] as string)) return at;
  return most;
}

function clauseStart(text: string, to: number): number {
  const least = Math.max(0, to - CLAUSE);
  for (let at = to; at > least; at--) if (CLAUSE_SIGN.test(text[at - 1] as string)) return at;
  return least;
}

type Labelled = Pick<Mention, "label" | "scope" | "again">;

/** The label right before the number or right after it; null where there is none, or where the words go on. */
function labelOf({ text, start }: Stretch, quantity: Quantity, labels: readonly string[]): Labelled | null {
  const [from, to] = [quantity.start - start, quantity.end - start];
  const before = text.slice(clauseStart(text, from), from);
  const after = text.slice(to, clauseEnd(text, to));
  const ahead = before.replace(LINKS, "");
  const label = TOTAL.exec(ahead)?.[0] ?? labels.find((one) => ahead.endsWith(one));
  if (label !== undefined)
    return /^(?:当?中|里|\s*$)/u.test(after) ? { label, ...whose(ahead.slice(0, -label.length)) } : null;
  const behind = labels.find((one) => after.endsWith(one));
  if (behind === undefined || quantity.unit !== "人") return null;
  const between = after.slice(0, -behind.length).replace(DIED, "");
  return between.length > 6 || OTHERWISE.test(between) ? null : { label: behind, ...whose(before) };
}

/** Between label and number: 总投资约, 死亡人数共计. */
const LINKS = /(?:人数|总数|总额|金额)?(?:[共约达为是有计近超]|合计|共计|累计|总计|达到|统计|估计|逾)*\s*$/u;

const TOTALLED = /总[^\d。]{1,12}\d/u;

const TOTAL = /总(?![共计是有会体经理书局队站工])\p{sc=Han}{1,4}$/u;

const DIED = /经?(?:抢救|医治)无效|当场|不幸/u;

/** 11人全部撤出无人受伤 tells of nobody hurt. */
const OTHERWISE = /[无没未免避防撤送救转均皆的，]|\d/u;

/** What goes before a label and says nothing of whose it is. */
const TRANSPARENT =
  /造成|导致|致使|已经|已致|事故|火灾|灾害|灾情|该|本次|此次|全部|合计|累计|共计|总共|人员|经统计|据统计|经核实|经初步统计|初步统计|项目|工程|估计|[致共约已有因]/gu;

const AGAIN = /^(?:该|此|本|整个)?(?:项目|工程|事故|火灾)/u;

function whose(text: string): Pick<Mention, "scope" | "again"> {
  const scope = text.replace(TRANSPARENT, "").replace(/\s/gu, "");
  return { scope, again: scope === "" && AGAIN.test(text.trim()) };
}

const TIMES = /(?:\d{1,2})月(?:\d{1,2})日|(?:\d{1,2})[时点](?:(?:\d{1,2})分)?|\d{4}年/gu;
const ORDINAL = /第[一二三四五六七八九十\d]+|[一二三四五六七八九十]期|[甲乙丙丁]/gu;

/** The first day and the first time a text gives: those of its matter. */
function firstTimes(text: string): string[] {
  const day = /\d{1,2}月\d{1,2}日/u.exec(text)?.[0];
  const time = /\d{1,2}[时点](?:\d{1,2}分)?/u.exec(text)?.[0];
  return [day, time].flatMap((one) => (one === undefined ? [] : [keyOf(one)]));
}

/** One key for one time, as `own` has them. */
function keyOf(time: string): string {
  const [first = "", second = ""] = time.match(/\d+/gu) ?? [];
  if (time.includes("月")) return dayKey(Number(first), Number(second));
  return time.includes("年") ? time : `时${Number(first)}:${Number(second)}`;
}

function frameOf(
  text: string,
  era: string,
  { contrasts, neutral }: { contrasts: readonly string[]; neutral: ReadonlySet<string> },
): string {
  const times = Array.from(text.matchAll(TIMES), ([time]) => keyOf(time)).filter((key) => !neutral.has(key));
  const words = findWords(text, contrasts).map(({ word }) => word);
  const ordinals = Array.from(text.matchAll(ORDINAL), ([word]) => word);
  return [...new Set([...times, ...words, ...ordinals, ...(era === "" ? [] : [era])])].toSorted().join(" ");
}

function placesOf(text: string): string {
  return [...new Set([...townsIn(text), ...namesIn(text)])].toSorted().join(" ");
}
