import { isOver, type Leaders, type Person } from "./leaders.ts";

/** A post that stands in a text. */
interface Post {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Slip {
  readonly person: Person;
  readonly start: number;
  readonly end: number;
}

/** Names of two characters are left alone: with one of them wrong too little is left to tell whose name it was. */
const SHORTEST = 3;

/** A name right behind a post, or before one, that is one character off the name of somebody who holds it. */
export function slipOf(post: Post, holders: readonly Person[], leaders: Leaders): Slip | null {
  const { text, start, end } = post;
  const behind = end + (/^[ \u3000]{0,2}/u.exec(text.slice(end, end + 2))?.[0].length ?? 0);
  const names = [...leaders.people.keys()];
  const rest = text.slice(behind, behind + 6);
  if (names.some((name) => rest.startsWith(name))) return null;
  for (const person of holders) {
    const length = lengthOfSlip(text, behind, person.name);
    if (length > 0) return { person, start, end: behind + length };
  }
  return slipBefore(post, holders, names);
}

/** How many characters at an offset are a misspelling of a name; 0 where they are none. */
function lengthOfSlip(text: string, at: number, name: string): number {
  const size = name.length;
  const found = text.slice(at, at + size);
  if (size < SHORTEST || !/^\p{Script=Han}{2}/u.test(found)) return 0;
  // 韩叙到会: the last character was forgotten; 韩文到会: the middle one.
  const shorter = found.slice(0, size - 1);
  const forgotten = name.startsWith(shorter) || isWithout(name, shorter);
  if (forgotten && isOver(text, at + size - 1)) return size - 1;
  if (isWithout(text.slice(at, at + size + 1), name)) return size + 1;
  return isChanged(found, name) || isSwapped(found, name) ? size : 0;
}

/** 陆明元县长: of a name before a post the first character may belong to a verb (向明远县长), so it must be right. */
function slipBefore({ text, start, end }: Post, holders: readonly Person[], names: readonly string[]): Slip | null {
  if (!/^(?:常务)?副?\p{Script=Han}长$/u.test(text.slice(start, end))) return null;
  for (const person of holders) {
    const from = start - person.name.length;
    const found = text.slice(Math.max(0, from), start);
    if (from < 0 || person.name.length < SHORTEST || names.includes(found) || found[0] !== person.name[0]) continue;
    if (isChanged(found, person.name) || isSwapped(found, person.name)) return { person, start: from, end };
  }
  return null;
}

/** Whether exactly one character differs, and what stands there is a Chinese one. */
function isChanged(found: string, name: string): boolean {
  if (found.length !== name.length) return false;
  const at = [...name].findIndex((char, index) => found[index] !== char);
  return at >= 0 && found.slice(at + 1) === name.slice(at + 1) && /\p{Script=Han}/u.test(found.charAt(at));
}

/** Whether two neighbours stand the wrong way round: 韩文叙. */
function isSwapped(found: string, name: string): boolean {
  return [...name].some(
    (_, at) =>
      at > 0 &&
      found !== name &&
      found === name.slice(0, at - 1) + name.charAt(at) + name.charAt(at - 1) + name.slice(at + 1),
  );
}

/** Whether one text is the other without one character that is neither its first nor its last. */
function isWithout(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  for (let at = 1; at < longer.length - 1; at++)
    if (longer.slice(0, at) + longer.slice(at + 1) === shorter) return true;
  return false;
}
