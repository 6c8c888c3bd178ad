import { literal } from "./pattern.ts";
import { docOf, type Doc } from "./alike-doc.ts";
import type { Thresholds } from "./alike.ts";
import { findAlike, type AlikePair } from "./alike-pairs.ts";
import { joinEvents } from "./events.ts";
import { BACK } from "./filed.ts";
import { fingerprintOf } from "./fingerprint-of.ts";
import { quote } from "./visible.ts";
import type { Entry } from "../model/entry.ts";
import type { Moment } from "../model/moment.ts";
import type { Office } from "../model/office.ts";
import type { Profile } from "../model/profile.ts";
import type { Published } from "../model/published.ts";

/** An entry and one submitted before it are on one matter. */
export interface SameMatter extends Pick<AlikePair, "by" | "degree" | "shared"> {
  readonly earlier: Entry;
  readonly later: Entry;
}

/** An entry is on a matter that has been printed. */
export interface PrintedMatter extends Pick<AlikePair, "by" | "degree" | "shared"> {
  readonly entry: Entry;
  readonly printed: Published;
}

/** The category of entries that come back to what was printed. */
export const FEEDBACK = "反馈";

/** What decides on what is one matter, besides the entries. */
export interface MatterContext {
  readonly profile: Profile;
  readonly office: Office;
  readonly published: readonly Published[];
  /** Stands for now; where it is not given, what was printed is compared however old. */
  readonly now?: Moment;
}

/** What entries of a run have to do with one another and with the archive. */
export interface Matters {
  readonly pairs: readonly SameMatter[];
  readonly printed: readonly PrintedMatter[];
}

const NONE: Matters = { pairs: [], printed: [] };

/** Several rules ask, each with its own list of the same entries: one run is looked at once. */
const KNOWN = new WeakMap<MatterContext, { readonly entries: readonly Entry[]; readonly matters: Matters }>();

/** Which entries are on one matter. Reports of one event that follow one another are no pair, nor is an entry with its own print. */
export function mattersOf(entries: readonly Entry[], context: MatterContext): Matters {
  const known = KNOWN.get(context);
  if (known && sameList(known.entries, entries)) return known.matters;
  const least = thresholdsOf(context.profile);
  const matters = least ? findMatters(entries, context, least) : NONE;
  KNOWN.set(context, { entries, matters });
  return matters;
}

function sameList(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

function thresholdsOf({ figures }: Profile): Thresholds | null {
  const [matter, wording] = [figures.get("雷同程度"), figures.get("雷同字句")];
  return matter && wording ? { matter: matter.value / 100, wording: wording.value / 100 } : null;
}

/** A text to compare: of an entry, or of the archive. */
interface Subject {
  readonly entry: Entry | null;
  readonly printed: Published | null;
  readonly day: number;
  readonly clock: number;
}

function findMatters(entries: readonly Entry[], context: MatterContext, least: Thresholds): Matters {
  const { office, profile } = context;
  const subjects: Subject[] = [
    ...recentPrints(context).map((printed) => ({ entry: null, printed, day: printed.day, clock: -1 })),
    ...entries.filter(isOwnMatter).map((entry) => ({
      entry,
      printed: null,
      day: entry.submitted?.day ?? Infinity,
      clock: entry.submitted?.clock ?? 0,
    })),
  ].toSorted((a, b) => (a.day === b.day ? a.clock - b.clock : a.day < b.day ? -1 : 1));
  const bare = bareOf(office, profile);
  const chains = chainsOf(entries);
  const found = findAlike(documentsOf(subjects, bare), least, (first, second) =>
    mayPair(subjects[first] as Subject, subjects[second] as Subject, chains),
  );
  return {
    pairs: found.flatMap(({ first, second, ...alike }): SameMatter[] => {
      const [earlier, later] = [subjects[first]?.entry, subjects[second]?.entry];
      return earlier && later ? [{ ...alike, earlier, later }] : [];
    }),
    printed: found.flatMap(({ first, second, ...alike }): PrintedMatter[] => {
      const [a, b] = [subjects[first] as Subject, subjects[second] as Subject];
      const [entry, printed] = [a.entry ?? b.entry, a.printed ?? b.printed];
      return entry && printed ? [{ ...alike, entry, printed }] : [];
    }),
  };
}

/** Prints of so many days: what is older is seldom one matter with what comes now, and there may be very many. */
function recentPrints({ published, profile, now }: MatterContext): readonly Published[] {
  const days = profile.figures.get(BACK)?.value;
  return days === undefined || !now || published.length === 0
    ? published
    : published.filter(({ day }) => day >= now.day - days);
}

/** Whether two entries on one matter tell it in the same way, so that one of them is enough: of one category, and not of two stages of a decision. */
export function isSameKind(a: Entry, b: Entry): boolean {
  return a.category === b.category && (a.stage === null || b.stage === null || a.stage === b.stage);
}

/** 续报 and 终报 are on the matter of what they follow, and say so. */
function isOwnMatter({ report }: Entry): boolean {
  return report === null || (report.stage === "首报" && report.follows === null);
}

/** The event of every entry, so that what joins entries is not told as a likeness. */
function chainsOf(entries: readonly Entry[]): ReadonlyMap<Entry, number> {
  return new Map(
    joinEvents(entries).flatMap(({ newest, earlier }, index) =>
      [newest, ...earlier].map((entry): [Entry, number] => [entry, index]),
    ),
  );
}

function mayPair(a: Subject, b: Subject, chains: ReadonlyMap<Entry, number>): boolean {
  if (a.entry && b.entry) return a.entry.id !== b.entry.id && chains.get(a.entry) !== chains.get(b.entry);
  const [entry, printed] = [a.entry ?? b.entry, a.printed ?? b.printed];
  if (!entry || !printed || entry.category === FEEDBACK) return false;
  return printed.id !== entry.id && printed.fingerprint !== fingerprintOf(entry);
}

/** 信息专报2026年第12期, as a message names it. */
export function issueOf(printed: Pick<Published, "publication" | "kind" | "year" | "number">): string {
  return `${quote(printed.publication)}${printed.year}年${numberOf(printed)}`;
}

/** 第12期, 增刊第3期. */
export function numberOf({ kind, number }: Pick<Published, "kind" | "number">): string {
  return `${kind === "增刊" ? kind : ""}第${number}期`;
}

/** Takes out of a text what fits any matter: the names of an office's units, and words that say nothing. */
function bareOf({ units }: Office, { words }: Profile): (text: string, own: readonly string[]) => string {
  const names = units
    .flatMap(({ name, short }) => [name, ...(short === null ? [] : [short])])
    .concat(words.get("雷同套话")?.words ?? [])
    .filter((name) => name.length > 2)
    .toSorted((a, b) => b.length - a.length)
    .map(literal);
  const listed = names.length === 0 ? null : new RegExp(names.join("|"), "gu");
  return (text, own) => {
    const bare = listed ? text.replace(listed, GONE) : text;
    return own.reduce((rest, name) => (name === "" ? rest : rest.replaceAll(name, GONE)), bare);
  };
}

/** Stands for a name that is gone, so that what stood beside it does not become one word. */
const GONE = "□";

function* documentsOf(subjects: readonly Subject[], bare: ReturnType<typeof bareOf>): Generator<Doc> {
  for (const subject of subjects) yield documentOf(subject, bare);
}

function documentOf({ entry, printed }: Subject, bare: ReturnType<typeof bareOf>): Doc {
  const units = entry?.unit ?? printed?.units ?? [];
  const draft = {
    title: entry?.title ?? printed?.title ?? "",
    body: entry?.body.text ?? printed?.text ?? "",
    place: entry?.place ?? printed?.place ?? null,
    occurred: entry?.occurred ?? printed?.occurred ?? null,
    units,
  };
  return docOf(draft, (text) => bare(text, units));
}
