import { literal } from "../../base/pattern.ts";
import type { Office } from "../../model/office.ts";
import type { Found } from "../../prose/sentences.ts";
import { areaOf, besides, formsOf, implied, keyOf, postsIn, type Area } from "./posts.ts";

/** One person of the office's 领导. */
export interface Person {
  readonly name: string;
  /** As the office lists them. */
  readonly posts: string;
  /** Keys of all posts, also those that go with them. */
  readonly keys: ReadonlySet<string>;
  /** Place in the list. */
  readonly index: number;
}

/** A post that a text names. */
export interface FoundPost extends Found {
  readonly key: string;
}

/** The leaders of an office, ready to be looked for in a text. */
export interface Leaders {
  readonly area: Area;
  readonly people: ReadonlyMap<string, Person>;
  /** Post by the way it is written. */
  readonly posts: ReadonlyMap<string, string>;
  /** All names, and all posts the longest first, as patterns. */
  readonly names: RegExp;
  readonly forms: RegExp;
  readonly longest: number;
}

const KNOWN = new WeakMap<Office, Leaders | null>();

/** The leaders of an office; null where it lists none. */
export function leadersOf(office: Office): Leaders | null {
  const known = KNOWN.get(office);
  if (known !== undefined) return known;
  const made = make(office);
  KNOWN.set(office, made);
  return made;
}

function make({ name: office, leaders }: Office): Leaders | null {
  const listed = leaders.filter(({ name }) => /^\p{Script=Han}{2,5}$/u.test(name));
  if (listed.length === 0) return null;
  const all = listed.flatMap(({ post }) => postsIn(post));
  const area = areaOf(office, all);
  const people = new Map<string, Person>();
  for (const { name, post } of listed) {
    const own = postsIn(post).map((each) => keyOf(each, area));
    const before = people.get(name);
    people.set(name, {
      name,
      posts: before ? `${before.posts}、${post}` : post,
      keys: new Set([...(before?.keys ?? []), ...own, ...own.flatMap((key) => implied(key, area))]),
      index: before?.index ?? leaders.findIndex((one) => one.name === name),
    });
  }
  const posts = formTable(all, area);
  const forms = [...posts.keys()].toSorted((a, b) => b.length - a.length);
  return {
    area,
    people,
    posts,
    names: new RegExp([...people.keys()].toSorted((a, b) => b.length - a.length).join("|"), "gu"),
    forms: new RegExp(forms.map(literal).join("|"), "gu"),
    longest: Math.max(...forms.map((form) => form.length)),
  };
}

/** Posts of the list, those a slip makes of them, and those that every 县委 and 县政府 has. */
function formTable(listed: readonly string[], area: Area): Map<string, string> {
  const { level } = area;
  const own = [...listed.map((post) => keyOf(post, area)), `${level}委书记`, `${level}长`];
  const posts = new Map<string, string>();
  for (const key of new Set(own.flatMap((each) => [each, ...besides(each, area)])))
    for (const form of formsOf(key, area)) posts.set(form, key);
  for (const post of listed) posts.set(post, keyOf(post, area));
  return posts;
}

/** Names of leaders in a text. One of two characters may be the beginning of a longer name, so what follows must show that it is over. */
export function findLeaders(
  text: string,
  { names, people }: Leaders,
): { person: Person; start: number; end: number }[] {
  return Array.from(text.matchAll(names)).flatMap((match) => {
    const person = people.get(match[0]);
    const end = match.index + match[0].length;
    return person && (match[0].length > 2 || isOver(text, end)) ? [{ person, start: match.index, end }] : [];
  });
}

const AFTER_NAME = /[到在说指出要主参出听对同率带作强调前深赴会与和及等一实随陪就向以已将为也看走来了先现先后]/u;

/** Whether a name can end here: no other character of a name follows. */
export function isOver(text: string, at: number): boolean {
  const next = text.charAt(at);
  return !/\p{Script=Han}/u.test(next) || AFTER_NAME.test(next);
}

/** The post that ends right at an offset, the longest there is. */
export function postBefore(text: string, end: number, { posts, longest }: Leaders): FoundPost | null {
  for (let length = Math.min(longest, end); length > 1; length--) {
    const word = text.slice(end - length, end);
    const key = posts.get(word);
    if (key !== undefined) return { word, key, start: end - length, end };
  }
  return null;
}

/** The post that begins right at an offset, the longest there is. */
export function postAfter(text: string, start: number, { posts, longest }: Leaders): FoundPost | null {
  for (let length = longest; length > 1; length--) {
    const word = text.slice(start, start + length);
    const key = posts.get(word);
    if (key !== undefined && word.length === length) return { word, key, start, end: start + length };
  }
  return null;
}

/** What stands before an offset, the name of the office's own area left off: 中共澄岭, 澄岭县. */
export function leftOf(text: string, at: number, { area: { name, level } }: Leaders): string {
  const left = text.slice(Math.max(0, at - 40), at);
  if (name === null) return left.replace(/中共$/u, "");
  for (const own of [`中共${name}${level}`, `中共${name}`, `${name}${level}`, name, "中共"])
    if (left.endsWith(own)) return left.slice(0, -own.length);
  return left;
}

const FORMER = /(?:[原前老代副]|[曾历时拟候]任|任|当选|选举|选为|提名)$/u;
const ONCE = /(?:时任|曾任|历任|原任|前任|曾担任|曾是)[^，。；：！？\n]*$/u;
const ELSEWHERE = /(?:[县区市旗州省盟国乡镇村校]|[市省州区]委)$/u;

/** Whether a post with this on its left is one of now and here: not 时任, 原, 代 or 副, nor 云岭县 or 市委. */
export function isHereAndNow(left: string): boolean {
  return !FORMER.test(left) && !ONCE.test(left) && !ELSEWHERE.test(left);
}
