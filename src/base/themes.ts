import type { Entry } from "../model/entry.ts";
import type { Theme } from "../model/office.ts";

/** Where a theme was met: declared under 主题, in the title, or in the text. */
export type ThemePlace = "主题" | "标题" | "正文";

/** One word that met a theme; `keyword` is how the theme calls it where `word` is a synonym. */
export interface ThemeWord {
  readonly where: ThemePlace;
  readonly word: string;
  readonly keyword: string;
}

/** Whether a theme holds on a day; its first and last day are days of it. */
export function inForce({ from, to }: Pick<Theme, "from" | "to">, day: number): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** Whether an entry declares a theme, or speaks of it in title or text. */
export function speaksOf(entry: Entry, theme: Theme): boolean {
  return entry.themes.includes(theme.name) || mentionsTheme(entry, theme);
}

/** Whether title or text speaks of a theme. */
export function mentionsTheme(entry: Entry, { keywords }: Pick<Theme, "keywords">): boolean {
  const known = WORDS.get(keywords) ?? keywords.flatMap(synonymsIn);
  WORDS.set(keywords, known);
  return mentions(entry, known);
}

/** All words of a list of keywords: asked for with every entry of thousands. */
const WORDS = new WeakMap<readonly string[], readonly string[]>();

/** All that met a theme: its name under 主题, then every word in the title, then every word in the text; each word once a place. */
export function themeWords(entry: Entry, { name, keywords }: Pick<Theme, "name" | "keywords">): ThemeWord[] {
  const declared: ThemeWord[] = entry.themes.includes(name) ? [{ where: "主题", word: name, keyword: name }] : [];
  const texts = [["标题", entry.title] as const, ["正文", entry.body.text] as const];
  const spoken = texts.flatMap(([where, text]) =>
    keywords.flatMap((keyword) => {
      const synonyms = synonymsIn(keyword);
      const found = synonyms.filter((word) => speaks(text, word));
      return found.map((word): ThemeWord => ({ where, word, keyword: synonyms[0] ?? word }));
    }),
  );
  return [...declared, ...spoken];
}

/** The words for one thing that a keyword holds: 抗旱/旱情/缺水. The first is its name. */
export function synonymsIn(keyword: string): string[] {
  return keyword.split("/").filter((word) => word !== "");
}

/** Whether title or text holds one of the words. */
export function mentions(entry: Entry, words: readonly string[]): boolean {
  return words.some((word) => speaks(entry.title, word) || speaks(entry.body.text, word));
}

/** Whether a text holds a word other than in a name of somebody: 水库 in 东湖水库希望小学 tells of no reservoir. */
function speaks(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (KINDS.test(word) || !NAME.test(text.slice(at + word.length, at + word.length + LONGEST_END))) return true;
  }
  return false;
}

const LONGEST_END = 10;
const NAME = /^\p{sc=Han}{0,6}?(?:小学|中学|学校|幼儿园|有限(?:责任)?公司)/u;
/** What tells of schools of a kind, and is no name of one: 农村小学. */
const KINDS = /学|校|教|农村|乡村|山区|城区|寄宿|民族|民办|公办|残疾/u;
