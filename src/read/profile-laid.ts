import type { CategoryValues, ProfileValues } from "./profile-shapes.ts";

/** Maps are merged name by name, categories key by key; everything else is replaced. */
export function laidOver(base: Partial<ProfileValues>, top: Partial<ProfileValues>): Partial<ProfileValues> {
  return {
    ...filledOver(base, top),
    urgent: laidUrgent(base.urgent ?? null, top.urgent ?? null),
    statutory: laidByName(base.statutory ?? [], top.statutory ?? []),
    grading: laidTables(base.grading ?? [], top.grading ?? []),
    triggers: laidByName(base.triggers ?? [], top.triggers ?? []),
    cadence: laidCadence(base.cadence ?? [], top.cadence ?? []),
    figures: new Map([...(base.figures ?? []), ...(top.figures ?? [])]),
    words: laidWords(base.words ?? new Map(), top.words ?? new Map()),
    categories: mergedCategories(base.categories ?? new Map(), top.categories ?? new Map()),
    cues: new Map([...(base.cues ?? []), ...(top.cues ?? [])]),
    weights: new Map([...(base.weights ?? []), ...(top.weights ?? [])]),
    calendar: new Map([...(base.calendar ?? []), ...(top.calendar ?? [])]),
  };
}

type Urgent = ProfileValues["urgent"];

/** A later pack's limit for all kinds does away with that limit in the rows of earlier ones; its own rows come first. */
function laidUrgent(base: Urgent, top: Urgent): Urgent {
  if (!base || !top) return top ?? base;
  const below = (base.rows ?? []).map((row) => ({
    ...row,
    phone: top.phone ? null : row.phone,
    written: top.written ? null : row.written,
  }));
  const left = below.filter(({ phone, written }) => phone !== null || written !== null);
  return { ...filledOver(base, top), rows: [...(top.rows ?? []), ...left] };
}

/** What a later pack names again is taken from there; the others stay. */
function laidByName<T extends { readonly name: string }>(base: readonly T[], top: readonly T[]): readonly T[] {
  const given = new Set(top.map(({ name }) => name));
  return [...base.filter(({ name }) => !given.has(name)), ...top];
}

type Cadences = NonNullable<ProfileValues["cadence"]>;

/** A later pack's rows come first; one of them for all events leaves nothing to the earlier ones. */
function laidCadence(base: Cadences, top: Cadences): Cadences {
  const forAll = top.some(({ kinds, grades }) => kinds.length === 0 && grades.length === 0);
  return [...top, ...(forAll ? [] : base)];
}

type Tables = NonNullable<ProfileValues["grading"]>;

function laidTables(base: Tables, top: Tables): Tables {
  const given = new Set(top.map(({ kind }) => kind));
  return [...base.filter(({ kind }) => !given.has(kind)), ...top];
}

type Words = NonNullable<ProfileValues["words"]>;

function laidWords(base: Words, top: Words): Words {
  const all = new Map(base);
  for (const [name, change] of top) {
    const below = change.whole ? change.words : (all.get(name)?.words ?? []);
    const removed = new Set(change.remove);
    const words = [...new Set([...below, ...change.add])].filter((word) => !removed.has(word));
    all.set(name, { ...change, words });
  }
  return all;
}

function filledOver<T extends object>(base: T, top: T): T {
  const given = Object.entries(top).filter(([, value]) => value !== null && value !== undefined);
  return { ...base, ...(Object.fromEntries(given) as Partial<T>) };
}

type Categories = ReadonlyMap<string, CategoryValues>;

function mergedCategories(base: Categories, top: Categories): Categories {
  const all = new Map(base);
  for (const [name, values] of top) {
    const below = all.get(name);
    all.set(name, below ? filledOver(below, values) : values);
  }
  return all;
}
