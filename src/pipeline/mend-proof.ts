import type { Edit } from "../model/diagnostic.ts";
import type { Entry, Places } from "../model/entry.ts";
import type { Survey } from "./survey.ts";

/** One file before and after edits were made in it. */
export interface Attempt {
  readonly before: Survey;
  readonly after: Survey;
  readonly path: string;
  readonly edits: readonly Edit[];
}

/** Whether a file read again says what it said, but for the edits: as many entries, every value as it was or as the edits make it. */
export function changedOnly({ before, after, path, edits }: Attempt): boolean {
  if (after.classified.length > 0 || !after.sources.has(path)) return false;
  if (before.readings.length !== after.readings.length) return false;
  const made = { edits: edits.toSorted((a, b) => a.at.start - b.at.start), seen: new Set<Edit>() };
  const same = before.readings.every(({ id, entry }, index) => {
    const other = after.readings[index];
    if (other?.id !== id || !entry || !other.entry) return false;
    return sameValues(entry, other.entry, made);
  });
  return same && made.seen.size === edits.length;
}

interface Made {
  /** In the order of the file. */
  readonly edits: readonly Edit[];
  /** The edits that were found in a value. */
  readonly seen: Set<Edit>;
}

function sameValues(before: Entry, after: Entry, made: Made): boolean {
  const [old, now] = [[...before.places.texts()], [...after.places.texts()]];
  if (old.length !== now.length) return false;
  return old.every(({ path, value }, index) => {
    const other = now[index];
    return other?.path === path && other.value === expected(before, { path, value }, made);
  });
}

/** The value with the edits that stand in it; null where one of them cuts through what is written. */
function expected(
  { places }: Entry,
  { path, value }: { readonly path: string; readonly value: string },
  { edits, seen }: Made,
): string | null {
  const whole = places.of(path);
  const parts: string[] = [];
  let at = 0;
  for (let next = firstWhere(edits.length, (one) => (edits[one] as Edit).at.start >= whole.start); ; next++) {
    const edit = edits[next];
    if (!edit || edit.at.end > whole.end) break;
    const range = rangeIn(places, path, { value, edit });
    if (range === null || range.start < at) return null;
    parts.push(value.slice(at, range.start), edit.text);
    at = range.end;
    seen.add(edit);
  }
  return parts.join("") + value.slice(at);
}

/** The stretch of a value that an edit of the source replaces, in UTF-16 offsets of the value. */
function rangeIn(
  places: Places,
  path: string,
  { value, edit }: { readonly value: string; readonly edit: Edit },
): { start: number; end: number } | null {
  const start = firstWhere(value.length, (at) => places.within(path, at, at).start >= edit.at.start);
  if (places.within(path, start, start).start !== edit.at.start) return null;
  const end = firstWhere(value.length, (at) => at > start && places.within(path, start, at).end >= edit.at.end);
  return places.within(path, start, end).end === edit.at.end ? { start, end } : null;
}

/** The lowest whole number for which `holds` is true, where it is true for every higher one; `most` where there is none. */
function firstWhere(most: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
