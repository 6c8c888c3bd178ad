import { compareMoments } from "../base/time.ts";
import type { Entry } from "../model/entry.ts";

/** Reports of one event: the newest, and the earlier ones from new to old. */
export interface Event {
  readonly newest: Entry;
  readonly earlier: readonly Entry[];
}

const ORDER = { 首报: 0, 续报: 1, 终报: 2 } as const;

/** Joins 首报, 续报 and 终报 of one event, which follow one another by 报告.续; every other entry is an event of its own. */
export function joinEvents(entries: readonly Entry[]): Event[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const events = new Map<string, Entry[]>();
  for (const entry of entries) {
    const root = rootOf(entry, known);
    events.set(root, [...(events.get(root) ?? []), entry]);
  }
  return [...events.values()].map((reports) => {
    const [newest, ...earlier] = reports.toSorted(newestFirst);
    return { newest: newest as Entry, earlier };
  });
}

function rootOf(entry: Entry, known: ReadonlyMap<string, Entry>): string {
  const seen = new Set<string>();
  let at = entry;
  while (at.report?.follows && !seen.has(at.id)) {
    seen.add(at.id);
    const before = known.get(at.report.follows);
    if (!before) break;
    at = before;
  }
  return at.id;
}

function newestFirst(a: Entry, b: Entry): number {
  const stage = rank(b) - rank(a);
  if (stage !== 0) return stage;
  return a.submitted && b.submitted ? compareMoments(b.submitted, a.submitted) : 0;
}

function rank({ report }: Entry): number {
  return report ? ORDER[report.stage] * 1000 + (report.number ?? 0) : 0;
}
