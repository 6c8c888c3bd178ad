import type { Finding } from "../model/diagnostic.ts";
import type { Moment } from "../model/moment.ts";
import type { Office, Publication } from "../model/office.ts";
import type { Profile } from "../model/profile.ts";
import type { Source } from "../model/source.ts";
import { decode } from "../read/decode.ts";
import { DEFAULT_OFFICE, publicationOf, readOffice } from "../read/office.ts";
import { readProfile } from "../read/profile.ts";
import { RULES } from "../rules/index.ts";

/** What everything is judged by. */
export interface Grounds {
  readonly office: Office;
  readonly profile: Profile;
  /** Stands for now. */
  readonly now: Moment;
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

/** Reads `zhuanbao.yaml`. */
export function readOfficeFile(source: Source): OfficeFile {
  return { source, ...readOffice(source, new Set(RULES.map(({ name }) => name))) };
}

/** Office and profiles together; `absent` are the findings about profiles that are not there. */
export function makeGrounds(file: OfficeFile, { profiles, absent, now }: { profiles: readonly Source[]; absent: readonly Finding[]; now: Moment }): Grounds {
  const { profile, findings } = readProfile(profiles);
  return {
    office: file.office,
    profile,
    now,
    findings: [...file.findings, ...absent, ...findings],
    sources: [...(file.source ? [file.source] : []), ...profiles],
  };
}

/** The publication of that name, as the office sets it. */
export function findPublication({ office }: Grounds, name: string): Publication {
  return publicationOf(office, name);
}

/** The text of a file, or why it is none. */
export function sourceOf(path: string, bytes: Uint8Array): Source | { readonly problem: string; readonly hint: string } {
  const decoded = decode(bytes);
  return "problem" in decoded ? decoded : { path, text: decoded.text };
}
