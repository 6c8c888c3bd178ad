import { readFileSync } from "node:fs";
import { Lines } from "../../src/base/lines.ts";
import { parseMoment } from "../../src/base/time.ts";
import type { Finding, Severity } from "../../src/model/diagnostic.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { Moment } from "../../src/model/moment.ts";
import type { RuleSetting } from "../../src/model/office.ts";
import type { Profile } from "../../src/model/profile.ts";
import { findClassified } from "../../src/pipeline/gate.ts";
import { readEntries } from "../../src/read/entry.ts";
import { DEFAULT_OFFICE } from "../../src/read/office.ts";
import { readProfile } from "../../src/read/profile.ts";
import { runRules } from "../../src/rules/engine.ts";

const ROOT = new URL("../../", import.meta.url);
const ZONE = "Asia/Shanghai";
export const NOW = "2026-11-23 17:00";

/** A file of the repository, by its path below the root. */
export function repoFile(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** The shipped rule packs as one profile, with `more` laid over them; fails where they are faulty. */
export function shippedProfile(...more: string[]): Profile {
  const sources = ["calendar", "county"].map((name) => ({
    path: `${name}.yaml`,
    text: repoFile(`templates/profiles/${name}.yaml`),
  }));
  const { profile, findings } = readProfile([
    ...sources,
    ...more.map((text, index) => ({ path: `more${index}.yaml`, text })),
  ]);
  if (findings.length > 0)
    throw new Error(findings.map((found) => `${found.at.source.path}: ${found.message}`).join("\n"));
  return profile;
}

const PROFILE = shippedProfile();

export interface Setting {
  readonly now?: string;
  readonly profile?: Profile;
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  /** `a.md` for Markdown. */
  readonly path?: string;
}

/** A finding as tests name it: `line:column-endLine:endColumn severity`. */
export interface Seen {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: string;
  readonly message: string;
  readonly hint: string;
  readonly entry: string | null;
}

/** Reads entries with the real reader and runs all rules over them, the gate of 密级 included. */
export function judge(text: string, setting: Setting = {}): Seen[] {
  const source = { path: setting.path ?? "a.yaml", text };
  const readings = readEntries(source, { zone: ZONE, defaultId: "a", urgent: "紧急" });
  const entries = readings.flatMap(({ entry }) => (entry ? [entry] : []));
  const findings = [
    ...readings.flatMap((reading) => reading.findings),
    ...findClassified(source, readings),
    ...duplicates(entries),
  ];
  const office = { ...DEFAULT_OFFICE, rules: setting.rules ?? new Map() };
  findings.push(
    ...runRules(entries, { profile: setting.profile ?? PROFILE, office, now: momentFor(setting.now ?? NOW) }),
  );
  return findings.map((found) => show(found, text)).sort((a, b) => order(a.place) - order(b.place));
}

function momentFor(text: string): Moment {
  const now = parseMoment(text, ZONE);
  if (now === null) throw new Error(`not a time: ${text}`);
  return now;
}

function duplicates(entries: readonly Entry[]): Finding[] {
  const later = entries.filter(
    (entry, index) => entry.idGiven && entries.findIndex((one) => one.id === entry.id) < index,
  );
  return later.map((entry) => ({
    rule: "duplicate-id",
    severity: "error",
    message: "",
    hint: "",
    at: entry.places.of("id"),
    entry: entry.id,
    related: [],
  }));
}

function show(found: Finding, text: string): Seen {
  const { rule, severity, message, hint, entry, at } = found;
  return { rule, severity, message, hint, entry, place: placeOf(text, at.start, at.end) };
}

/** `8:7-8:12` of a range of UTF-16 offsets. */
export function placeOf(text: string, start: number, end: number): string {
  const lines = new Lines(text);
  const [from, to] = [lines.at(start), lines.at(end)];
  return `${from.line}:${from.column}-${to.line}:${to.column}`;
}

function order(place: string): number {
  const [line, column] = place.split(/[:-]/u).map(Number) as [number, number];
  return line * 100_000 + column;
}
