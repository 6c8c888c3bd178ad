import { fold, wordsIn } from "../base/fold.ts";
import { visible } from "../base/visible.ts";
import { charWidth, width } from "../base/width.ts";

/** Marks the words in a text. */
export type Mark = (word: string) => string;

/** A text made safe to show, each word in it marked; `words` are folded. */
export function marked(text: string, words: readonly string[], mark: Mark): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of wordsIn(fold(text), words)) {
    parts.push(visible(text.slice(done, start)), mark(visible(text.slice(start, end))));
    done = end;
  }
  return parts.join("") + visible(text.slice(done));
}

/** The stretch of a text around the first word it holds, in one line of at most `cells` cells; empty where it holds none. */
export function snippetOf(text: string, words: readonly string[], cells: number): string {
  const line = text.replace(/\s/gu, " ");
  const [first] = wordsIn(fold(line), words);
  if (!first) return "";
  const room = cells - width("……");
  // A third of the room for what stands before the word, and what is left for what follows.
  const before = tail(line.slice(0, first.start), Math.floor(room / 3));
  const after = head(line.slice(first.start), room - width(before));
  const [start, end] = [first.start - before.length, first.start + after.length];
  return `${start > 0 ? "…" : ""}${before}${after}${end < line.length ? "…" : ""}`;
}

function head(text: string, cells: number): string {
  let [kept, used] = ["", 0];
  for (const char of text) {
    used += charWidth(char);
    if (used > cells) break;
    kept += char;
  }
  return kept;
}

function tail(text: string, cells: number): string {
  // Only as much as could fit is taken apart.
  const chars = Array.from(text.slice(-2 * cells)).toReversed();
  let [kept, used] = ["", 0];
  for (const char of chars) {
    used += charWidth(char);
    if (used > cells || char === "。") break;
    kept = char + kept;
  }
  return kept;
}
