import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import { adviceOf, type Advice } from "../shared/advice.ts";
import { doersOf, type Doers } from "../shared/doers.ts";
import { maskTitles } from "../shared/masked.ts";
import { findPhrases, hasPhrase } from "../shared/phrases.ts";
import type { Stretch } from "../shared/prose.ts";
import { advisesIn } from "../shared/requests.ts";
import { saysWhen, withoutWhen } from "../shared/when.ts";
import type { EntryRule, Report } from "../rule.ts";

/** An item of advice and what it leaves open. */
interface Vague {
  readonly item: Stretch;
  readonly missing: readonly Part[];
}

const PARTS = ["由谁办", "办什么", "何时办成"] as const;
type Part = (typeof PARTS)[number];

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
    const advice = adviceOf(maskTitles(entry.body.text), [
      (text) => ADVISES.test(text) && advisesIn(text),
      advisesIn,
      (text) => hasPhrase(text, profile, "建议用语"),
      (text) => OUGHT.test(text) && hasPhrase(text, profile, EMPTY),
    ]);
    if (advice === null) return;
    const alike = new Map<string, Vague[]>();
    for (const vague of vagueItems(advice, profile, doers)) {
      const key = vague.missing.join("、");
      const known = alike.get(key);
      if (known) known.push(vague);
      else alike.set(key, [vague]);
    }
    for (const [missing, items] of alike) yield report(entry, missing, items, { profile, doers });
  },
};

/** 要进一步加强监管: advice put as a demand. */
const OUGHT = /^[\s*]*(?:[一二三四五六七八九]|今后|下一步|因此|为此|各级|必)?(?:要|应|须|需)(?![求是点不素害么])/u;

/** 建议 of the writer's own, not 群众建议. */
const ADVISES = /(?:^|[\s，：:）)、]|为此|因此|现|特|同时|我们)建议/u;

function vagueItems(advice: Advice, profile: Profile, doers: Doers): Vague[] {
  const dated = saysWhen(advice.whole);
  const led = doers.named(advice.lead);
  return advice.items.flatMap((item) => {
    const missing = PARTS.filter((part) => {
      if (part === "由谁办") return !led && !doers.named(item.text.replace(OBJECT, ""));
      return part === "办什么" ? isEmpty(item.text, profile) : !dated;
    });
    return missing.length > 0 ? [{ item, missing }] : [];
  });
}

/** 推动石门镇旅游发展 names the one it is done for. */
const OBJECT = /(?:推动|促进|助力|助推|提升|加快|打造|擦亮)[^，。；、\n]{0,20}/gu;

function report(
  entry: Entry,
  missing: string,
  items: readonly Vague[],
  { profile, doers }: { profile: Profile; doers: Doers },
): Report {
  const [first, ...others] = items as [Vague, ...Vague[]];
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

const EMPTY = "空泛建议";

/** Whether an item holds words that fit any matter and nothing besides. */
function isEmpty(text: string, profile: Profile): boolean {
  if (!hasPhrase(text, profile, EMPTY)) return false;
  return text.split(/[。！？；，：\n]/u).every((clause) => isHollow(clause, profile));
}

function isHollow(clause: string, profile: Profile): boolean {
  const bare = withoutWhen(clause).replace(/^[\s*#-]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?/u, "");
  if (/[\d〓]/u.test(bare)) return false;
  const known = [EMPTY, "承办单位", "笼统单位", "建议用语"].flatMap((name) => findPhrases(bare, profile, name));
  const rest = known.reduce((left, { word }) => left.replace(word, ""), bare);
  return rest.replace(FILLING, "").replace(/[^\p{Script=Han}]/gu, "").length <= MOST_BESIDE;
}

/** Characters that may stand beside such words: 对秸秆禁烧工作高度重视. */
const MOST_BESIDE = 6;
const FILLING =
  /[一二三四五六七八九][是要]|第[一二三四五六七八九]|进一步|切实|着力|不断|全面|认真|积极|努力|充分|持续|工作|方面|水平|能力|有关|相关|各级|各地|全县|我县|部门|单位|干部|群众|必须|需要|[要应须需对的并和与及等好各为]/gu;
