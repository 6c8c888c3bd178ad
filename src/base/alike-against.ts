import { factsOf, measuresOf, type Doc } from "./alike-doc.ts";
import type { Measure } from "./facts.ts";

const OTHER_DAY = 3;
const OTHER_TOWN = 2;
const OTHER_NAME = 1.5;
/** A figure that differs weighs at least so much, however small it is. */
const OTHER_FIGURE = 0.5;

/** How much speaks against one matter: other days, other places, and figures that differ where the words about them do not. */
export function against(a: Doc, b: Doc): number {
  const days = a.occurred && b.occurred ? Math.abs(a.occurred.day - b.occurred.day) : 0;
  const towns = a.towns.size > 0 && b.towns.size > 0 && ![...a.towns].some((town) => b.towns.has(town));
  return (
    (days > 1 ? OTHER_DAY : 0) + (towns ? OTHER_TOWN : 0) + (otherNames(a, b) ? OTHER_NAME : 0) + otherFigures(a, b)
  );
}

/** Places of one sort in title or 地点 of both, and no place of the one is spoken of in the other. */
function otherNames(a: Doc, b: Doc): boolean {
  if (a.names.some((name) => b.text.includes(name)) || b.names.some((name) => a.text.includes(name))) return false;
  return a.names.some((name) => b.names.some((other) => name.at(-1) === other.at(-1)));
}

function otherFigures(a: Doc, b: Doc): number {
  const [mine, theirs] = [factsOf(a), factsOf(b)];
  const others = measuresOf(b).filter(({ key }) => !mine.has(key));
  const seen = new Set<string>();
  let total = 0;
  for (const measure of measuresOf(a)) {
    if (theirs.has(measure.key) || seen.has(measure.key)) continue;
    const other = others.find((one) => sameWords(measure, one));
    if (!other) continue;
    seen.add(measure.key);
    total += Math.max(OTHER_FIGURE, Math.min(measure.weight, other.weight));
  }
  return total;
}

function sameWords(a: Measure, b: Measure): boolean {
  if (a.unit !== b.unit) return false;
  return (a.before !== null && a.before === b.before) || (a.after !== null && a.after === b.after);
}
