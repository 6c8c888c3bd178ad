import type { Entry } from "../model/entry.ts";
import type { Profile } from "../model/profile.ts";
import { adviceOf } from "./advice.ts";
import type { Doers } from "./doers.ts";
import { maskTitles } from "./masked.ts";
import { findPhrases, hasPhrase } from "./phrases.ts";
import { advisesIn } from "./requests.ts";
import type { Stretch } from "./sentences.ts";
import { saysWhen, withoutWhen } from "./when.ts";

/** An item of advice and what it leaves open. */
export interface AdviceItem {
  readonly item: Stretch;
  readonly missing: readonly Part[];
}

const PARTS = ["由谁办", "办什么", "何时办成"] as const;
type Part = (typeof PARTS)[number];

/** 要进一步加强监管: advice put as a demand. */
const OUGHT = /^[\s*]*(?:[一二三四五六七八九]|今后|下一步|因此|为此|各级|必)?(?:要|应|须|需)(?![求是点不素害么])/u;

/** 建议 of the writer's own, not 群众建议. */
const ADVISES = /(?:^|[\s，：:）)、]|为此|因此|现|特|同时|我们)建议/u;

/** Every item of the advice of an entry, with what it leaves open; none where it advises nothing. */
export function judgedAdvice(entry: Entry, profile: Profile, doers: Doers): AdviceItem[] {
  const advice = adviceOf(maskTitles(entry.body.text), [
    { word: "建议", test: (text) => ADVISES.test(text) && advisesIn(text) },
    { word: "建议", test: advisesIn },
    { word: "", test: (text) => hasPhrase(text, profile, "建议用语") },
    { word: "", test: (text) => OUGHT.test(text) && hasPhrase(text, profile, EMPTY) },
  ]);
  if (advice === null) return [];
  const grounds = { dated: saysWhen(advice.whole), led: doers.named(advice.lead), profile, doers };
  return advice.items.map((item) => ({ item, missing: missingIn(item.text, grounds) }));
}

interface Grounds {
  /** Whether a day is set, and somebody named, for all items together. */
  readonly dated: boolean;
  readonly led: boolean;
  readonly profile: Profile;
  readonly doers: Doers;
}

function missingIn(text: string, { dated, led, profile, doers }: Grounds): Part[] {
  return PARTS.filter((part) => {
    if (part === "由谁办") return !led && !doers.named(text.replace(OBJECT, ""));
    return part === "办什么" ? isEmpty(text, profile) : !dated;
  });
}

/** What a sentence that asks leaves open. */
export function judgedSentence(item: Stretch, profile: Profile, doers: Doers): AdviceItem {
  return { item, missing: missingIn(item.text, { dated: saysWhen(item.text), led: false, profile, doers }) };
}

/** 推动石门镇旅游发展 names the one it is done for. */
const OBJECT = /(?:推动|促进|助力|助推|提升|加快|打造|擦亮)[^，。；、\n]{0,20}/gu;

/** The word list of what fits any matter. */
export const EMPTY = "空泛建议";

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
