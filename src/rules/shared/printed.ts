import type { Edit } from "../../model/diagnostic.ts";
import type { Entry } from "../../model/entry.ts";
import type { Place } from "../../model/source.ts";

/** A text of an entry that is printed. */
export interface Printed {
  readonly entry: Entry;
  readonly path: "title" | "body";
  readonly text: string;
}

/** Title and body; one that could not be read is left out. */
export function printedOf(entry: Entry): Printed[] {
  const texts: Printed[] = [
    { entry, path: "title", text: entry.title },
    { entry, path: "body", text: entry.body.text },
  ];
  return texts.filter(({ path, text }) => text !== "" && !entry.broken.has(path));
}

/** Where a stretch of it stands in the file. */
export function placeIn({ entry, path }: Printed, start: number, end: number): Place {
  return entry.places.within(path, start, end);
}

/** A stretch of a printed text, in its UTF-16 offsets, and what is to stand there. */
export type Change = readonly [start: number, end: number, text: string];

/** The edits of a fix, as a report takes them: none at all where one of the stretches is not written in the file as it reads. */
export function fixOf(printed: Printed, changes: readonly Change[]): { fix: Edit[] } | Record<string, never> {
  const edits = changes.map(([start, end, text]) => ({ at: placeIn(printed, start, end), text }));
  const asRead = changes.every(([start, end], index) => {
    const { source, ...at } = (edits[index] as Edit).at;
    // An escape stands for one character, and gives way as a whole.
    return end - start === 1 || source.text.slice(at.start, at.end) === printed.text.slice(start, end);
  });
  return asRead && changes.length > 0 ? { fix: edits } : {};
}
