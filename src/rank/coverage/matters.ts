import { joinEvents } from "../../base/events.ts";
import { joined } from "../../base/joined.ts";
import { mattersOf } from "../../base/matters.ts";
import type { Entry } from "../../model/entry.ts";
import type { CoverageContext } from "./context.ts";

/** The matter each entry is on, by a number. */
export type Matters = ReadonlyMap<Entry, number>;

/**
 * Which matter entries are on: reports that follow one another are on one, and so are those that units sent of the same
 * thing. Two offices that tell of one fire are no two fires.
 */
export function mattersIn(entries: readonly Entry[], { office, profile }: CoverageContext): Matters {
  const { pairs } = mattersOf(entries, { office, profile, published: [] });
  const sets = joined([
    ...joinEvents(entries).flatMap(({ newest, earlier }) => earlier.map((entry) => [newest, entry] as const)),
    ...pairs.map(({ earlier, later }) => [earlier, later] as const),
  ]);
  const numbers = new Map<object, number>();
  return new Map(
    entries.map((entry) => {
      const matter = sets.get(entry) ?? entry;
      const number = numbers.get(matter) ?? numbers.size;
      numbers.set(matter, number);
      return [entry, number];
    }),
  );
}

/** Entries by the matter they are on, in their order. */
export function groupsBy(matters: Matters, entries: readonly Entry[]): Entry[][] {
  const groups = new Map<number | undefined, Entry[]>();
  for (const entry of entries) {
    const own = groups.get(matters.get(entry));
    if (own) own.push(entry);
    else groups.set(matters.get(entry), [entry]);
  }
  return [...groups.values()];
}
