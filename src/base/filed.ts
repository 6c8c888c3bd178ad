import { fingerprintOf } from "./fingerprint-of.ts";
import { STAGES, type Entry, type Places } from "../model/entry.ts";
import { wholeFile, type Place } from "../model/source.ts";
import type { Published } from "../model/published.ts";

/** Entries that were printed and are no longer among those of the office, as their print tells of them. */
export interface Filed {
  readonly entries: readonly Entry[];
  /** The print that a filed entry is known by; undefined for any other. */
  printOf(entry: Entry): Published | undefined;
}

/**
 * What was printed and filed away, so that what is counted or waited for does not end with its file. Each is there once,
 * however often it was printed, and has only the fields that a ledger keeps. `since` is the first day of an issue to look at.
 */
export function filedEntries(
  entries: readonly Entry[],
  published: readonly Published[],
  since: number | null = null,
): Filed {
  const recent = since === null ? published : published.filter(({ day }) => day >= since);
  const prints = new Map<Entry, Published>();
  if (recent.length === 0) return { entries: [], printOf: () => undefined };
  const ids = new Set(entries.map(({ id }) => id));
  const fingerprints = new Set(entries.map(fingerprintOf));
  for (const one of recent.toSorted((a, b) => a.day - b.day || a.number - b.number)) {
    if (ids.has(one.id) || fingerprints.has(one.fingerprint)) continue;
    ids.add(one.id);
    fingerprints.add(one.fingerprint);
    prints.set(entryOf(one), one);
  }
  return { entries: [...prints.keys()], printOf: (entry) => prints.get(entry) };
}

/** A print of which no time of submission is known came by the day of its issue. */
function entryOf(print: Published): Entry {
  const { id, title, category, units, themes, decision, place, occurred, report } = print;
  return {
    ...UNKNOWN,
    id,
    title,
    category,
    unit: units,
    themes,
    decision,
    place,
    occurred,
    report,
    stage: STAGES.find((stage) => stage === print.stage) ?? null,
    submitted: print.submitted ?? { day: print.day, clock: null, instant: null },
    body: { text: print.text, blocks: [] },
  };
}

/** It stands in no file; who tells of it names the issue instead. */
const SOURCE = { path: "台账", text: "" };
const NOWHERE: Places = {
  of: (): Place => wholeFile(SOURCE),
  within: (): Place => wholeFile(SOURCE),
  has: () => false,
  texts: () => [],
};

const UNKNOWN: Omit<Entry, "id" | "title" | "category" | "body"> = {
  idGiven: true,
  unit: [],
  reporter: null,
  phone: null,
  approver: null,
  editor: null,
  register: null,
  taken: null,
  clerk: null,
  secrecy: null,
  submitted: null,
  occurred: null,
  received: null,
  sources: [],
  verification: null,
  themes: [],
  decision: null,
  stage: null,
  tone: null,
  channel: null,
  place: null,
  field: null,
  sensitivity: [],
  commission: null,
  instructions: [],
  attachments: [],
  kind: null,
  grade: null,
  casualties: null,
  loss: null,
  onsite: null,
  report: null,
  timeline: [],
  source: SOURCE,
  places: NOWHERE,
  broken: new Set(),
};

/** 数值 that says how many days back what was printed is compared and waited for. */
export const BACK = "旧档天数";
