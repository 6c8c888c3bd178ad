import { knownUnitName } from "../../base/unit-name.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Office } from "../../model/office.ts";
import type { Profile } from "../../model/profile.ts";
import type { EntryRule } from "../rule.ts";
import { findPhrases } from "../../prose/phrases.ts";
import { fixOf, placeIn, printedOf } from "../shared/printed.ts";
import { findWords, wordsOf } from "../../prose/sentences.ts";

/** 我镇, 我局: whoever reads the brief cannot tell which; 我县 is the reader's own. */
export const ownName: EntryRule = {
  name: "own-name",
  group: "truth",
  severity: "warning",
  summary: "用“我镇”“我局”代替单位全称",
  stops: true,
  fixed: false,
  uses: ["词表.自称", "词表.自称除外"],
  scope: "entry",
  needs: [],
  *check(entry, { profile, office }) {
    const words = wordsOf(profile, "自称");
    for (const printed of printedOf(entry)) {
      if (!words.some((word) => printed.text.includes(word))) continue;
      const text = maskChance(maskSpeech(printed.text), profile);
      for (const found of findWords(text, words)) {
        const [name, more] = namesFor(found.word, entry, office);
        // A name that holds more than a name does is no answer.
        const sure = name !== undefined && more === undefined && /^[\p{Script=Han}\p{N}（）]+$/u.test(name);
        yield {
          at: placeIn(printed, found.start, found.end),
          message: `用“${quote(found.word)}”自称，应写单位名称${sure ? `“${quote(name)}”` : ""}`,
          hint: sure ? `改为“${quote(name)}”` : "改为单位的全称或规范简称，读的人不知道“我”是谁",
          ...(sure ? fixOf(printed, [[found.start, found.end, name]]) : {}),
        };
      }
    }
  },
};

/** What somebody says keeps its words: “…我局…”, and what is quoted to the end of a paragraph. Every offset stays. */
function maskSpeech(text: string): string {
  return text.includes("“") ? text.replace(/“[^”\n]*/gu, (speech) => "〓".repeat(speech.length)) : text;
}

/** Other words that hold such characters by chance: 自我, 我镇定. Every offset stays. */
function maskChance(text: string, profile: Profile): string {
  let [masked, last] = ["", 0];
  for (const { start, end } of findPhrases(text, profile, "自称除外").toSorted((a, b) => a.start - b.start)) {
    if (end <= last) continue;
    const from = Math.max(start, last);
    masked += text.slice(last, from) + "〓".repeat(end - from);
    last = end;
  }
  return masked + text.slice(last);
}

/** What a full name may end with, where that is more than the word says. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = { 委: ["委", "委员会"], 办: ["办", "办公室"] };

/** The full names of the units of the entry that such a word can stand for; one that an office does not know is none. */
function namesFor(word: string, { unit }: Entry, office: Office): string[] {
  const kind = word.slice(1);
  const names = unit.flatMap((name) => knownUnitName(name, office) ?? []);
  if (kind === "单位") return names;
  const endings = ENDINGS[kind] ?? [kind];
  return names.filter((name) => endings.some((ending) => name.length > ending.length && name.endsWith(ending)));
}
