import type { EventKind, FieldName, Grade, ReportStage, Tone } from "./entry.ts";
import type { Place } from "./source.ts";
import type { Trigger } from "./trigger.ts";

/** A figure of a rule pack with where it comes from. */
export interface Figure {
  readonly value: number;
  /** What it counts: 字, 分钟, 小时, 天, 工作日, 条, 个, 分, %. */
  readonly unit: string;
  /** 依据, as the profile states it. */
  readonly basis: string;
  readonly at: Place;
}

/** A reporting limit in minutes from its base. */
export interface Limit extends Figure {
  readonly base: "事发" | "接报";
}

/** The limits of urgent reports of some kinds or grades; an empty list is any. */
export interface LimitRow {
  readonly kinds: readonly EventKind[];
  readonly grades: readonly Grade[];
  readonly phone: Limit | null;
  readonly written: Limit | null;
}

/** A limit that a law or a regulation sets, whatever the county's own is. */
export interface StatutoryClock {
  readonly name: string;
  readonly kinds: readonly EventKind[];
  readonly grades: readonly Grade[];
  /** Who owes it to whom. */
  readonly duty: string;
  /** Minutes from its base; null is 立即. */
  readonly value: number | null;
  readonly base: Limit["base"] | null;
  readonly basis: string;
  readonly at: Place;
}

/** 分级标准 of one kind of event. */
export interface GradeTable {
  readonly kind: EventKind;
  /** It holds of events whose title or body has one of these words; of all of the kind where it is empty. */
  readonly words: readonly string[];
  /** Whether it tells all four grades apart; else it only says what is at least of a grade. */
  readonly complete: boolean;
  /** From the harshest grade down; a row is met by any of its figures, 以上 with the figure itself. */
  readonly rows: readonly GradeRow[];
  readonly basis: string;
  readonly at: Place;
}

export interface GradeRow {
  readonly grade: Grade;
  readonly dead: number | null;
  readonly serious: number | null;
  /** 万元. */
  readonly loss: number | null;
}

/** How often an open event is to be followed up, by kind and grade; the first row that fits holds. */
export interface Cadence {
  /** Empty is any. */
  readonly kinds: readonly EventKind[];
  /** Empty is any, also an event without 等级. */
  readonly grades: readonly Grade[];
  /** 续报 owed on every calendar day; null where times of day are given. */
  readonly perDay: number | null;
  /** Minutes of the day by which one is owed. */
  readonly times: readonly number[];
  readonly basis: string;
  readonly at: Place;
}

/** Words that a rule looks for, with where they come from. */
export interface WordList {
  readonly words: readonly string[];
  readonly basis: string;
  readonly at: Place;
}

export const ELEMENT_FORMS = ["数量", "日期", "原因", "请求", "成篇"] as const;
export type ElementForm = (typeof ELEMENT_FORMS)[number];

/** What an entry of a category must contain: met by a filled field or by a cue word in title or body. */
export interface Element {
  readonly name: string;
  readonly fields: readonly FieldName[];
  /** The keys of those fields. */
  readonly keys: readonly string[];
  /** Fields that tell it as well, and that nobody owes for it. */
  readonly instead: readonly FieldName[];
  readonly cues: readonly string[];
  /**
   * Met as well, anywhere in title or body, by a quantity (86人, 4.2公里, 三成), by a day (11月18日, 2026-11-18), by a
   * cause that is given, by somebody being asked to act, or by a text too long to lack what no word can show.
   */
  readonly forms: readonly ElementForm[];
  /** The reports that owe it; an entry without 报告 owes all. */
  readonly stages: readonly ReportStage[];
  /** The reports that must tell it anew: for any other it is enough that an earlier report of the event has told it. */
  readonly anew: readonly ReportStage[];
  /** The kinds of events that owe it; empty is any. */
  readonly kinds: readonly EventKind[];
  /** What to write, for the hint. */
  readonly advice: string;
  /** The rule that sees to it in place of missing-element, so that one fault is told once; null where none does. */
  readonly left: string | null;
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
  /** Where the pack speaks of the category. */
  readonly at: Place;
  /** 篇幅 in characters, white space not counted. */
  readonly minLength: Figure | null;
  readonly maxLength: Figure | null;
  /** 报送期限 in working days after 事发. */
  readonly deadline: Figure | null;
  /** 有效期 in days after 报送: beyond it a plan leaves the entry out. */
  readonly validity: Figure | null;
  /** Publications it suits, the best first. */
  readonly suits: readonly string[];
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
  readonly urgent: {
    readonly category: string;
    readonly phone: Limit | null;
    readonly written: Limit | null;
    /** Other limits for some kinds or grades; the first that fits holds. */
    readonly rows: readonly LimitRow[];
  };
  readonly titleLength: Figure | null;
  readonly firstReportLength: Figure | null;
  /** Words for facts still to come (待核实): allowed in a 首报 or 续报 only. */
  readonly placeholders: readonly string[];
  readonly cues: Cues;
  readonly weights: Weights;
  /** 依据 of the weights, of the cue words and of the groups, as the profile states it. */
  readonly scoreBasis: string;
  readonly groups: readonly GroupRule[];
  readonly statutory: readonly StatutoryClock[];
  readonly grading: ReadonlyMap<EventKind, GradeTable>;
  readonly triggers: readonly Trigger[];
  readonly cadence: readonly Cadence[];
  /** 数值 and 词表: what single rules go by, by name. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly words: ReadonlyMap<string, WordList>;
  readonly calendar: ReadonlyMap<number, YearCalendar>;
}
