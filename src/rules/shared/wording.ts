import type { Entry } from "../../model/entry.ts";
import type { Figure, Profile } from "../../model/profile.ts";

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

/** Whether a body is long enough to hold what no word can show that it lacks: background, views, analysis. */
export function isFullText({ body }: Pick<Entry, "body">, profile: Profile): boolean {
  return body.text.replace(/\s/gu, "").length >= (profile.figures.get("成篇字数")?.value ?? Infinity);
}
