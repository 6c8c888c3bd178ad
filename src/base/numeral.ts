const DIGITS = "〇一二三四五六七八九";

/** 一 to 九十九, as headings count: 12 → 十二. */
export function chineseNumber(value: number): string {
  if (value < 10) return DIGITS[value] as string;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? "" : DIGITS[tens]}十${ones === 0 ? "" : DIGITS[ones]}`;
}

const VALUES: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 三百二十 as 320; null where it is no number (二三, 百千). */
export function chineseCount(words: string): number | null {
  let [total, section, digit, last] = [0, 0, -1, Infinity];
  for (const char of words) {
    const place = PLACES[char];
    if (char === "万") [total, section, digit, last] = [total + (section + Math.max(digit, 0)) * 1e4, 0, -1, Infinity];
    else if (place !== undefined) {
      if (place >= last || (digit < 0 && place !== 10)) return null;
      [section, digit, last] = [section + (digit < 0 ? 1 : digit) * place, -1, place];
    } else {
      const value = VALUES[char] ?? 0;
      if (digit > 0) return null;
      digit = value;
    }
  }
  return total + section + Math.max(digit, 0);
}
