import type { Tone } from "../model/entry.ts";

/** How many of each, by name, in the order they are shown. */
export type Counts = ReadonlyMap<string, number>;
export type Tones = Readonly<Record<Tone, number>>;

/** An entry as lists show it; its numbers of persons are starred. */
export interface ListedEntry {
  readonly id: string;
  readonly title: string;
  /** `2026-11-18`. */
  readonly day: string;
  readonly units: readonly string[];
}

export interface UnitData {
  readonly name: string;
  /** Whether it is a unit, and not the row of entries that name none. */
  readonly signed: boolean;
  /** What it is called where room is short. */
  readonly short: string;
  readonly group: string | null;
  /** Whether the office lists it. */
  readonly listed: boolean;
  readonly total: number;
  readonly categories: Counts;
  readonly themes: Counts;
  readonly tone: Tones;
}

export interface ThemeData {
  readonly name: string;
  readonly term: string;
  readonly weight: number;
  readonly leader: string | null;
  readonly categories: Counts;
  readonly entries: readonly string[];
}

export interface SignData {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly units: readonly string[];
  readonly matters: number;
  readonly entries: readonly ListedEntry[];
}

export interface HotData {
  readonly word: string;
  readonly source: string;
  readonly units: readonly string[];
  readonly entries: readonly string[];
}

export interface UnansweredData {
  readonly id: string;
  readonly name: string;
  readonly day: string | null;
  readonly days: number;
  readonly limit: number;
}

/** A problem that nothing was heard of since it was told. */
export interface ProblemData extends ListedEntry {
  readonly category: string;
  readonly days: number;
  /** `《信息专报》2026年第12期`; null where it was not printed. */
  readonly issue: string | null;
  /** Whether to tell the first leader again, or hand it to 督查, is suggested. */
  readonly escalate: boolean;
}

export interface GapData {
  /** Number of the 约稿. */
  readonly id: string;
  readonly kind: string;
  readonly topic: string;
  /** None is any. */
  readonly units: readonly string[];
  readonly due: string | null;
  readonly why: string;
  /** Whether the office has asked for it before, and the day is not over. */
  readonly before: boolean;
}

/** The whole picture in words and figures that may be shown; days are `2026-11-18`, both of the window are days of it. */
export interface CoverageData {
  readonly office: string;
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  /** Of these, how many an error stops. */
  readonly stopped: number;
  /** How many could not be read, and how many tell no day: in no count. */
  readonly unread: number;
  readonly undated: number;
  readonly joint: number;
  readonly categories: Counts;
  readonly units: readonly UnitData[];
  readonly themes: readonly ThemeData[];
  readonly silent: readonly string[];
  readonly tone: Tones;
  /** Units nearly all of whose news is good. */
  readonly lopsided: readonly UnitData[];
  readonly unthemed: readonly ListedEntry[];
  readonly channels: Counts;
  readonly unusual: number;
  readonly research: { readonly research: number; readonly news: number };
  readonly hot: readonly HotData[];
  readonly signs: readonly SignData[];
  readonly unanswered: readonly UnansweredData[];
  /** 久拖不决, the oldest first. */
  readonly problems: readonly ProblemData[];
  readonly gaps: readonly GapData[];
}

/** `42%`; a dash where there is nothing to share. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "—" : `${Math.round((part * 100) / whole)}%`;
}

/** `甲、乙 等 5 个`: names beyond `most` are counted. */
export function namesShort(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join("、");
  return names.length > most ? `${shown} 等 ${names.length} 个` : shown;
}

/** How many units anything came from. */
export function activeUnits({ units }: Pick<CoverageData, "units">): number {
  return units.filter(({ signed, total }) => signed && total > 0).length;
}
