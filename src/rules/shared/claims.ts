import type { Entry } from "../../model/entry.ts";
import type { Profile, WordList } from "../../model/profile.ts";
import { maskQuoted } from "./masked.ts";
import { findPhrases, hasPhrase, patternOf } from "./phrases.ts";
import type { Found } from "./prose.ts";

/** A word that claims to be the first, in UTF-16 offsets of title or body. */
export interface Claim extends Found {
  readonly path: "title" | "body";
  /** What is claimed, however it is put: one for all places that claim it. */
  readonly kind: string;
}

/** Claims of title and body to be the first; none where they are denied or are somebody's name. */
export function claimsOf(entry: Entry, profile: Profile): Claim[] {
  const first = firstForm(profile);
  const find = (path: Claim["path"], value: string): Claim[] => {
    const text = maskQuoted(value);
    const spoken = first === null ? [] : Array.from(text.matchAll(first), foundAt);
    const alone = findPhrases(text, profile, "独创用语").filter(
      ({ start }) => !spoken.some((one) => one.start <= start && start < one.end),
    );
    const claims: Omit<Claim, "path">[] = [...spoken, ...alone.map((found) => ({ ...found, kind: found.phrase }))];
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

const FORMS = new WeakMap<WordList, WeakMap<WordList, RegExp>>();

/** 全县首个, 全市范围内首家, 全省的率先, 率先在全国: a word of each list. */
function firstForm({ words }: Profile): RegExp | null {
  const [scopes, firsts] = [words.get("首创范围"), words.get("首创用语")];
  if (!scopes?.words.length || !firsts?.words.length) return null;
  const forms = FORMS.get(scopes) ?? new WeakMap<WordList, RegExp>();
  FORMS.set(scopes, forms);
  const known = forms.get(firsts);
  if (known) return known;
  const [where, what] = [scopes, firsts].map((list) => list.words.map(patternOf).join("|"));
  const form = new RegExp(`(?:${where})(?:范围)?内?[的“]?(?:${what})|率先在(?:${where})`, "gu");
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
