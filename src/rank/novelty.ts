import { FEEDBACK, mattersOf, type MatterContext } from "../base/matters.ts";
import { fingerprintOf } from "../base/fingerprint-of.ts";
import type { Entry } from "../model/entry.ts";
import type { Published } from "../model/published.ts";

/** Of each entry the latest print of it, or of another on the same matter. A later report and a 反馈 tell something new: of them nothing is said. */
export function printedBefore(entries: readonly Entry[], context: MatterContext): ReadonlyMap<Entry, Published> {
  const { published } = context;
  const found = new Map<Entry, Published>();
  if (published.length === 0) return found;
  const keep = (entry: Entry, one: Published): void => {
    const known = found.get(entry);
    if (!known || laterFirst(one, known) < 0) found.set(entry, one);
  };
  // Of several prints the latest stays.
  const latestLast = published.toSorted(laterFirst).toReversed();
  const byId = new Map(latestLast.map((one) => [one.id, one]));
  const byPrint = new Map(latestLast.map((one) => [one.fingerprint, one]));
  for (const entry of entries.filter(isNews)) {
    const own = byId.get(entry.id) ?? byPrint.get(fingerprintOf(entry));
    if (own) keep(entry, own);
  }
  for (const { entry, printed } of mattersOf(entries, context).printed) if (isNews(entry)) keep(entry, printed);
  return found;
}

function isNews({ category, report }: Entry): boolean {
  return category !== FEEDBACK && (report === null || report.stage === "首报");
}

function laterFirst(a: Published, b: Published): number {
  return b.day - a.day || b.number - a.number;
}
