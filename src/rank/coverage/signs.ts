import { byCodePoint } from "../../base/order.ts";
import { synonymsIn } from "../../base/themes.ts";
import type { Entry } from "../../model/entry.ts";
import type { Office } from "../../model/office.ts";
import { dayOfEntry, figureOf, submittedIn, wordsOf, type CoverageContext } from "./context.ts";
import type { Matters } from "./matters.ts";
import { toneOf } from "./shares.ts";
import { unitsOf } from "./units.ts";

/** 苗头: one kind of trouble, told by several units within days of one another. */
export interface Sign {
  /** The first of the words for it. */
  readonly kind: string;
  /** First and last day, since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  /** Full names, in the order they told of it. */
  readonly units: readonly string[];
  /** How many matters; reports of one event are one. */
  readonly matters: number;
  /** In the order of time. */
  readonly entries: readonly Entry[];
}

const KINDS = "苗头种类";
const EXCEPT = "苗头除外";
const PLACES = "苗头地方数";
const DAYS = "苗头天数";

/** How many days before the window what comes may belong to a sign in it. */
export function signDays(context: CoverageContext): number {
  return figureOf(context, DAYS) ?? 0;
}

/** Signs that had word in the window; what came shortly before it belongs to them. `all` stand in the order of time; of the signs the newest is first. */
export function signsOf(all: readonly Entry[], matters: Matters, context: CoverageContext): Sign[] {
  const places = figureOf(context, PLACES);
  const days = signDays(context);
  if (places === null || days === 0) return [];
  const { from, to } = context.window;
  const told = submittedIn(all, { from: from - days, to }).filter((entry) => toneOf(entry, context.profile) === "忧");
  const kinds = kindsIn(told, context);
  const limits: Limits = { places: Math.max(2, places), days, matters, office: context.office };
  return wordsOf(context, KINDS)
    .flatMap((kind) =>
      clusters(
        told.filter((entry) => kinds.get(entry)?.has(kind) === true),
        limits,
      ).map((entries) => signOf(kind, entries, limits)),
    )
    .filter((sign) => sign.to >= from)
    .toSorted((a, b) => b.to - a.to || b.entries.length - a.entries.length || byCodePoint(a.kind, b.kind));
}

interface Limits {
  readonly places: number;
  readonly days: number;
  readonly matters: Matters;
  readonly office: Office;
}

/**
 * The kinds of trouble that an entry is about: told in its title, in the first sentence of its text, or twice. What is
 * named once in passing, or in a clause that denies, forestalls or teaches, is none.
 */
function kindsIn(entries: readonly Entry[], context: CoverageContext): ReadonlyMap<Entry, ReadonlySet<string>> {
  const kinds = wordsOf(context, KINDS).map((kind) => ({ kind, words: synonymsIn(kind) }));
  const except = wordsOf(context, EXCEPT);
  return new Map(
    entries.flatMap((entry) => {
      const telling = (text: string): string =>
        text
          .split(/[，。；！？：\n]/u)
          .filter((clause) => !except.some((word) => clause.includes(word)))
          .join("\n");
      const [first = ""] = /^[^。！？\n]*/u.exec(entry.body.text.trim()) ?? [];
      const [head, body] = [telling(`${entry.title}\n${first}`), telling(entry.body.text)];
      const isAbout = (word: string): boolean => head.includes(word) || body.split(word).length > OFTEN;
      const found = kinds.flatMap(({ kind, words }) => (words.some(isAbout) ? [kind] : []));
      return found.length === 0 ? [] : [[entry, new Set(found)] as const];
    }),
  );
}

/** Mentions in a text that is about a thing. */
const OFTEN = 2;

/** Stretches of entries in the order of time where enough places tell of it within the days; stretches that touch are one. */
function clusters(entries: readonly Entry[], limits: Limits): Entry[][] {
  const found: { first: number; last: number }[] = [];
  const tally = new Tally(limits);
  let next = 0;
  for (const [first, entry] of entries.entries()) {
    const end = (dayOfEntry(entry) ?? 0) + limits.days;
    while (next < entries.length && (dayOfEntry(entries[next] as Entry) ?? 0) <= end) {
      tally.add(entries[next] as Entry, 1);
      next++;
    }
    const before = found.at(-1);
    if (tally.isEnough()) {
      if (before && first <= before.last) before.last = next - 1;
      else found.push({ first, last: next - 1 });
    }
    tally.add(entry, -1);
  }
  return found.map(({ first, last }) => entries.slice(first, last + 1));
}

/** Counts the matters and units of a stretch while it moves along. */
class Tally {
  readonly #counts = new Map<string, number>();
  readonly #kinds = { matter: 0, unit: 0 };
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  add(entry: Entry, by: 1 | -1): void {
    const { matters, office } = this.#limits;
    this.#count("matter", String(matters.get(entry)), by);
    for (const name of unitsOf(entry, office)) if (name !== null) this.#count("unit", name, by);
  }

  isEnough(): boolean {
    const { places } = this.#limits;
    return this.#kinds.matter >= places && this.#kinds.unit >= places;
  }

  #count(kind: "matter" | "unit", name: string, by: 1 | -1): void {
    const key = `${kind} ${name}`;
    const before = this.#counts.get(key) ?? 0;
    this.#counts.set(key, before + by);
    if (before === 0 || before + by === 0) this.#kinds[kind] += by;
  }
}

function signOf(kind: string, entries: readonly Entry[], { matters, office }: Limits): Sign {
  const days = entries.map((entry) => dayOfEntry(entry) ?? 0);
  const units = new Set(entries.flatMap((entry) => unitsOf(entry, office)));
  return {
    kind: synonymsIn(kind)[0] ?? kind,
    from: days[0] ?? 0,
    to: days.at(-1) ?? 0,
    units: [...units].filter((name) => name !== null),
    matters: new Set(entries.map((entry) => matters.get(entry))).size,
    entries,
  };
}
