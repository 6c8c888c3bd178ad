import { isFullWidth, NOT_FIRST, NOT_LAST } from "../characters.ts";

const notFirst = new Set(NOT_FIRST);
const notLast = new Set(NOT_LAST);

/**
 * Where a line that began at `start` ends when the character at `cut` no longer fits: at most `cut`, more than `start`.
 * Follows what LibreOffice does: the script of the last letter or digit at the cut decides. In Chinese a line may end
 * before any character but for 行首行尾禁则; in Western text it ends between words.
 */
export function breakBefore(text: string, start: number, cut: number): number {
  if (isSpace(text[cut])) return cut;
  const found = isChineseAt(text, start, cut) ? stepBack(text, start, cut) : wordStart(text, start, cut);
  return found > start ? found : cut;
}

export function isSpace(char: string | undefined): boolean {
  return char === " " || char === "\u3000";
}

function isChineseAt(text: string, start: number, cut: number): boolean {
  if (isFullWidth(text.charCodeAt(cut)) && LETTER.test(text[cut] ?? "")) return true;
  for (let at = cut; at > start; at--) {
    const char = text[at] ?? "";
    if (LETTER.test(char)) return isFullWidth(char.charCodeAt(0));
  }
  return isFullWidth(text.charCodeAt(cut));
}

const LETTER = /[\p{L}\p{N}\ud800-\udfff]/u;

function stepBack(text: string, start: number, cut: number): number {
  let at = cut;
  while (at > start && (notFirst.has(text[at] ?? "") || notLast.has(text[at - 1] ?? ""))) at--;
  return at;
}

function wordStart(text: string, start: number, cut: number): number {
  let at = cut;
  while (at > start && !mayPart(text[at - 1] ?? "", text[at] ?? "")) at--;
  return at;
}

type Kind =
  "open" | "close" | "stop" | "number" | "letter" | "unit" | "currency" | "hyphen" | "slash" | "space" | "wide";

/** Whether Western text may part between two characters: the rules of Unicode's line breaking that such text meets. */
function mayPart(before: string, after: string): boolean {
  const left = kindOf(before);
  const right = kindOf(after);
  if (right === "space" || right === "close" || right === "stop" || right === "slash" || right === "hyphen")
    return false;
  if (left === "space") return true;
  if (left === "open") return false;
  if (left === "hyphen") return true;
  if (left === "stop") return true;
  if (before === "—" && after === "—") return false;
  if (left === "close") return right !== "number" && right !== "letter";
  if (right === "unit") return false;
  if (left === "currency") return false;
  if (left === "slash") return right !== "number";
  if (left === "wide" || right === "wide") return true;
  return false;
}

const KINDS: readonly (readonly [Kind, string])[] = [
  ["open", "([{〈《「『【〔〖〝（［｛“‘"],
  ["close", "),.:;]}、。〉》」』】〕〗〞），．］｝”’"],
  ["stop", "!?！？：；…々"],
  ["unit", "%‰°℃％￠"],
  ["currency", "$¥£±￥№+＄\\"],
  ["hyphen", "-–"],
  ["slash", "/"],
  ["space", " \u3000"],
];

const kinds = new Map<string, Kind>(KINDS.flatMap(([kind, chars]) => [...chars].map((char) => [char, kind] as const)));

function kindOf(char: string): Kind {
  const kind = kinds.get(char);
  if (kind !== undefined) return kind;
  const code = char.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return "number";
  return isFullWidth(code) ? "wide" : "letter";
}
