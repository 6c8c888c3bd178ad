import { fingerprintOf } from "../../base/fingerprint-of.ts";
import { maskPersonal } from "../../base/personal.ts";
import { nearest } from "../../base/similar.ts";
import { synonymsIn } from "../../base/themes.ts";
import { isoDay } from "../../base/time.ts";
import { fullUnitName } from "../../base/unit-name.ts";
import { awayOf, type Unprinted } from "../../ledger/search/match.ts";
import type { Query } from "../../ledger/search/scan.ts";
import { NO_ANSWER, type Found, type SearchIndex } from "../../ledger/search/search-index.ts";
import type { Entry } from "../../model/entry.ts";
import type { Office } from "../../model/office.ts";
import type { Look } from "../../pipeline/survey.ts";
import type { FoundEntry, SearchData } from "../../report/search-data.ts";
import type { Request } from "./query.ts";

/** Where a search looks: what was printed, and the entries of the office. */
export interface Places {
  readonly index: SearchIndex | null;
  readonly look: Look;
  readonly office: Office;
}

/** A result, and what its place in the list goes by. */
interface Ranked {
  readonly entry: FoundEntry;
  readonly away: number;
  readonly day: number;
}

/** What a request finds: by how many words the title holds, then the newest. */
export async function findAll({ words, query, limit }: Request, places: Places): Promise<SearchData> {
  const { index, look } = places;
  const answer = (await index?.find(query, limit)) ?? NO_ANSWER;
  const own = look.entries.flatMap((entry): Ranked[] => {
    const fingerprint = fingerprintOf(entry);
    const away = awayOf(unprinted(entry, places.office), query);
    // An entry that is found as it was printed is told once.
    if (away === null || answer.has(entry.id, fingerprint)) return [];
    const shown = ownEntry(entry, places.office, index?.hasPrinted(entry.id, fingerprint) ?? false);
    return [{ entry: { ...shown, inTitle: away === 0 }, away, day: dayOf(entry) ?? 0 }];
  });
  const printed = answer.found.map((found) => ({
    entry: printedEntry(found),
    away: found.away,
    day: found.record.day,
  }));
  const total = answer.total + own.length;
  return {
    words,
    total,
    published: answer.total,
    issues: answer.issues,
    elsewhere: own.filter(({ entry }) => entry.printed).length,
    found: [...printed, ...own]
      .toSorted((a, b) => a.away - b.away || b.day - a.day)
      .slice(0, limit)
      .map(({ entry }) => entry),
    unread: look.unread,
    alone: total === 0 ? wordsAlone(words, query, places) : [],
  };
}

function unprinted(entry: Entry, office: Office): Unprinted {
  const { id, title, themes, place, category, body } = entry;
  const units = entry.unit.map((name) => fullUnitName(name, office));
  return { id, title, units, themes, place, group: null, text: body.text, category, day: dayOf(entry) };
}

function dayOf({ submitted, occurred }: Entry): number | null {
  return submitted?.day ?? occurred?.day ?? null;
}

function ownEntry(entry: Entry, office: Office, printed: boolean): FoundEntry {
  const { id, title, units, themes, place, category, text, day } = unprinted(entry, office);
  const file = entry.source.path;
  const shown = day === null ? "" : isoDay(day);
  return masked({
    id,
    day: shown,
    issue: null,
    printed,
    file,
    title,
    units,
    category,
    group: null,
    themes,
    place,
    text,
  });
}

function printedEntry({ record, entry, voided, away }: Found): FoundEntry {
  const { id, title, units, category, group, themes, place, text } = entry;
  const { publication, kind, year, number } = record;
  const issue = { publication, kind, year, number, voided };
  const day = isoDay(record.day);
  const shown = { id, day, issue, printed: true, file: null, title, units, category, group, themes, place, text };
  return { ...masked(shown), inTitle: away === 0 };
}

function masked(entry: Omit<FoundEntry, "inTitle">): FoundEntry {
  const { title, text, units, place } = entry;
  return {
    ...entry,
    title: maskPersonal(title),
    text: maskPersonal(text),
    units: units.map(maskPersonal),
    place: place === null ? null : maskPersonal(place),
    inTitle: false,
  };
}

/** What each word finds without the others and without conditions, and which word of the office it may be a slip for. */
function wordsAlone(words: readonly string[], query: Query, { index, look, office }: Places): SearchData["alone"] {
  const known = namesOf(office);
  return words.map((word, at) => {
    const alone: Query = { ...ANYTHING, words: [query.words[at] ?? word] };
    const own = look.entries.filter((entry) => awayOf(unprinted(entry, office), alone) !== null).length;
    const count = (index?.count(alone) ?? 0) + own;
    const near = count === 0 ? nearest(word, known) : null;
    return { word, count, near: near === word ? null : near };
  });
}

const ANYTHING: Omit<Query, "words"> = {
  unit: null,
  place: null,
  theme: null,
  category: null,
  publication: null,
  since: null,
  until: null,
};

/** Names and words that the office goes by. */
function namesOf({ units, themes, decisions }: Office): Set<string> {
  return new Set([
    ...units.flatMap(({ name, short }) => (short === null ? [name] : [name, short])),
    ...themes.flatMap(({ name, keywords }) => [name, ...keywords.flatMap(synonymsIn)]),
    ...decisions.flatMap(({ name, keywords }) => [name, ...keywords.flatMap(synonymsIn)]),
  ]);
}
