import { joinEvents } from "../../base/events.ts";
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
  const roots = new Map<Entry, Entry>(entries.map((entry) => [entry, entry]));
  const rootOf = (entry: Entry): Entry => {
    let at = entry;
    for (let up = roots.get(at); up && up !== at; up = roots.get(at)) at = up;
    // The way is made short, or a long chain would be walked again for each of its members.
    for (let one = entry; one !== at;) {
      const next = roots.get(one) ?? at;
      roots.set(one, at);
      one = next;
    }
    return at;
  };
  const join = (a: Entry, b: Entry): void => void roots.set(rootOf(b), rootOf(a));
  for (const { newest, earlier } of joinEvents(entries)) for (const entry of earlier) join(newest, entry);
  for (const { earlier, later } of mattersOf(entries, { office, profile, published: [] }).pairs) join(earlier, later);
  const numbers = new Map<Entry, number>();
  return new Map(
    entries.map((entry) => {
      const root = rootOf(entry);
      const number = numbers.get(root) ?? numbers.size;
      numbers.set(root, number);
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
