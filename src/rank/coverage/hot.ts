import { byCodePoint } from "../../base/order.ts";
import { mentionsTheme, synonymsIn } from "../../base/themes.ts";
import type { Entry } from "../../model/entry.ts";
import { figureOf, wordsOf, type CoverageContext } from "./context.ts";
import { groupsBy, type Matters } from "./matters.ts";
import { unitsOf } from "./units.ts";

/** 热点: what many entries of the window speak of. */
export interface HotTopic {
  readonly word: string;
  /** Where the word is from: 关注点, 决策, 苗头种类, 领域; 同一件事 where one matter came in again and again, by its first title. */
  readonly source: string;
  /** Full names, in the order of the entries. */
  readonly units: readonly string[];
  readonly entries: readonly Entry[];
}

interface Topic extends Pick<HotTopic, "word" | "source"> {
  readonly speaks: (entry: Entry) => boolean;
}

const LEAST = "热点条数";

/** The topics of at least so many entries, the most frequent first. Words that the same entries hold are told once. */
export function hotTopics(entries: readonly Entry[], matters: Matters, context: CoverageContext): HotTopic[] {
  const least = figureOf(context, LEAST);
  if (least === null) return [];
  const told = new Set<string>();
  const found = [
    ...topicsOf(entries, least, context).map(({ word, source, speaks }) => ({
      word,
      source,
      own: entries.filter(speaks),
    })),
    ...groupsBy(matters, entries).map((own) => ({ word: own[0]?.title ?? "", source: "同一件事", own })),
  ];
  const places = new Map(entries.map((entry, index) => [entry, index]));
  return found
    .flatMap(({ word, source, own }) => {
      const same = own.map((entry) => places.get(entry)).join(" ");
      if (own.length < Math.max(1, least) || told.has(same)) return [];
      told.add(same);
      const names = new Set(own.flatMap((entry) => unitsOf(entry, context.office)));
      return [{ word, source, units: [...names].filter((name) => name !== null), entries: own }];
    })
    .toSorted(
      (a, b) => b.entries.length - a.entries.length || b.units.length - a.units.length || byCodePoint(a.word, b.word),
    );
}

/** All words that are counted, each once. */
function topicsOf(entries: readonly Entry[], least: number, context: CoverageContext): Topic[] {
  const { themes, decisions } = context.office;
  const listed = [
    ...themes.flatMap(({ name, keywords }) => keywords.map((word) => topic(word, `关注点 ${name}`))),
    ...decisions.flatMap(({ name, keywords }) => keywords.map((word) => topic(word, `决策 ${name}`))),
    ...wordsOf(context, "苗头种类").map((word) => topic(word, "苗头种类")),
  ];
  const fields = new Map<string, number>();
  for (const { field } of entries) if (field !== null) fields.set(field, (fields.get(field) ?? 0) + 1);
  // A field of fewer entries is no topic, and there may be as many fields as entries.
  const declared = [...fields].flatMap(([word, count]): Topic[] =>
    count < least ? [] : [{ word, source: "领域", speaks: ({ field }: Entry) => field === word }],
  );
  const known = new Set<string>();
  return [...listed, ...declared].filter(({ word }) => {
    const fresh = word !== "" && !known.has(word);
    known.add(word);
    return fresh;
  });
}

/** The first of synonyms is the name. */
function topic(keyword: string, source: string): Topic {
  const keywords = [keyword];
  const [word = ""] = synonymsIn(keyword);
  return { word, source, speaks: (entry) => mentionsTheme(entry, { keywords }) };
}
