import { fingerprintOf } from "../../base/fingerprint-of.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Published } from "../../model/published.ts";
import type { BatchReport, BatchRule } from "../rule.ts";
import { FEEDBACK, issueOf } from "../../base/matters.ts";

/** An entry that was printed before: an error in the same publication, else the number for the editor to know. */
export const alreadyPublished: BatchRule = {
  name: "already-published",
  group: "batch",
  severity: "error",
  summary: "这条信息已经刊登过",
  stops: false,
  fixed: false,
  uses: [],
  scope: "batch",
  needs: ["id", "category", "report"],
  *check(entries, { published }) {
    const archive = archiveOf(published);
    for (const entry of entries) {
      const printed = printedOf(entry, archive);
      if (printed.length > 0) yield before(entry, printed);
    }
  },
  *checkIssue({ publication, entries }, { published }) {
    const archive = archiveOf(published.filter((one) => one.publication === publication.name));
    for (const entry of entries) {
      const last = printedOf(entry, archive).at(-1);
      if (last) yield again(entry, last);
    }
  },
};

interface Archive {
  readonly ids: ReadonlyMap<string, readonly Published[]>;
  readonly fingerprints: ReadonlyMap<string, readonly Published[]>;
}

function archiveOf(published: readonly Published[]): Archive {
  const [ids, fingerprints] = [new Map<string, Published[]>(), new Map<string, Published[]>()];
  for (const one of published) {
    ids.set(one.id, [...(ids.get(one.id) ?? []), one]);
    fingerprints.set(one.fingerprint, [...(fingerprints.get(one.fingerprint) ?? []), one]);
  }
  return { ids, fingerprints };
}

/** Where an entry was printed, from old to new; 反馈, 续报 and 终报 come back to what was printed. */
function printedOf(entry: Entry, { ids, fingerprints }: Archive): Published[] {
  const { report, category, broken } = entry;
  if (category === FEEDBACK || report?.follows || (report !== null && report.stage !== "首报")) return [];
  const readable = !broken.has("title") && !broken.has("unit") && !broken.has("occurred");
  const found = new Set([
    ...(ids.get(entry.id) ?? []),
    ...((readable ? fingerprints.get(fingerprintOf(entry)) : undefined) ?? []),
  ]);
  return [...found].toSorted((a, b) => a.day - b.day || a.number - b.number);
}

function before(entry: Entry, printed: readonly Published[]): BatchReport {
  const last = printed.at(-1) as Published;
  const others = printed.length > 1 ? `，此前还登过 ${printed.length - 1} 次` : "";
  return {
    entry,
    at: placeOf(entry),
    severity: "note",
    message: `已在${issueOf(last)}刊登${named(entry, last)}${others}，同一刊物不应重登`,
    hint: "编别的刊物可以用，注明已登期号；有新进展的，另写一条反馈或续报",
    forUnit: null,
  };
}

function again(entry: Entry, last: Published): BatchReport {
  return {
    entry,
    at: placeOf(entry),
    message: `本刊${last.year}年第${last.number}期已经登过这一条${named(entry, last)}，一种刊物只登一次`,
    hint: `在编排单里把它移到“不用”，“因”写明第${last.number}期已登；有新进展的，另写一条反馈或续报`,
    forUnit: null,
  };
}

/** Under which id, where it was another: found again by title, unit and time. */
function named({ id }: Entry, last: Published): string {
  return last.id === id ? "" : `（当时编号 ${quote(last.id)}，标题、单位、事发时间相同）`;
}

function placeOf({ places }: Entry): BatchReport["at"] {
  return places.of(places.has("id") ? "id" : "title");
}
