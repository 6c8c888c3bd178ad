import { refOf, type Ledger } from "./ledger.ts";
import type { Heads } from "./heads.ts";
import { issueSeries } from "./series.ts";
import type { Kept } from "./store.ts";

type Place = Pick<Kept, "chain" | "seq">;

/** The highest number that is taken in each year of a series, in order of years. */
export type Ends = ReadonlyMap<number, number>;

/** Taken is what any witness tells of: issues, records that cannot be read, numbers declared void, and the heads. */
export function endsOf(ledger: Ledger, heads: Heads | null, series: string): Ends {
  const places: Place[] = [...ledger.issues, ...ledger.broken, ...ledger.unknown].map(({ kept }) => kept);
  for (const { record } of ledger.voids) {
    const { publication, kind, year, number } = record.issue;
    places.push({ chain: { series: issueSeries(publication, kind), year }, seq: number });
  }
  if (heads !== null && typeof heads !== "string")
    for (const { seq, ...chain } of heads.values()) places.push({ chain, seq });
  const ends = new Map<number, number>();
  for (const { chain, seq } of places.filter((place) => place.chain.series === series && refOf(place) !== null))
    ends.set(chain.year, Math.max(ends.get(chain.year) ?? 0, seq));
  return new Map([...ends].toSorted(([a], [b]) => a - b));
}

/** The same of the years that are not this one, to tell whether anything was taken there meanwhile. */
export function endsBeside(ends: Ends, year: number): string {
  return JSON.stringify([...ends].filter(([one]) => one !== year));
}
