import { knownUnitName } from "../../base/unit-name.ts";
import { Lines } from "../../base/lines.ts";
import { byCodePoint } from "../../base/order.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Entry } from "../../model/entry.ts";
import type { Office } from "../../model/office.ts";
import type { EntryReading } from "../../read/entry.ts";
import type { Survey } from "../survey.ts";
import { isUrgentUnread, legibleIn } from "../legible.ts";

/** An entry with what was found in it. */
export interface Case {
  /** Null where the entry could not be read and its file gives none: nobody outside knows the one it goes by here. */
  readonly id: string | null;
  /** Null where it could not be read. */
  readonly entry: Entry | null;
  /** Whether it is filed as 紧急, or says so though it could not be read. */
  readonly isUrgent: boolean;
  /** The units that are to be told, under their full names; null for one that could not be read. */
  readonly units: ReadonlySet<string | null>;
  /** Its file, as it is shown. */
  readonly path: string;
  /** In the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a unit is told of. */
export interface UnitCases {
  /** Full name; null for entries whose unit could not be read. */
  readonly unit: string | null;
  readonly cases: readonly Case[];
}

/** What the paper of a unit is made of; `unit` is the name as the file gives it. */
export interface UnitPaper<Values> {
  readonly unit: string | null;
  readonly content: Values;
}

/** Checked entries, and what is reported of them. */
export type Reported = Pick<Survey, "readings" | "entries" | "grounds" | "sources"> & {
  readonly diagnostics: readonly Diagnostic[];
};

/** Of which findings a paper tells, and one of which an entry must have to stand in it. */
export interface Wanted {
  readonly told: (diagnostic: Diagnostic) => boolean;
  readonly needed: (diagnostic: Diagnostic) => boolean;
}

/** The cases of each unit, a joint entry with each of its units; `quiet` are the units whose entries are no cases. */
export function casesByUnit(
  { readings, diagnostics, grounds }: Reported,
  { told, needed }: Wanted,
): { units: readonly UnitCases[]; quiet: readonly string[] } {
  const owned = new Map(readings.map((reading) => [reading, [] as Diagnostic[]]));
  const find = finder(readings);
  for (const diagnostic of diagnostics) {
    const reading = told(diagnostic) ? find(diagnostic) : undefined;
    if (reading) owned.get(reading)?.push(diagnostic);
  }
  const units = new Map<string | null, Case[]>();
  const urgent = grounds.profile.urgent.category;
  for (const [reading, own] of owned) {
    const { id, entry } = reading;
    const legible = entry === null ? legibleIn(reading, grounds.office) : { units: entry.unit, id };
    const toTell = unitsOf({ unit: legible.units }, grounds.office);
    const isUrgent = entry?.category === urgent || isUrgentUnread(reading, urgent);
    const one = { id: legible.id, entry, isUrgent, units: toTell, path: pathOf(reading), diagnostics: own };
    for (const unit of toTell) {
      const cases = units.get(unit) ?? [];
      units.set(unit, cases);
      if (own.some(needed)) cases.push(one);
    }
  }
  const names = [...units.keys()].toSorted(inOrderOf(grounds.office));
  return {
    units: names.flatMap((unit) => {
      const cases = units.get(unit) ?? [];
      return cases.length > 0 ? [{ unit, cases: cases.toSorted(bySubmission) }] : [];
    }),
    quiet: names.flatMap((unit) => (unit !== null && units.get(unit)?.length === 0 ? [unit] : [])),
  };
}

/** In the order they were sent, those without 报送时间 last. */
function bySubmission(a: Case, b: Case): number {
  const minute = ({ entry }: Case): number => {
    const { submitted = null } = entry ?? {};
    return submitted === null ? Number.MAX_SAFE_INTEGER : submitted.day * 1440 + (submitted.clock ?? 0);
  };
  return minute(a) - minute(b);
}

/** The units of an entry under their full names; one that the office does not know could not be read. */
export function unitsOf({ unit }: Pick<Entry, "unit">, office: Pick<Office, "units">): Set<string | null> {
  const named = unit.map((name) => knownUnitName(name, office));
  return new Set(named.length > 0 ? named : [null]);
}

/** Whether a paper on these entries is not for everybody. */
export function isInternal(cases: readonly Case[]): boolean {
  return cases.some(({ entry }) => entry?.secrecy !== "公开");
}

/** A reading and the line it begins on. */
interface Begun {
  readonly reading: EntryReading;
  readonly line: number;
}

/** Finds the reading a finding speaks of: by its id, of several alike by file, and in one file by the last that begins above. */
function finder(readings: readonly EntryReading[]): (diagnostic: Diagnostic) => EntryReading | undefined {
  const byId = new Map<string, Map<string, Begun[]>>();
  const lineOf = lineCounter();
  for (const reading of readings) {
    const files = byId.get(reading.id) ?? new Map<string, Begun[]>();
    byId.set(reading.id, files);
    const path = pathOf(reading);
    const same = files.get(path) ?? [];
    files.set(path, same);
    same.push({ reading, line: lineOf(reading) });
  }
  return ({ entry, file, line }) => {
    const files = entry === null ? undefined : byId.get(entry);
    const [first] = files?.values() ?? [];
    const here = files?.get(file) ?? first;
    return (here?.findLast((each) => each.line <= line) ?? here?.[0])?.reading;
  };
}

function lineCounter(): (reading: EntryReading) => number {
  const tables = new Map<string, Lines>();
  return ({ entry }) => {
    if (!entry) return 1;
    const { source, start } = entry.places.of("");
    const lines = tables.get(source.path) ?? new Lines(source.text);
    tables.set(source.path, lines);
    return lines.at(start).line;
  };
}

function pathOf({ entry, findings }: EntryReading): string {
  return entry?.source.path ?? findings[0]?.at.source.path ?? "";
}

/** As the office lists them, then by code point; those without a name last. */
function inOrderOf({ units }: Office): (a: string | null, b: string | null) => number {
  const ranks = new Map(units.map(({ name }, index) => [name, index]));
  const rank = (name: string | null): number => (name === null ? Infinity : (ranks.get(name) ?? units.length));
  return (a, b) => {
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return rank(a) - rank(b) || byCodePoint(a, b);
  };
}
