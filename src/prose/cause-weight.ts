import type { Profile } from "../model/profile.ts";
import { findPhrases, hasPhrase } from "./phrases.ts";
import { wordsOf } from "./sentences.ts";

const CAUSE = "原因用语";
export const EMPTY = "空泛原因";

/** What a cause is given for: in its own sentence and the title, and all that stands near before it. */
export interface Trouble {
  readonly spoken: string;
  readonly all: string;
}

type Weight = "concrete" | "empty" | "restating" | "single" | "neutral";

/** What a clause is worth as a cause. */
export function weigh(clause: string, trouble: Trouble, profile: Profile): Weight {
  if (/\d/u.test(clause.replace(/^[^\p{Script=Han}]{0,6}/u, "")) || UNKNOWN.test(clause)) return "concrete";
  const empty = hasPhrase(clause, profile, EMPTY);
  const rest = residue(clause, profile);
  if (empty) return rest.length > MOST_BESIDE ? "concrete" : "empty";
  if (rest.length < LEAST_SAID) return rest.length === LEAST_SAID - 1 ? "single" : "neutral";
  return restates(rest, trouble.spoken) || renames(clause, trouble.all, profile) ? "restating" : "concrete";
}

/** A cause that is not known yet is honestly told. */
const UNKNOWN = /不明|不详|不清楚|未查明|未查清|正在(?:调查|核查|排查)|有待|待查/u;

/** Characters that may stand beside an empty word (部分村干部对秸秆禁烧重视不够), and that make a cause of their own. */
const MOST_BESIDE = 6;
const LEAST_SAID = 3;

const FILLING =
  /[其第]?[一二两三四五六七八九十多][是个点条]|有[一二两三四五六七八九十几多]|如下|以下|几个|方面|具体|主要|经|调查|分析|发现|究其|部分|个别|少数|一些|有的|干部|群众|单位|部门|存在|问题|现象|情况|工作|这项|该项|此项|程度|有关|相关|我县|全县|镇里|县里|乡里|村里|[是的了等有也还对在上里和与及、]/gu;

/** What a clause says beside empty words and filling, letters only. */
function residue(clause: string, profile: Profile): string {
  const causes = findPhrases(clause, profile, CAUSE).filter(({ phrase }) => !phrase.includes("…"));
  const spoken = [...findPhrases(clause, profile, EMPTY), ...causes];
  const bare = spoken.reduce((text, { word }) => text.replace(word, ""), clause);
  return bare.replace(FILLING, "").replace(/[^\p{Script=Han}]/gu, "");
}

/** Whether nearly all pairs of characters stand in the title. */
function restates(words: string, title: string): boolean {
  const pairs = Array.from({ length: words.length - 1 }, (_, index) => words.slice(index, index + 2));
  const known = pairs.filter((pair) => title.includes(pair)).length;
  return pairs.length >= LEAST_SAID && known / pairs.length >= 0.7;
}

const SAME = "同义现象";

/** Whether all of a clause names the trouble by another word, and says nothing else that was not said: 道路堵塞, of 拥堵. */
function renames(clause: string, trouble: string, profile: Profile): boolean {
  const known = groupsOf(wordsOf(profile, SAME)).filter((group) =>
    group.some((word) => word !== "" && trouble.includes(word)),
  );
  return clause.split("、").every((part) => {
    const words = residue(part, profile);
    const said = known.map((group) => group.find((word) => words.includes(word)) ?? "").find((word) => word !== "");
    return said !== undefined && [...words.replace(said, "")].every((char) => trouble.includes(char));
  });
}

const GROUPS = new WeakMap<readonly string[], readonly (readonly string[])[]>();

/** The words for one thing, the longest first. */
function groupsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const known = GROUPS.get(lines);
  if (known) return known;
  const groups = lines.map((line) => line.split("/").toSorted((a, b) => b.length - a.length));
  GROUPS.set(lines, groups);
  return groups;
}
