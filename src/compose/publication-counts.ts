import { unitNamed } from "../base/unit-name.ts";
import type { Entry } from "../model/entry.ts";
import type { Office } from "../model/office.ts";

interface Counted {
  readonly units: readonly string[];
  readonly category: string;
}

/** How many entries of each category each unit has in an issue, most first; an entry of several units is one of each. */
export function countValues(matters: readonly (readonly Entry[])[], office: Office): object {
  const counted = matters.flatMap((entries) =>
    entries
      .filter((entry, index) => index === 0 || !sameEvent(entry, entries[0]))
      .map((entry) => countedAs(entry, office)),
  );
  const total = tally(counted.flatMap(({ units, category }) => units.map(() => category)));
  const categories = mostFirst(total);
  const units = mostFirst(tally(counted.flatMap((one) => one.units)));
  return {
    条数: String(counted.length),
    联合: counted.some((one) => one.units.length > 1),
    类别: categories,
    行: units.map((unit) => {
      const own = tally(counted.filter((one) => one.units.includes(unit)).map(({ category }) => category));
      return { 单位: unit, ...rowOf(own, categories) };
    }),
    合计: rowOf(total, categories),
  };
}

/** Later and earlier reports of one event are one matter. */
function sameEvent({ report }: Entry, lead: Entry | undefined): boolean {
  return report !== null && lead?.report != null;
}

/** A table has little room: units go by their short names. */
function countedAs({ unit, category }: Entry, office: Office): Counted {
  const short = unit.map((name) => {
    const known = unitNamed(name, office);
    return known?.short ?? known?.name ?? name;
  });
  return { units: [...new Set(short)], category };
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words by how often they came, then as they came first. */
function mostFirst(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
}

/** Numbers as they are printed, empty for none. */
function rowOf(counts: ReadonlyMap<string, number>, categories: readonly string[]): { 数: string[]; 计: string } {
  const sum = categories.reduce((all, category) => all + (counts.get(category) ?? 0), 0);
  return { 数: categories.map((category) => String(counts.get(category) ?? "")), 计: String(sum) };
}
