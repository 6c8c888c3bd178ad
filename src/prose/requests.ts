import type { Profile } from "../model/profile.ts";
import type { Doers } from "./doers.ts";
import { beginsWith, findPhrases, type FoundPhrase } from "./phrases.ts";
import type { Found } from "./sentences.ts";

const ADVISE = "建议";

/** Whether a text asks somebody to act. The words of 请求用语 do; 请, 希望, 需 and 应 do where they are said to somebody, 可, 宜 and 由 where somebody is to act. */
export function asksIn(text: string, profile: Profile, doers: Doers): boolean {
  if (findPhrases(text, profile, "请求用语").some((found) => isRequest(found, text))) return true;
  let judged = 0;
  for (const match of text.matchAll(ASK)) {
    const found = { word: match[0], start: match.index, end: match.index + match[0].length };
    if (isAsked(found, text, { profile, doers })) return true;
    if (++judged >= MOST_JUDGED) return false;
  }
  return false;
}

/** Of thousands in one entry the first are enough. */
const MOST_JUDGED = 500;

/** Whether a text advises in so many words: 建议县水利局, not 收集意见建议3条. */
export function advisesIn(text: string): boolean {
  for (let start = text.indexOf(ADVISE); start >= 0; start = text.indexOf(ADVISE, start + ADVISE.length)) {
    const end = start + ADVISE.length;
    if (isRequest({ phrase: ADVISE, word: ADVISE, start, end }, text)) return true;
  }
  return false;
}

/** Who is to act stands right before 可 or 宜, or behind 由 in a sentence that proposes. */
function isProposed({ word, start }: Found, text: string, doers: Doers): boolean {
  const before = /[^。！？；，：\n]*$/u.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? "";
  if (word !== "由") return UNIT_END.test(before) && doers.any(before.slice(-NEXT));
  const sentence = /[^。！？\n]*$/u.exec(text.slice(Math.max(0, start - SENTENCE), start))?.[0] ?? "";
  return PROPOSING.test(sentence) && doers.any(text.slice(start + 1, start + 1 + NEXT));
}

const UNIT_END = /[局委办心司镇乡村站所院校队门府社会部厅行]$/u;
const SENTENCE = 120;
const PROPOSING = /拟|下一步|下步|对策|建议|宜|可$|应$/u;

/** Said to somebody in the same clause: next to 应 and right behind 需, or it is something else that is needed. */
function isAsked(
  { word, start, end }: Found,
  text: string,
  { profile, doers }: { profile: Profile; doers: Doers },
): boolean {
  if (/[由可宜]/u.test(word)) return isProposed({ word, start, end }, text, doers);
  const after = text.slice(end, end + REACH);
  const clause = /^[^。！？；，：\n]*/u.exec(after)?.[0] ?? "";
  if (word === "请") return beginsWith(after, profile, "请托用语") || doers.any(clause);
  if (/望|盼/u.test(word)) return doers.any(clause);
  if (doers.any(clause.slice(0, NEXT))) return true;
  return (
    word.startsWith("应") &&
    doers.any(/[^。！？；，：\n]*$/u.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? "")
  );
}

function isRequest({ phrase, word, start, end }: FoundPhrase, text: string): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  if (DENIED.test(before)) return false;
  // 由谁牵头, 由哪个部门牵头 is a question, not a request.
  if (phrase.includes("…")) return !/谁|哪|何/u.test(word);
  return phrase !== ADVISE || isAdvice(before, text.slice(end, end + 4));
}

const DENIED = /(?:没有|未曾|从未|尚未|不再|无需|不需|无须|未|不)$/u;

/** 建议 as what somebody does, not as a thing: 意见建议, 3条建议, 检察建议书, 建议未被采纳. */
function isAdvice(before: string, after: string): boolean {
  if (/^[：:]/u.test(after)) return true;
  return !NOUN_BEFORE.test(before) && !NOUN_AFTER.test(after);
}

const NOUN_BEFORE =
  /(?:意见|提案|对策|工作|的|采纳|收集|征求|征集|听取|吸收|合理化|条|件|项|司法|检察|监察|提出|提过|提了|类|反映|、)$/u;
const NOUN_AFTER =
  /^(?:$|[\n。，、；！？）)”〓]|未|被|均|已|等|的|和|与|及|得到|得不到|没有|书|稿|价|权|信|函|[\d一二三四五六七八九十百两多数余]{1,3}余?[条件项个份])/u;

/** 邀请, 申请, 聘请 … and 请假, 请客, 请示 … ask nobody to act; nor does who was hired (请来, 请了, 请不起). */
const ASK = new RegExp(
  [
    "(?<![邀申聘宴延雇约吁代回未没曾])请(?![假客愿教柬帖战辞功命缨示来进到了过不得人求])",
    "希望(?!小学|中学|工程)|[盼望](?=[县市省上])|期盼|盼望",
    "(?<![所必军内无不])需要?(?!求)",
    "[可宜](?![以能见谓靠观用行持比惜是燃再])|由(?![于来此衷])",
    "(?<![供反适响相对效顺报答理])应当?(?![急用届对征酬变诺收付试邀声验运])",
  ].join("|"),
  "gu",
);
/** How far behind 请 the one asked stands, and how far behind 需. */
const REACH = 24;
const NEXT = 8;
