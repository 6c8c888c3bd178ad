import type { FieldName, ReportStage, Tone } from "./entry.ts";
import type { Place } from "./source.ts";

/** A figure of a rule pack with where it comes from. */
export interface Figure {
  readonly value: number;
  /** 依据, as the profile states it. */
  readonly basis: string;
  readonly at: Place;
}

/** A reporting limit in minutes from its base. */
export interface Limit extends Figure {
  readonly base: "事发" | "接报";
}

/** What an entry of a category must contain: met by a filled field or by a cue word in title or body. */
export interface Element {
  readonly name: string;
  readonly fields: readonly FieldName[];
  readonly cues: readonly string[];
  /** The reports that owe it; an entry without 报告 owes all. */
  readonly stages: readonly ReportStage[];
  /** What to write, for the hint. */
  readonly advice: string;
}

export interface Category {
  readonly name: string;
  readonly tone: Tone;
  /** Whether it speaks of things to come: its 事发时间 may lie ahead. */
  readonly ahead: boolean;
  /** The group it falls into where no condition comes first. */
  readonly group: string;
  readonly elements: readonly Element[];
  readonly elementsBasis: string;
  /** 篇幅 in characters, white space not counted. */
  readonly minLength: Figure | null;
  readonly maxLength: Figure | null;
  /** 报送期限 in working days after 事发. */
  readonly deadline: Figure | null;
  /** 有效期 in days after 报送: beyond it a plan leaves the entry out. */
  readonly validity: Figure | null;
}

/** Cue words that show a text has what its decision stage wants, or its substance. */
export interface Cues {
  readonly [name: string]: readonly string[];
}

/** Weights of the score, by reason name; what lowers a score is negative. */
export interface Weights {
  readonly [name: string]: number;
}

export interface GroupRule {
  readonly name: string;
  /** First match wins: categories, or one of the conditions 批示 and 关注点; a group with neither takes the rest. */
  readonly categories: readonly string[];
  readonly when: readonly ("批示" | "关注点")[];
  readonly points: number;
}

/** Days off and 调休 working days of a year, as days since 1970-01-01. */
export interface YearCalendar {
  readonly year: number;
  readonly off: ReadonlySet<number>;
  readonly work: ReadonlySet<number>;
  readonly basis: string;
}

/** Everything rules and ranking need to know that is not code. */
export interface Profile {
  readonly names: readonly string[];
  readonly categories: ReadonlyMap<string, Category>;
  /** Urgent reports: the category they stand in and their limits. */
  readonly urgent: { readonly category: string; readonly phone: Limit | null; readonly written: Limit | null };
  readonly titleLength: Figure | null;
  readonly firstReportLength: Figure | null;
  /** Words for facts still to come (待核实): allowed in a 首报 or 续报 only. */
  readonly placeholders: readonly string[];
  readonly cues: Cues;
  readonly weights: Weights;
  /** 依据 of the weights, of the cue words and of the groups, as the profile states it. */
  readonly scoreBasis: string;
  readonly groups: readonly GroupRule[];
  readonly calendar: ReadonlyMap<number, YearCalendar>;
}
