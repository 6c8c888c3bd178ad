import { quantitiesIn } from "../../base/quantities.ts";
import type { Entry } from "../../model/entry.ts";
import type { Office } from "../../model/office.ts";
import type { Profile } from "../../model/profile.ts";
import { findWords, sentencesOf, wordsOf } from "../../prose/sentences.ts";

/** 正文见附件 and nothing else. */
const ATTACHED =
  /^[（(]?(?:[\p{sc=Han}]{0,12}[：:])?[\p{sc=Han}]{0,10}?(?:请?[详参]见|请?参阅|请看|见)(?:所|本|后)?(?:附件|附表|附后|附文|附图|文件|文档|材料|PDF|Word)[\p{sc=Han}\da-z.、：:《》“”]{0,24}[）)]?[。！.]?$/iu;

/** Whether all a body says is where to look. */
export function isAttached(body: string): boolean {
  const text = body.trim();
  return text.length <= 50 && /附|文[件档]|材料|pdf|word/iu.test(text) && ATTACHED.test(text);
}

/** Characters that may be left beside hollow words: what it is about. */
const MOST_LEFT = 6;
const LEAST_HOLLOW = 2;

/** Whether a body is one sentence of hollow words, with nothing counted and no day in it: 近日，某镇认真开展了相关工作. */
export function isHollow({ body, unit }: Entry, profile: Profile, office: Office): boolean {
  const text = body.text.trim();
  if (text.length > 60 || /\d/u.test(text) || sentencesOf(text).length !== 1 || quantitiesIn(text).length > 0)
    return false;
  const hollow = findWords(text, wordsOf(profile, "空短用语")).toSorted((a, b) => b.word.length - a.word.length);
  if (new Set(hollow.map(({ word }) => word)).size < LEAST_HOLLOW) return false;
  const names = [...unit, ...office.units.flatMap(({ name, short }) => [name, short ?? ""])].filter(
    (name) => name !== "",
  );
  const bare = [...names.toSorted((a, b) => b.length - a.length), ...hollow.map(({ word }) => word)].reduce(
    (left, word) => left.replaceAll(word, ""),
    text,
  );
  return bare.replace(/[^\p{sc=Han}]|[的了和与及等将在对为把向]/gu, "").length <= MOST_LEFT;
}
