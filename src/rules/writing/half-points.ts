import type { Change } from "../shared/printed.ts";

/** A half-width sign in Chinese text, as UTF-16 offsets of its line. */
export interface HalfSign {
  readonly at: number;
  readonly end: number;
  /** What it is, and what it should be. */
  readonly what: string;
  readonly want: string;
  /** None where more than one answer is possible. */
  readonly changes: readonly Change[];
}

const FULL: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！" };
const CHINESE = /[\p{Script=Han}，。；：！？、“”‘’（）《》〈〉【】〔〕「」『』…—％]/u;
const ALL_CHINESE = new RegExp(CHINESE.source, "gu");
const CLOSES = /[”’）》〉】〕」』"')％%]/u;

/** Whether a character is Chinese, or a sign of Chinese text. */
export function isChinese(char: string): boolean {
  return CHINESE.test(char);
}

/** Where Chinese characters and signs stand in a line. */
export function chineseIn(line: string): number[] {
  return Array.from(line.matchAll(ALL_CHINESE), ({ index }) => index);
}

/** The character before an offset, white space and marks of bold left out; empty at the beginning of the line. */
export function charBefore(line: string, offset: number): string {
  let at = offset;
  while (at > 0 && /[ \t*]/u.test(line[at - 1] ?? "")) at--;
  const unit = line.charCodeAt(at - 1);
  return at === 0 ? "" : line.slice(unit >= 0xdc00 && unit <= 0xdfff ? at - 2 : at - 1, at);
}

/** The character from an offset on, likewise; empty at the end of the line. */
export function charAfter(line: string, offset: number): string {
  let at = offset;
  while (at < line.length && /[ \t\r*]/u.test(line[at] ?? "")) at++;
  return at >= line.length ? "" : String.fromCodePoint(line.codePointAt(at) as number);
}

/** Half-width , ; : ? ! and . beside Chinese. Between two digits each is part of a number, a time or a ratio. */
export function* halfPoints(line: string): Generator<HalfSign> {
  let last = -1;
  for (const { index: at, 0: sign } of line.matchAll(/[,;:?!]|\.+/gu)) {
    const end = at + sign.length;
    // The sign before it will be a full-width one.
    const before = last === at ? "，" : charBefore(line, at);
    const after = charAfter(line, end);
    if (sign.startsWith(".")) {
      const found = dots(line, { at, end }, [before, after]);
      if (found) yield found;
      if (found) last = end;
      continue;
    }
    if (isDigit(before) && isDigit(after)) continue;
    if (!isChinese(before) && !isChinese(after)) continue;
    last = end;
    const full = FULL[sign] ?? sign;
    yield { at, end, what: `半角“${sign}”`, want: `全角“${full}”`, changes: [[at, endOfGap(line, end), full]] };
  }
}

interface Run {
  readonly at: number;
  readonly end: number;
}

function dots(line: string, { at, end }: Run, [before, after]: readonly [string, string]): HalfSign | null {
  if (end - at > 2) {
    if (!isChinese(before) && !isChinese(after)) return null;
    return { at, end, what: `“${".".repeat(Math.min(6, end - at))}”`, want: "省略号“……”", changes: [[at, end, "……"]] };
  }
  const isWord = isChinese(before) || CLOSES.test(before);
  const goesOn = isChinese(after) && !CLOSES.test(after);
  if (end - at > 1 || !isWord || (after !== "" && !goesOn && !CLOSES.test(after))) return null;
  // 一.基本情况 at the beginning of a line is a number; 卡尔.马克思 is a name: only at the end it is a full stop for sure.
  if (isPartNumber(line.slice(0, at)) && goesOn)
    return { at, end, what: "序号后的半角“.”", want: "“、”", changes: [[at, endOfGap(line, end), "、"]] };
  const isName = goesOn && /\p{Script=Han}/u.test(before);
  const want = isName ? "“。”（句末）或“·”（人名中间）" : "“。”";
  return { at, end, what: "半角“.”", want, changes: isName ? [] : [[at, endOfGap(line, end), "。"]] };
}

function isPartNumber(before: string): boolean {
  return /^[ \t\u3000#*]{0,20}[一二三四五六七八九十]{1,3}$/u.test(before);
}

function isDigit(char: string): boolean {
  return /[\d０-９]/u.test(char);
}

/** Full-width signs bring their own room: spaces after a half-width one go with it, but for those at the end of the line. */
function endOfGap(line: string, end: number): number {
  let at = end;
  while (line[at] === " ") at++;
  return at >= line.length || line[at] === "\r" ? end : at;
}
