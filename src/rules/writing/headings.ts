import { outlineOf } from "../../prose/outline.ts";

/** A heading of a body. */
export interface NumberedHeading {
  readonly level: number;
  /** Null where it has `#` and no number. */
  readonly value: number | null;
  /** The number as written, with its sign or brackets, and its UTF-16 offsets in the body. */
  readonly number: string;
  readonly start: number;
  readonly end: number;
  /** Whether it may be the beginning of a sentence: 二、三产业. */
  readonly doubtful: boolean;
  /** Whether the line before ends with a colon. */
  readonly afterColon: boolean;
}

/** Number and sign at the beginning of a line; a 、 after brackets is part of what was written. */
const NUMBER =
  /^(?<lead>(?:#{1,4}\s+)?(?:\*\*)?)(?<number>(?<chinese>[一二三四五六七八九十百]{1,5})、|(?<digits>\d{1,2})[.．]|[（(](?:(?<inChinese>[一二三四五六七八九十百]{1,5})|(?<inDigits>\d{1,2}))[）)]、?)/u;

/** The headings of a body, from top to bottom. */
export function headingsOf(body: string): NumberedHeading[] {
  const lines = outlineOf(body);
  return lines.flatMap(({ text, start, level }, index): NumberedHeading[] => {
    if (level < 1 || level > 4) return [];
    const afterColon = /[：:]$/u.test(lines[index - 1]?.text ?? "");
    const groups = NUMBER.exec(text)?.groups;
    if (!groups) return [{ level, value: null, number: "", start, end: start, doubtful: false, afterColon }];
    const { lead = "", number = "", chinese, digits, inChinese, inDigits } = groups;
    const word = chinese ?? inChinese;
    const value = word === undefined ? Number(digits ?? inDigits) : numeral(word);
    if (value === null) return [];
    const from = start + lead.length;
    const doubtful =
      chinese !== undefined && /^[一二三四五六七八九十百]/u.test(text.slice(lead.length + number.length));
    return [{ level, value, number, start: from, end: from + number.length, doubtful, afterColon }];
  });
}

const DIGITS = "一二三四五六七八九";
const NUMERAL =
  /^(?:(?<hundreds>[一二三四五六七八九])?(?<hundred>百))?(?:(?<tens>[一二三四五六七八九])?(?<ten>十))?(?<ones>[一二三四五六七八九])?$/u;

/** 十二 → 12; null of what counts nothing. */
function numeral(word: string): number | null {
  const groups = NUMERAL.exec(word)?.groups;
  if (!groups) return null;
  const { hundreds, hundred, tens, ten, ones } = groups;
  const digit = (char: string | undefined, alone: number): number => (char ? DIGITS.indexOf(char) + 1 : alone);
  return (hundred ? digit(hundreds, 1) * 100 : 0) + (ten ? digit(tens, 1) * 10 : 0) + digit(ones, 0);
}
