import type { Diagnostic, Severity } from "../model/diagnostic.ts";

/** Findings of one rule in one entry that are shown: who has mended fifty of a kind sees the rest in the next run; thousands bury all others. */
const MOST_SHOWN = 50;

const HARSHNESS: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** Of each rule in each entry the first fifty, errors before all else; the last of them says how many more there are. */
export function shorten(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const kinds = new Map<string, Diagnostic[]>();
  for (const found of diagnostics) {
    const key = JSON.stringify([found.rule, found.file, found.entry]);
    const own = kinds.get(key);
    if (own) own.push(found);
    else kinds.set(key, [found]);
  }
  const long = [...kinds.values()].filter(({ length }) => length > MOST_SHOWN);
  if (long.length === 0) return diagnostics;
  const left = new Set<Diagnostic>();
  const last = new Map<Diagnostic, number>();
  for (const own of long) {
    // Never an error left out for a note: it may be what stops the entry.
    const inTurn = own.toSorted((a, b) => HARSHNESS[b.severity] - HARSHNESS[a.severity]);
    for (const found of inTurn.slice(MOST_SHOWN)) left.add(found);
    last.set(own.findLast((found) => !left.has(found)) as Diagnostic, own.length - MOST_SHOWN);
  }
  return diagnostics.flatMap((found) => {
    if (left.has(found)) return [];
    const more = last.get(found);
    return more === undefined ? [found] : [{ ...found, message: `${found.message}；同样的另有 ${more} 处没有列出` }];
  });
}
