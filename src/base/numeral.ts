const DIGITS = "〇一二三四五六七八九";

/** 一 to 九十九, as headings count: 12 → 十二. */
export function chineseNumber(value: number): string {
  if (value < 10) return DIGITS[value] as string;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? "" : DIGITS[tens]}十${ones === 0 ? "" : DIGITS[ones]}`;
}
