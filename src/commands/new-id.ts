import { isoDay } from "../base/time.ts";

/** `20261123-城关镇`: with its number far below the 85 Chinese characters a file name may have. */
export function idStem(unit: string, day: number): string {
  const name = [...unit.replace(/[^\p{L}\p{N}]/gu, "")].slice(0, 40).join("");
  return `${isoDay(day).replaceAll("-", "")}-${name || "信息"}`;
}

/** `20261123-城关镇-01`. */
export function numbered(stem: string, number: number): string {
  return `${stem}-${String(number).padStart(2, "0")}`;
}

/** The first 编号 of a unit on a day that nobody has; from now on it is taken. */
export function takeId(unit: string, day: number, taken: Set<string>): string {
  const stem = idStem(unit, day);
  let number = 1;
  while (taken.has(numbered(stem, number))) number++;
  const id = numbered(stem, number);
  taken.add(id);
  return id;
}
