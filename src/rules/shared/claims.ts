import type { Entry } from "../../model/entry.ts";
import type { Profile, WordList } from "../../model/profile.ts";
import { maskQuoted } from "../../prose/masked.ts";
import { findPhrases, hasPhrase, patternOf } from "../../prose/phrases.ts";
import { sentencesOf, type Found } from "../../prose/sentences.ts";

/** A word that claims to be the first, in UTF-16 offsets of title or body. */
export interface Claim extends Found {
  readonly path: "title" | "body";
  /** What is claimed, however it is put: one for all places that claim it. */
  readonly kind: string;
}

/** Claims of title and body to be the first; none where they are denied or are somebody's name. */
export function claimsOf(entry: Entry, profile: Profile): Claim[] {
  const first = scopedForm(profile, "首创用语");
  const find = (path: Claim["path"], value: string): Claim[] => {
    const text = maskQuoted(value);
    const spoken = first === null ? [] : Array.from(text.matchAll(first), foundAt).slice(0, MOST_JUDGED);
    const alone = findPhrases(text, profile, "独创用语")
      .slice(0, MOST_JUDGED)
      .filter(({ start }) => !spoken.some((one) => one.start <= start && start < one.end));
    const claims: Omit<Claim, "path">[] = [
      ...spoken,
      ...alone.map((found) => ({ ...found, kind: found.phrase })),
      ...ranksIn(text, profile),
    ];
    return claims
      .slice(0, MOST_JUDGED)
      .filter((found) => isClaim(found, text))
      .map((found) => ({ ...found, path }));
  };
  return [...find("title", entry.title), ...find("body", entry.body.text)];
}

/** Of thousands in one entry the first are enough. */
const MOST_JUDGED = 100;

function foundAt(match: RegExpExecArray): Omit<Claim, "path"> {
  return { word: match[0], kind: match[0], start: match.index, end: match.index + match[0].length };
}

/** 全国领先, 居全省前列, 一致好评, where the sentence has no figure that shows it. */
function ranksIn(text: string, profile: Profile): Omit<Claim, "path">[] {
  const form = scopedForm(profile, "领先用语");
  const ranked = form === null ? [] : Array.from(text.matchAll(form), foundAt).filter((one) => isRank(one, text));
  const praised = findPhrases(text, profile, "好评用语").map((found) => ({ ...found, kind: found.phrase }));
  const found = [...ranked, ...praised.filter(({ start }) => !hasPhrase(lineAt(text, start), profile, "好评凭据"))];
  if (found.length === 0) return [];
  const shown = sentencesOf(text).filter((sentence) => FIGURE.test(sentence.text));
  return found.filter(({ start }) => !shown.some((one) => start >= one.start && start < one.start + one.text.length));
}

/** A figure that is no day, year or time. */
const FIGURE = /\d(?:\.\d+)?(?![\d.年月日时点号：:])/u;

/** 全县第一批, 全市第一时间 and 全县第一书记 are no rank. */
function isRank({ end }: Pick<Claim, "end">, text: string): boolean {
  return !/^(?:[批届次书期产季阶轮线步道张个位名条家台所例座场户者]|时间|责任|要务|人民|中学|小学|医院|幼儿|实验)/u.test(
    text.slice(end, end + 2),
  );
}

const FORMS = new WeakMap<WordList, WeakMap<WordList, RegExp>>();

/** 全县首个, 全市范围内首家, 全省的率先, 率先在全国: a word of each list. */
function scopedForm({ words }: Profile, list: string): RegExp | null {
  const [scopes, firsts] = [words.get("首创范围"), words.get(list)];
  if (!scopes?.words.length || !firsts?.words.length) return null;
  const forms = FORMS.get(scopes) ?? new WeakMap<WordList, RegExp>();
  FORMS.set(scopes, forms);
  const known = forms.get(firsts);
  if (known) return known;
  const [where, what] = [scopes, firsts].map((list) => list.words.map(patternOf).join("|"));
  const form = new RegExp(
    `(?:${where})(?:范围)?内?[的“]?(?:处于|位居|居于|位列|名列)?(?:${what})|率先在(?:${where})`,
    "gu",
  );
  forms.set(firsts, form);
  return form;
}

/** 群众首创精神, 争创全省首个, 不是全县首例: none. */
function isClaim({ start, end }: Found, text: string): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  if (
    /(?:不是|并非|非|未|没有|争创|力争|争取|争当|打造|创建|鼓励|尊重|支持|基层|群众|申报)(?:为|在|成为|成)?$/u.test(
      before,
    )
  )
    return false;
  return !/^(?:精神|性|制作|之年|要务)/u.test(text.slice(end, end + 2));
}

/** Evidence in the same paragraph (for a title: anywhere), or a source that decides or is above. */
export function hasEvidence(claim: Claim, entry: Entry, profile: Profile): boolean {
  const near = claim.path === "title" ? entry.body.text : lineAt(entry.body.text, claim.start);
  const sources = [...entry.sources, entry.verification?.method ?? "", ...entry.attachments].join("\n");
  if (hasPhrase(near, profile, "佐证用语") || /〔\d{4}〕/u.test(near)) return true;
  return (
    hasPhrase(sources, profile, "佐证用语") || hasPhrase(sources, profile, "佐证来源") || /〔\d{4}〕/u.test(sources)
  );
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? text.length : end);
}
