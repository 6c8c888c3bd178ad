import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { EntryRule } from "../rule.ts";
import { maskTitles } from "../../prose/masked.ts";
import { overlaps } from "../shared/overlaps.ts";
import { findPhrases, hasPhrase } from "../../prose/phrases.ts";
import { findWords, sentencesOf, wordsOf, type Found, type Stretch } from "../../prose/sentences.ts";
import { findMarks } from "./marks.ts";

/** The word of a secret in a sentence: a mark of one is `classified`, which stops everything. */
export const secrecyWord: EntryRule = {
  name: "secrecy-word",
  group: "secrecy",
  severity: "warning",
  summary: "文中有涉密字样，须核对能否在本机处理",
  stops: true,
  fixed: false,
  uses: ["词表.涉密字样", "词表.涉密除外", "词表.保密话题"],
  scope: "entry",
  needs: [],
  *check(entry, { profile }) {
    const words = wordsOf(profile, "涉密字样");
    for (const { path, value } of textsOf(entry)) {
      if (!words.some((word) => value.includes(word))) continue;
      const text = maskTitles(value);
      const others = [...findMarks(value), ...findPhrases(text, profile, "涉密除外")];
      for (const sentence of sentencesOf(text)) {
        if (hasPhrase(sentence.text, profile, "保密话题")) continue;
        for (const found of wordsIn(sentence, words)) {
          if (others.some((other) => overlaps(other, found)) || isDenied(text, found)) continue;
          yield {
            at: entry.places.within(path, found.start, found.end),
            message: `有涉密字样“${quote(found.word)}”，本机只能处理公开、内部和工作秘密的信息`,
            hint: "请保密负责人马上核对：确有国家秘密内容的，移出本机，改在涉密设备上处理、走机要渠道照常上报；没有的，改写这一句",
            forUnit:
              "请你单位保密负责人马上核对：确有国家秘密内容的，告知县委办，改走机要渠道照常上报；没有的，改写这一句",
          };
        }
      }
    }
  },
};

/** Where sentences of an entry stand, and names of files. */
function textsOf(entry: Entry): { path: string; value: string }[] {
  const given: [string, string | null][] = [
    ["title", entry.title],
    ...entry.sources.map((value, at): [string, string] => [`sources.${at}`, value]),
    ...entry.attachments.map((value, at): [string, string] => [`attachments.${at}`, value]),
    ...entry.instructions.map(({ text }, at): [string, string | null] => [`instructions.${at}.text`, text]),
    ["body", entry.body.text],
  ];
  return given.flatMap(([path, value]) => (value ? [{ path, value }] : []));
}

/** Words in a sentence, none within another, by their offsets in the whole text. */
function wordsIn({ text, start }: Stretch, words: readonly string[]): Found[] {
  let end = 0;
  return findWords(text, words).flatMap((found) => {
    if (found.start < end) return [];
    end = found.end;
    return [{ word: found.word, start: start + found.start, end: start + found.end }];
  });
}

/** 不涉及国家秘密, 严禁传输涉密文件: nothing of the kind is there. What begins with 不得 says so itself. */
const DENIED =
  /(?:不涉|未涉|不属|不含|不是|并非|没有|[未无非]|严禁|禁止|不得|不准|不要|防止|防范|避免|杜绝|谨防|切勿)[^，。；：！？\n]*$/u;

function isDenied(text: string, { word, start }: Found): boolean {
  return !word.endsWith("外传") && DENIED.test(text.slice(Math.max(0, start - 24), start));
}
