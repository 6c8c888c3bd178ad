import { quote } from "./visible.ts";

/** The first sentence of a text that says something, headings left out, at most so many characters; for a line under a title. */
export function gistOf(text: string, most: number): string {
  const lines = text.split("\n").map((line) => line.trim().replace(/^#{1,4}\s+/u, ""));
  const line =
    lines.find((one) => one.length > LEAST && /[。！？；]/u.test(one)) ?? lines.find((one) => one !== "") ?? "";
  const sentence = /^[^。！？]*[。！？]?/u.exec(line)?.[0] ?? line;
  return shortened(sentence, most);
}

/** Shorter lines are headings. */
const LEAST = 10;

/** At most so many characters of a sentence, cut where a clause ends: never within a figure. */
export function shortened(sentence: string, most: number): string {
  const chars = [...sentence.trim()];
  if (chars.length <= most) return quote(chars.join(""), most);
  const kept = chars.slice(0, most).join("");
  const end = Math.max(...["，", "；", "：", "、"].map((sign) => kept.lastIndexOf(sign)));
  return `${quote(end > most / 3 ? kept.slice(0, end) : kept.replace(/[\d.%％]+$/u, ""), most)}……`;
}
