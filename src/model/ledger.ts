import type { ReportStage } from "./entry.ts";
import type { EditionKind } from "./issue-number.ts";
import type { Moment } from "./moment.ts";

/** What happens to an issue or an entry afterwards, and is written down in 记事. */
export const NOTE_KINDS = ["批示", "圈阅", "退回", "反馈", "上报", "采用"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** An issue by the number it was printed under. */
export interface IssueRef {
  readonly publication: string;
  readonly kind: EditionKind;
  readonly year: number;
  readonly number: number;
}

/** The file of a signed issue; its path is relative to the office, with `/`. */
export interface PaperFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
}

/** An entry as a signed issue printed it. */
export interface PrintedEntry {
  readonly id: string;
  /** As `base/fingerprint-of.ts` makes it of the entry as it was sent. */
  readonly fingerprint: string;
  /** The title that was printed. */
  readonly title: string;
  /** Full names. */
  readonly units: readonly string[];
  readonly category: string;
  readonly group: string;
  readonly themes: readonly string[];
  readonly decision: string | null;
  readonly stage: string | null;
  readonly tone: string | null;
  readonly place: string | null;
  readonly occurred: Moment | null;
  readonly received: Moment | null;
  readonly submitted: Moment | null;
  readonly taken: Moment | null;
  readonly report: {
    readonly stage: ReportStage;
    readonly number: number | null;
    readonly follows: string | null;
  } | null;
  /** The text that was printed, plain; of an entry merged into another without a text of its own, empty. */
  readonly text: string;
}

/** 编发: an issue was signed and took its number. */
export interface IssueRecord extends IssueRef {
  readonly event: "编发";
  /** When it was written down, by the office's clock. */
  readonly at: Moment;
  /** 总期; null where the publication keeps none. */
  readonly total: number | null;
  /** Day of the issue, since 1970-01-01. */
  readonly day: number;
  readonly signer: string;
  readonly editor: string;
  readonly title: string;
  readonly secrecy: string;
  /** SHA-256 of what is published, without number, day and signer: the same brief is the same issue. */
  readonly key: string;
  /** File of the plan, relative to the office; null where there was none. */
  readonly plan: string | null;
  readonly paper: PaperFile;
  readonly entries: readonly PrintedEntry[];
}

/** What became of an entry taken in: it went among the entries of the office, or back to its unit. */
export const REGISTER_WAYS = ["收下", "退回"] as const;
export type RegisterWay = (typeof REGISTER_WAYS)[number];

/** An entry as it was received: its file's name and SHA-256, and which of the file's entries it is, from 1. */
export interface Original {
  readonly name: string;
  readonly sha256: string;
  readonly item: number;
}

/** 登记: an entry was taken in. Its place in the chain is the 登记号 of its year. */
export interface RegisterRecord {
  readonly event: "登记";
  readonly at: Moment;
  readonly id: string;
  readonly fingerprint: string;
  readonly title: string;
  readonly units: readonly string[];
  readonly category: string;
  readonly submitted: Moment | null;
  readonly taken: Moment | null;
  readonly channel: string | null;
  readonly clerk: string | null;
  /** Null in records of an office that took entries in before this was written down. */
  readonly way: RegisterWay | null;
  readonly original: Original | null;
}

/** 作废: a number that counts no longer, and is never given again. */
export interface VoidRecord {
  readonly event: "作废";
  readonly at: Moment;
  readonly issue: IssueRef;
  readonly reason: string;
  readonly clerk: string | null;
}

/** 批示, 圈阅, 退回, 反馈, 上报 and 采用: of an issue, of an entry, or of an entry in an issue. */
export interface NoteRecord {
  readonly event: NoteKind;
  readonly at: Moment;
  readonly issue: IssueRef | null;
  /** 编号. */
  readonly entry: string | null;
  readonly leader: string | null;
  readonly text: string | null;
  /** When it happened; null is when it was written down. */
  readonly when: Moment | null;
  /** 承办: who is to act on it. */
  readonly owner: string | null;
  /** Until when, a day since 1970-01-01, inclusive. */
  readonly due: number | null;
  /** 上报与采用: 市级, 省级, 中央. */
  readonly level: string | null;
  /** 上报与采用: the publication it went to. */
  readonly publication: string | null;
  /** 反馈: the 记事 it answers. */
  readonly answers: { readonly year: number; readonly seq: number } | null;
  readonly clerk: string | null;
}

/** A record of a kind that a later version writes: kept and shown as it stands. */
export interface UnknownRecord {
  readonly event: null;
  readonly name: string;
  readonly at: Moment | null;
  readonly fields: ReadonlyMap<string, string>;
}

export type LedgerRecord = IssueRecord | RegisterRecord | VoidRecord | NoteRecord | UnknownRecord;
