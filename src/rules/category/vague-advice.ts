import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import { doersOf, type Doers } from "../../prose/doers.ts";
import { EMPTY, judgedAdvice, type AdviceItem } from "../../prose/judged-advice.ts";
import { findPhrases } from "../../prose/phrases.ts";
import type { Stretch } from "../../prose/sentences.ts";
import type { EntryRule, Report } from "../rule.ts";

/** Advice says who is to do what by when, and not 加强领导: told once for all items that leave the same open. */
export const vagueAdvice: EntryRule = {
  name: "vague-advice",
  group: "category",
  severity: "warning",
  summary: "建议没有写明由谁办、办什么、何时办成",
  stops: false,
  fixed: false,
  uses: ["词表.建议用语", "词表.承办单位", "词表.笼统单位", "词表.空泛建议"],
  scope: "entry",
  needs: ["category", "body", "unit"],
  *check(entry, { profile, office }) {
    if (entry.category !== "建议") return;
    const doers = doersOf(entry, profile, office);
    const alike = new Map<string, AdviceItem[]>();
    for (const vague of judgedAdvice(entry, profile, doers)) {
      if (vague.missing.length === 0) continue;
      const key = vague.missing.join("、");
      const known = alike.get(key);
      if (known) known.push(vague);
      else alike.set(key, [vague]);
    }
    for (const [missing, items] of alike) yield report(entry, missing, items, { profile, doers });
  },
};

function report(
  entry: Entry,
  missing: string,
  items: readonly AdviceItem[],
  { profile, doers }: { profile: Profile; doers: Doers },
): Report {
  const [first, ...others] = items as [AdviceItem, ...AdviceItem[]];
  const text = entry.body.text.slice(first.item.start, endOf(first.item));
  const many = others.length > 0 ? `等 ${items.length} 条` : "";
  const vague = missing.includes("由谁办") ? doers.vague(text) : null;
  const words = missing.includes("办什么") ? findPhrases(text, profile, EMPTY).map(({ word }) => word) : [];
  const because = [
    ...(vague === null ? [] : [`“${quote(vague)}”不是具体单位`]),
    ...(words.length === 0 ? [] : [`“${quote([...new Set(words)].slice(0, 3).join("、"))}”是原则话`]),
  ].join("，");
  return {
    at: placeOf(entry, first.item),
    message: `“${quote(text.replaceAll("\n", " "), 24)}”${many}没有写明${missing}${because && `（${because}）`}，建议应当写到可以照着办`,
    hint: "每条写成“哪个单位何时以前做成什么”，如“县水利局12月20日前更换2.4公里旧管”",
    related: others
      .slice(0, 5)
      .map(({ item }) => ({ at: placeOf(entry, item), message: `这一条也没有写明${missing}` })),
  };
}

function placeOf(entry: Entry, item: Stretch) {
  return entry.places.within("body", item.start, endOf(item));
}

function endOf({ text, start }: Stretch): number {
  return start + text.trimEnd().length;
}
