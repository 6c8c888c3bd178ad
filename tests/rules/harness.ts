import { readFileSync } from "node:fs";
import { Lines } from "../../src/base/lines.ts";
import { parseMoment } from "../../src/base/time.ts";
import type { Finding, Severity } from "../../src/model/diagnostic.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { Place } from "../../src/model/source.ts";
import type { Moment } from "../../src/model/moment.ts";
import type { Office, RuleSetting } from "../../src/model/office.ts";
import type { Profile } from "../../src/model/profile.ts";
import type { Published } from "../../src/model/published.ts";
import { findClassified } from "../../src/pipeline/gate.ts";
import { BASE_PACKS, KNOWN_NAMES, withOptions } from "../../src/pipeline/grounds.ts";
import { readEntries } from "../../src/read/entry.ts";
import { DEFAULT_OFFICE, publicationOf, readOffice } from "../../src/read/office.ts";
import { readProfile } from "../../src/read/profile.ts";
import { runIssueRules, runRules } from "../../src/rules/engine.ts";
import { RULES } from "../../src/rules/index.ts";
import type { RuleContext } from "../../src/rules/rule.ts";

const ROOT = new URL("../../", import.meta.url);
const ZONE = "Asia/Shanghai";
export const NOW = "2026-11-23 17:00";

/** A file of the repository, by its path below the root. */
export function repoFile(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** The shipped rule packs as one profile, with `more` laid over them; fails where they are faulty. */
export function shippedProfile(...more: string[]): Profile {
  return packs(["county"], ...more);
}

/** The packs of these names over those that always hold, with `more` laid over them; fails where they are faulty. */
export function packs(names: readonly string[], ...more: string[]): Profile {
  const sources = [...BASE_PACKS, ...names].map((name) => ({
    path: `${name}.yaml`,
    text: repoFile(`templates/profiles/${name}.yaml`),
  }));
  const { profile, findings } = readProfile(
    [...sources, ...more.map((text, index) => ({ path: `more${index}.yaml`, text }))],
    KNOWN_NAMES,
  );
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
  /** The text of `zhuanbao.yaml`. */
  readonly office?: string;
  /** Whether these are all the entries of the office; true where not given. */
  readonly whole?: boolean;
  /** The publication that all of them are printed in, so that rules on an issue run as well. */
  readonly publication?: string;
  readonly published?: readonly Published[];
}

/** A finding as tests name it: `line:column-endLine:endColumn`, after `zhuanbao.yaml ` where it stands in the office's file. */
export interface Seen {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: string;
  readonly message: string;
  readonly hint: string;
  /** Where the hint speaks to the editor: what a unit is told in its place. */
  readonly forUnit: Finding["forUnit"];
  readonly entry: string | null;
  readonly related: readonly string[];
  readonly fix: Finding["fix"];
}

/** Reads entries with the real reader and runs all rules over them, the gate of 密级 included. */
export function judge(text: string, setting: Setting = {}): Seen[] {
  const source = { path: setting.path ?? "a.yaml", text };
  const readings = readEntries(source, { zone: ZONE, defaultId: "a", urgent: "紧急" });
  const entries = readings.flatMap(({ entry }) => (entry ? [entry] : []));
  const { office, findings: strange } = officeOf(setting);
  const { profile, findings: unfit } = withOptions(setting.profile ?? PROFILE, office);
  const context: RuleContext = {
    profile,
    office,
    now: momentFor(setting.now ?? NOW),
    published: setting.published ?? [],
    whole: setting.whole ?? true,
  };
  const findings = [
    ...strange,
    ...unfit,
    ...readings.flatMap((reading) => reading.findings),
    ...findClassified(source, readings),
    ...duplicates(entries),
    ...runRules(entries, context),
  ];
  if (setting.publication !== undefined)
    findings.push(...runIssueRules({ publication: publicationOf(office, setting.publication), entries }, context));
  return findings.map(show).sort((a, b) => order(a.place) - order(b.place));
}

function officeOf({ office: text, rules }: Setting): { office: Office; findings: readonly Finding[] } {
  const names = new Map(RULES.map((rule) => [rule.name, rule]));
  const read = text === undefined ? null : readOffice({ path: OFFICE, text }, names);
  const office = read?.office ?? DEFAULT_OFFICE;
  return { office: rules ? { ...office, rules } : office, findings: read?.findings ?? [] };
}

const OFFICE = "zhuanbao.yaml";

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

function show({ rule, severity, message, hint, forUnit, entry, at, related, fix }: Finding): Seen {
  const seen = related.map((one) => `${placed(one.at)} ${one.message}`);
  return { rule, severity, message, hint, forUnit, entry, place: placed(at), related: seen, fix };
}

function placed({ source, start, end }: Place): string {
  return `${source.path === OFFICE ? `${OFFICE} ` : ""}${placeOf(source.text, start, end)}`;
}

/** `8:7-8:12` of a range of UTF-16 offsets. */
export function placeOf(text: string, start: number, end: number): string {
  const lines = new Lines(text);
  const [from, to] = [lines.at(start), lines.at(end)];
  return `${from.line}:${from.column}-${to.line}:${to.column}`;
}

function order(place: string): number {
  const inOffice = place.startsWith(OFFICE);
  const [line, column] = place.replace(`${OFFICE} `, "").split(/[:-]/u).map(Number) as [number, number];
  return (inOffice ? -1e12 : 0) + line * 100_000 + column;
}
