import type { Entry } from "../model/entry.ts";
import type { Office } from "../model/office.ts";
import type { Profile } from "../model/profile.ts";
import { findPhrases, hasPhrase, type FoundPhrase } from "./phrases.ts";

const DOERS = "承办单位";
const VAGUE_DOERS = "笼统单位";

/** Who may be asked to act, as one entry, its office and its profile name them. */
export interface Doers {
  /** Whether a text names a unit. */
  named(text: string): boolean;
  /** Whether it names one, or speaks of 有关部门. */
  any(text: string): boolean;
  /** 有关部门 and the like in a text; null where there is none. */
  vague(text: string): string | null;
}

/** Knows the units of the entry and of the office besides the word lists of the profile. */
export function doersOf(entry: Entry, profile: Profile, office: Office): Doers {
  const names = [...entry.unit.filter((name) => name.length > 1), ...namesOf(office)];
  const named = (text: string): boolean =>
    names.some((name) => text.includes(name)) || findPhrases(text, profile, DOERS).some((found) => isUnit(found, text));
  return {
    named,
    any: (text) => named(text) || hasPhrase(text, profile, VAGUE_DOERS),
    vague: (text) => findPhrases(text, profile, VAGUE_DOERS)[0]?.word ?? null,
  };
}

/** 全县…, 县…办法 and 县…中心工作 hold a name only by chance. */
function isUnit({ phrase, start, end }: FoundPhrase, text: string): boolean {
  if (!phrase.includes("…")) return true;
  return text[start - 1] !== "全" && !BY_CHANCE.test(text.slice(end - 2, end + 2));
}

const BY_CHANCE = /^.(?:办[法理事公]|局[部限面势]|委[派托婉]|社[会区保]|队[伍列]|联[系合动防]|站[在稳])|^中心工作/u;

const NAMES = new WeakMap<Office, readonly string[]>();

function namesOf(office: Office): readonly string[] {
  const known = NAMES.get(office);
  if (known) return known;
  const names = office.units.flatMap(({ name, short }) => [name, short ?? ""]).filter((name) => name.length > 1);
  NAMES.set(office, names);
  return names;
}
