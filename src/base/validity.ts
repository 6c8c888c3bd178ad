import type { Entry } from "../model/entry.ts";
import type { Moment } from "../model/moment.ts";
import type { Figure, Profile } from "../model/profile.ts";

/** An entry that is beyond 有效期: how many days ago it was sent, and how many it was good for. */
interface Expiry {
  readonly age: number;
  readonly validity: Figure;
}

/** How far beyond the 有效期 of its category an entry is; null where it is not. The last day still counts. */
export function expiryOf(
  { category, submitted }: Pick<Entry, "category" | "submitted">,
  { categories }: Pick<Profile, "categories">,
  now: Moment,
): Expiry | null {
  const validity = categories.get(category)?.validity ?? null;
  if (validity === null || submitted === null) return null;
  const age = now.day - submitted.day;
  return age > validity.value ? { age, validity } : null;
}
