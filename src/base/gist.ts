import { quote } from "./visible.ts";

/** The first sentence of a text that says something, headings left out, at most so many characters; for a line under a title. */
export function gistOf(text: string, most: number): string {
  const lines = text.split("\n").map((line) => line.trim().replace(/^#{1,4}\s+/u, ""));
  const line =
    lines.find((one) => one.length > LEAST && /[。！？；]/u.test(one)) ?? lines.find((one) => one !== "") ?? "";
  const sentence = /^[^。！？]*[。！？]?/u.exec(line)?.[0] ?? line;
  return quote(sentence, most);
}

/** Shorter lines are headings. */
const LEAST = 10;
