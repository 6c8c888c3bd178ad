import { fold } from "../../base/fold.ts";
import { rowOf, type Searched } from "./row.ts";
import type { Query } from "./scan.ts";

/** An entry that was not printed, as it is searched. */
export interface Unprinted extends Searched {
  readonly id: string;
  readonly category: string;
  /** Null where it tells no day. */
  readonly day: number | null;
}

/** How many words of a query are not in the title of an entry that fits it; null where it does not fit. */
export function awayOf(entry: Unprinted, query: Query): number | null {
  if (query.publication !== null || !fits(entry, query)) return null;
  const { title, known, text } = rowOf(entry);
  let away = 0;
  for (const word of query.words) {
    if (title.includes(word) || fold(entry.id) === word) continue;
    if (!known.includes(word) && !text.includes(word)) return null;
    away++;
  }
  return away;
}

function fits({ units, themes, place, category, day }: Unprinted, query: Query): boolean {
  const { since, until } = query;
  const isPart = (part: string | null, names: readonly string[]): boolean =>
    part === null || names.some((name) => fold(name).includes(part));
  return (
    (since === null || (day !== null && since <= day)) &&
    (until === null || (day !== null && day <= until)) &&
    (query.category === null || fold(category) === query.category) &&
    isPart(query.unit, units) &&
    isPart(query.theme, themes) &&
    isPart(query.place, place === null ? [] : [place])
  );
}
