import { compareMoments } from "./time.ts";
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
  const roots = new Map<Entry, string>();
  for (const entry of entries) {
    const root = rootOf(entry, known, roots);
    const reports = events.get(root);
    if (reports) reports.push(entry);
    else events.set(root, [entry]);
  }
  return [...events.values()].map((reports) => {
    const [newest, ...earlier] = reports.toSorted(newestFirst);
    return { newest: newest as Entry, earlier };
  });
}

/** Finds the report that an entry goes on from by 报告.续, where it is among `entries`. */
export function reportBefore(entries: readonly Entry[]): (entry: Entry) => Entry | undefined {
  const known = new Map(entries.filter(({ report }) => report !== null).map((entry) => [entry.id, entry]));
  return (entry) => previous(entry, known);
}

/** The first report of an entry's chain, kept in `roots` for every report passed on the way. In a ring each is its own. */
function rootOf(entry: Entry, known: ReadonlyMap<string, Entry>, roots: Map<Entry, string>): string {
  const path = new Set<Entry>();
  let at = entry;
  for (let before: Entry | undefined = at; before; before = previous(at, known)) {
    at = before;
    if (roots.has(at) || path.has(at)) break;
    path.add(at);
  }
  const root = roots.get(at) ?? at.id;
  let inRing = false;
  for (const one of path) {
    inRing ||= one === at;
    roots.set(one, inRing ? one.id : root);
  }
  return roots.get(entry) ?? root;
}

function previous({ report }: Entry, known: ReadonlyMap<string, Entry>): Entry | undefined {
  return report?.follows ? known.get(report.follows) : undefined;
}

/** Order of the reports of one event: by stage and number, then by 报送时间; the newest first. */
export function newestFirst(a: Entry, b: Entry): number {
  const stage = rank(b) - rank(a);
  if (stage !== 0) return stage;
  return a.submitted && b.submitted ? compareMoments(b.submitted, a.submitted) : 0;
}

function rank({ report }: Entry): number {
  return report ? ORDER[report.stage] * 1000 + (report.number ?? 0) : 0;
}
