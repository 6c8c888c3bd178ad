import type { Entry } from "../model/entry.ts";
import type { Profile } from "../model/profile.ts";

/** Whether a body is long enough to hold what no word can show that it lacks: background, views, analysis. */
export function isFullText({ body }: Pick<Entry, "body">, profile: Profile): boolean {
  return body.text.replace(/\s/gu, "").length >= (profile.figures.get("成篇字数")?.value ?? Infinity);
}
