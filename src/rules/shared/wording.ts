import type { Figure } from "../../model/profile.ts";

/** The source of a figure, as the end of a message. */
export function basisOf(figure: Pick<Figure, "basis">): string {
  return `（依据：${figure.basis}）`;
}

const UNCOUNTED = /[\s\p{Cf}\p{Cc}]/gu;

/** Characters of a text as offices count 字数: white space and invisible characters left out. */
export function countChars(text: string): number {
  let count = 0;
  for (const _ of text.replace(UNCOUNTED, "")) count++;
  return count;
}
