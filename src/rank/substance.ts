import type { Entry } from "../model/entry.ts";
import { askingSentences } from "../prose/asking.ts";
import { causesIn } from "../prose/causes.ts";
import { doersOf } from "../prose/doers.ts";
import { judgedSentence, type AdviceItem } from "../prose/judged-advice.ts";
import { maskTitles } from "../prose/masked.ts";
import { outlineOf, type OutlineLine } from "../prose/outline.ts";
import type { RankContext } from "./context.ts";

/** What an entry has beyond telling what is: null where it has not, else the words that show it. */
export interface Substance {
  readonly cause: string | null;
  readonly advice: string | null;
  /** Whether the advice names who is to act. */
  readonly workable: boolean;
}

/** A cause of its own that is known, and advice that is more than 加强领导. */
export function substanceOf(entry: Entry, context: Pick<RankContext, "profile" | "office">): Substance {
  // Read once for both: reading is most of what judging a text costs.
  const lines = outlineOf(maskTitles(entry.body.text));
  const advice = adviceIn(entry, context, lines, namesDoer);
  const named = advice.find(namesDoer);
  const [first] = named ? [named] : advice;
  return {
    cause: causeOf(entry, context, lines),
    advice: first?.item.text ?? null,
    workable: named !== undefined,
  };
}

function namesDoer({ missing }: AdviceItem): boolean {
  return !missing.includes("由谁办");
}

/** Not known yet is honestly told, and is no cause to decide by. */
const UNKNOWN = /不明|不详|不清楚|未查明|未查清|正在(?:调查|核查|排查)|有待|待查/u;

function causeOf(
  entry: Entry,
  { profile }: Pick<RankContext, "profile">,
  lines: readonly OutlineLine[],
): string | null {
  for (const cause of causesIn(entry, profile, lines)) {
    if (cause.empty.length > 0 || cause.restates || cause.single || UNKNOWN.test(cause.text)) continue;
    return cause.text;
  }
  return null;
}

/** Asked in so many words: what only follows from 需, 应 or 由 may be told of the past. */
const PLAIN = /建议|恳请|请求|提请|敬请|(?<![邀申聘宴延])请|盼|希望/u;

/** What an entry asks somebody to decide or to do, in its own words, the plainest first; null where it asks nothing. */
export function requestOf(entry: Entry, context: Pick<RankContext, "profile" | "office">): string | null {
  const doers = doersOf(entry, context.profile, context.office);
  const asked = adviceIn(entry, context, outlineOf(maskTitles(entry.body.text)), () => false);
  const plain = asked.filter(({ item }) => PLAIN.test(item.text));
  const [first] = [...plain, ...asked.filter(({ headed }) => headed)].toSorted(
    (one, other) => Number(doers.named(other.item.text)) - Number(doers.named(one.item.text)),
  );
  return first?.item.text.trim() ?? null;
}

/** What is asked for and says what is to be done, in the words of the text, up to the first that suffices. */
function adviceIn(
  entry: Entry,
  { profile, office }: Pick<RankContext, "profile" | "office">,
  lines: readonly OutlineLine[],
  suffices: (judged: AdviceItem) => boolean,
): (AdviceItem & { headed: boolean })[] {
  const doers = doersOf(entry, profile, office);
  const found: (AdviceItem & { headed: boolean })[] = [];
  for (const sentence of askingSentences(entry, profile, office, lines)) {
    const judged = judgedSentence(sentence, profile, doers);
    const { start, text, headed } = sentence;
    // 建议： only announces.
    if (judged.missing.includes("办什么") || /[：:]\s*$/u.test(text)) continue;
    found.push({ ...judged, headed, item: { start, text: entry.body.text.slice(start, start + text.length) } });
    if (suffices(judged)) break;
  }
  return found;
}
