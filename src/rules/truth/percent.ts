import { literal } from "../../base/pattern.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import type { BatchReport } from "../rule.ts";
import { maskQuoted } from "../../prose/masked.ts";
import { wordsOf } from "../../prose/sentences.ts";

const RATES = "不过百的率";

/** 占全镇的120%, but not 占全年计划的120%. */
const SHARE = /占(?<of>[^，。；、：\d\n]{0,16}?)(?:比)?(?:的|为|达|达到|约|比)?(?<value>\d{3,4}(?:\.\d{1,4})?)[%％]/gu;
const AGAINST = /计划|目标|任务|预算|同期|去年|上年|往年|前年|指标|预期|年初|应|定额|上月|上季/u;

/** A share of more than all of it: 合格率102%, 占全镇的120%. */
export function* overFull(entry: Entry, profile: Profile): Generator<BatchReport> {
  const text = maskQuoted(entry.body.text);
  if (!/\d{3}(?:\.\d+)?[%％]/u.test(text)) return;
  const rates = wordsOf(profile, RATES).filter((word) => word !== "" && text.includes(word));
  const found = [...text.matchAll(SHARE)].filter(({ groups }) => !AGAINST.test(groups?.["of"] ?? ""));
  for (const rate of rates) {
    const form = new RegExp(
      `(?<![毛超])${literal(rate)}(?:均|都)?(?:由|从)?(?:\\d[\\d.]{0,6}[%％])?(?:为|是|达|达到|约|近|高达|升至|增至|升到|提高到|提升到|上升到|提高至|提升至|上升至|保持在|稳定在)?(?<value>\\d{3,4}(?:\\.\\d{1,4})?)[%％]`,
      "gu",
    );
    found.push(...text.matchAll(form));
  }
  const starts = new Set<number>();
  for (const { 0: word, index, groups } of found.toSorted((a, b) => a.index - b.index)) {
    const end = index + word.length;
    if (Number(groups?.["value"]) <= 100 || starts.has(end)) continue;
    starts.add(end);
    yield {
      entry,
      at: entry.places.within("body", index, end),
      message: `“${quote(word, 30)}”超过100%，占比和这一类的率不应超过100%`,
      hint: "核对分子、分母；与计划、目标、上年相比的，写明“为计划的……%”或“增长……%”",
    };
  }
}
