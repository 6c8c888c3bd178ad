import { byCodePoint } from "../../base/order.ts";
import type { Entry, Tone } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import { figureOf, wordsOf, type CoverageContext } from "./context.ts";

/** How many entries are good news, bad news and neither. */
export type ToneCount = Readonly<Record<Tone, number>>;

/** The tone of an entry: its own, else its category's; null where it cannot be told. */
export function toneOf({ tone, category, broken }: Entry, { categories }: Pick<Profile, "categories">): Tone | null {
  if (broken.has("tone")) return null;
  return tone ?? categories.get(category)?.tone ?? null;
}

/** The tones of entries; those whose tone cannot be told are in none. */
export function toneCount(entries: readonly Entry[], profile: Profile): ToneCount {
  const count = { 喜: 0, 忧: 0, 中: 0 };
  for (const entry of entries) {
    const tone = toneOf(entry, profile);
    if (tone !== null) count[tone]++;
  }
  return count;
}

const LEAST = "只喜条数";
const SHARE = "偏喜比例";

/** Of rows with enough entries to tell, those nearly all good news: shown as they are, no number of others is asked for. */
export function lopsided<Row extends { readonly tone: ToneCount }>(
  rows: readonly Row[],
  context: CoverageContext,
): Row[] {
  const [least, percent] = [figureOf(context, LEAST), figureOf(context, SHARE)];
  if (least === null || percent === null) return [];
  return rows.filter(({ tone: { 喜: good, 忧: bad, 中: neither } }) => {
    const all = good + bad + neither;
    return all >= Math.max(1, least) && good * 100 >= percent * all;
  });
}

/** How entries came in. */
export interface Channels {
  /** By channel, the most frequent first. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many came by other ways than units report by. */
  readonly unusual: number;
}

const USUAL = "正常报送";
/** The ways units report by; what comes by any other would not have been reported. */
const CHANNELS_OF_UNITS: ReadonlySet<string> = new Set([USUAL, "电话补录", "纸质补录"]);

export function channelsOf(entries: readonly Entry[]): Channels {
  const counts = new Map<string, number>();
  for (const { channel } of entries) counts.set(channel ?? USUAL, (counts.get(channel ?? USUAL) ?? 0) + 1);
  const sorted = [...counts].toSorted(([one, a], [other, b]) => b - a || byCodePoint(one, other));
  const unusual = sorted.reduce((sum, [name, count]) => (CHANNELS_OF_UNITS.has(name) ? sum : sum + count), 0);
  return { counts: new Map(sorted), unusual };
}

/** How many entries go into a matter, and how many tell what was done. */
export interface Research {
  readonly research: number;
  readonly news: number;
}

export function researchOf(entries: readonly Entry[], context: CoverageContext): Research {
  const count = (list: string): number => {
    const categories = new Set(wordsOf(context, list));
    return entries.filter(({ category }) => categories.has(category)).length;
  };
  return { research: count("研究类别"), news: count("动态类别") };
}
