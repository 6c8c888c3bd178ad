import { figureNamed, withFigure } from "../base/holdings.ts";
import { quote } from "../base/visible.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Moment } from "../model/moment.ts";
import type { Office, Publication } from "../model/office.ts";
import type { Profile } from "../model/profile.ts";
import type { Published } from "../model/published.ts";
import { wholeFile, type Place, type Source } from "../model/source.ts";
import { decode } from "../read/decode.ts";
import { DEFAULT_OFFICE, publicationOf, readOffice } from "../read/office.ts";
import { withTree, type ParsedSource } from "../read/parsed.ts";
import { readProfile } from "../read/profile.ts";

import { ADOPTION_USES } from "../rank/coverage/adoption.ts";
import { PRINT_USES } from "../compose/publication-digest.ts";
import { RANK_USES } from "../rank/uses.ts";
import { RULES } from "../rules/index.ts";

export { withTree, type ParsedSource };

/** What everything is judged by. */
export interface Grounds {
  readonly office: Office;
  readonly profile: Profile;
  /** Stands for now. */
  readonly now: Moment;
  /** What was printed in numbered issues. */
  readonly published: readonly Published[];
  /** What was wrong with office and profiles themselves. */
  readonly findings: readonly Finding[];
  readonly sources: readonly Source[];
}

/** An office as its file gives it; without a file, the defaults. */
export interface OfficeFile {
  readonly office: Office;
  readonly source: Source | null;
  readonly findings: readonly Finding[];
}

export const NO_OFFICE: OfficeFile = { office: DEFAULT_OFFICE, source: null, findings: [] };

/** Reads `zhuanbao.yaml`; one that is no text is at fault as a whole, and the defaults hold. */
export function readOfficeFile(source: Source | NoText): OfficeFile {
  if ("problem" in source) return { ...NO_OFFICE, findings: [unreadable(source.path, source)] };
  return { source, ...readOffice(source, new Map(RULES.map((rule) => [rule.name, rule]))) };
}

/** Rule packs that hold everywhere, before those that an office selects and may overrule them with. */
export const BASE_PACKS: readonly string[] = ["calendar", "statutory"];

/** What 数值 and 词表 of a rule pack may hold. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...RULES.flatMap(({ uses }) => uses),
  ...RANK_USES,
  ...PRINT_USES,
  ...ADOPTION_USES,
]);

/** Office and profiles together; `faults` are those of profiles that are not there or no text. */
export function makeGrounds(
  file: OfficeFile,
  { profiles, faults, now }: { profiles: readonly ParsedSource[]; faults: readonly Finding[]; now: Moment },
): Grounds {
  const { profile: packs, findings } = readProfile(profiles, KNOWN_NAMES);
  const { profile, findings: strange } = withOptions(packs, file.office);
  return {
    office: file.office,
    profile,
    now,
    published: [],
    findings: [...file.findings, ...faults, ...findings, ...strange],
    sources: [...(file.source ? [file.source] : []), ...profiles],
  };
}

/** The rule packs with the figures that the office sets for its rules. */
export function withOptions(packs: Profile, office: Office): { profile: Profile; findings: Finding[] } {
  const findings: Finding[] = [];
  let profile = packs;
  for (const [rule, { options }] of office.rules) {
    for (const [name, { value, at }] of options) {
      const before = figureNamed(packs, name);
      if (before) profile = withFigure(profile, name, { ...before, value, basis: `本机关设置（规则.${rule}）`, at });
      // A name that no rule of this kind knows has been told while reading.
      else if (name.includes(".")) findings.push(noFigure(name, at));
    }
  }
  return { profile, findings };
}

function noFigure(name: string, at: Place): Finding {
  return {
    rule: "bad-value",
    severity: "error",
    message: `规则集里没有“${quote(name)}”这个数`,
    hint: "请核对类别名称；规则集里没有的数，请在自己的规则集里连依据一起写",
    at,
    entry: null,
    related: [],
  };
}

/** The publication of that name, as the office sets it. */
export function findPublication({ office }: Grounds, name: string): Publication {
  return publicationOf(office, name);
}

/** A file that is no text, and why. */
export interface NoText {
  readonly path: string;
  readonly problem: string;
  readonly hint: string;
}

/** The text of a file, or why it is none. */
export function sourceOf(path: string, bytes: Uint8Array): Source | NoText {
  const decoded = decode(bytes);
  return "problem" in decoded ? { path, problem: decoded.problem, hint: decoded.hint } : { path, text: decoded.text };
}

/** The finding on a file that is no text. */
export function unreadable(path: string, { problem: message, hint }: NoText): Finding {
  return {
    rule: "unreadable-file",
    severity: "error",
    message,
    hint,
    at: wholeFile({ path, text: "" }),
    entry: null,
    related: [],
  };
}
