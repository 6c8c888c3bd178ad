import { fingerprintOf } from "./fingerprint-of.ts";
import { FEEDBACK } from "./matters.ts";
import type { Entry } from "../model/entry.ts";
import type { Published } from "../model/published.ts";

/** What was printed, by id and by fingerprint. */
export interface Archive {
  readonly ids: ReadonlyMap<string, readonly Published[]>;
  readonly fingerprints: ReadonlyMap<string, readonly Published[]>;
}

export function archiveOf(published: readonly Published[]): Archive {
  const [ids, fingerprints] = [new Map<string, Published[]>(), new Map<string, Published[]>()];
  for (const one of published) {
    ids.set(one.id, [...(ids.get(one.id) ?? []), one]);
    fingerprints.set(one.fingerprint, [...(fingerprints.get(one.fingerprint) ?? []), one]);
  }
  return { ids, fingerprints };
}

/**
 * Where an entry was printed, from old to new: by its id, or by its fingerprint where its id has changed. 反馈, 续报 and
 * 终报 come back to what was printed, at times under its id: of them only what was printed as this very report, sent at
 * this very time, counts: in doubt it is new.
 */
export function printedOf(entry: Entry, { ids, fingerprints }: Archive): Published[] {
  const { report, category, broken } = entry;
  const comesBack = category === FEEDBACK || report?.follows || (report !== null && report.stage !== "首报");
  if (comesBack) return (ids.get(entry.id) ?? []).filter((one) => isSameReport(entry, one)).toSorted(byIssue);
  const readable = !broken.has("title") && !broken.has("unit") && !broken.has("occurred");
  const found = new Set([
    ...(ids.get(entry.id) ?? []),
    ...((readable ? fingerprints.get(fingerprintOf(entry)) : undefined) ?? []),
  ]);
  return [...found].toSorted(byIssue);
}

function byIssue(a: Published, b: Published): number {
  return a.day - b.day || a.number - b.number;
}

function isSameReport({ category, report, submitted }: Entry, printed: Published): boolean {
  return (
    printed.category === category &&
    printed.report?.stage === report?.stage &&
    (printed.report?.number ?? null) === (report?.number ?? null) &&
    printed.submitted?.day === submitted?.day &&
    printed.submitted?.clock === submitted?.clock
  );
}
