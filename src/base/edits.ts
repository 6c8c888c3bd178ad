import type { Edit } from "../model/diagnostic.ts";

/** A text with all edits made; of two that overlap the first in the text is made. Places are of that very text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { at: place, text: written } of edits.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    if (place.start < at) continue;
    parts.push(text.slice(at, place.start), written);
    at = place.end;
  }
  return parts.join("") + text.slice(at);
}
