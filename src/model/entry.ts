import type { Body } from "./body.ts";
import type { Moment } from "./moment.ts";
import type { Place, Source } from "./source.ts";

/** The levels an office may handle on an open machine; anything else stops the run. */
export const OPEN_SECRECY = ["公开", "内部", "工作秘密"] as const;
export type Secrecy = (typeof OPEN_SECRECY)[number];

export const TONES = ["喜", "忧", "中"] as const;
export type Tone = (typeof TONES)[number];

export const STAGES = ["决策前", "决策中", "决策后"] as const;
export type Stage = (typeof STAGES)[number];

export const GRADES = ["特别重大", "重大", "较大", "一般"] as const;
export type Grade = (typeof GRADES)[number];

export const EVENT_KINDS = ["自然灾害", "事故灾难", "公共卫生", "社会安全"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const SENSITIVITIES = ["时间", "地点", "人群", "事件"] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export const REPORT_STAGES = ["首报", "续报", "终报"] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];

export const CONTACT_TARGETS = ["县委办", "县政府办", "县领导", "县直部门", "上级部门", "媒体", "其他"] as const;
export type ContactTarget = (typeof CONTACT_TARGETS)[number];

export const CONTACT_WAYS = ["电话", "书面", "系统", "当面"] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

export const CHANNELS = ["正常报送", "电话补录", "纸质补录", "走访", "信访", "网络", "其他"] as const;

/** 报送记录 row: who was told, by name, how, when, and who took it. */
export interface Contact {
  readonly to: ContactTarget;
  readonly name: string | null;
  readonly via: ContactWay | null;
  readonly at: Moment;
  readonly by: string | null;
}

export interface Casualties {
  readonly dead: number;
  readonly serious: number;
  readonly minor: number;
  /** Injured, not told apart into 重伤 and 轻伤. */
  readonly injured: number;
  readonly missing: number;
}

export interface Report {
  readonly stage: ReportStage;
  readonly number: number | null;
  /** Id of the entry this one follows. */
  readonly follows: string | null;
}

/** 批示 that an entry answers. */
export interface Instruction {
  readonly leader: string;
  readonly text: string | null;
  readonly at: Moment | null;
}

export interface Verification {
  readonly by: string | null;
  readonly at: Moment | null;
  readonly method: string | null;
}

export interface OnSite {
  readonly name: string;
  readonly post: string | null;
  readonly phone: string | null;
}

/** The English names of an entry's fields: what rules name in `needs` and ask places of. */
export interface EntryFields {
  readonly id: string | null;
  readonly title: string | null;
  readonly category: string | null;
  readonly unit: readonly string[];
  readonly reporter: string | null;
  readonly phone: string | null;
  readonly approver: string | null;
  readonly editor: string | null;
  readonly register: string | null;
  readonly taken: Moment | null;
  readonly clerk: string | null;
  readonly secrecy: string | null;
  readonly submitted: Moment | null;
  readonly occurred: Moment | null;
  readonly received: Moment | null;
  readonly sources: readonly string[];
  readonly verification: Verification | null;
  readonly themes: readonly string[];
  readonly decision: string | null;
  readonly stage: Stage | null;
  readonly tone: Tone | null;
  readonly channel: string | null;
  readonly place: string | null;
  readonly field: string | null;
  readonly sensitivity: readonly Sensitivity[];
  readonly commission: string | null;
  readonly instructions: readonly Instruction[];
  readonly attachments: readonly string[];
  readonly kind: EventKind | null;
  readonly grade: Grade | null;
  readonly casualties: Casualties | null;
  /** Direct economic loss in 万元. */
  readonly loss: number | null;
  readonly onsite: OnSite | null;
  readonly report: Report | null;
  readonly timeline: readonly Contact[];
  readonly body: string | null;
}

export type FieldName = keyof EntryFields;

/** One submitted report. Absent text is null, absent lists are empty; where a thing stands is asked of `places`. */
export interface Entry extends Omit<EntryFields, "id" | "body" | "title" | "category"> {
  readonly id: string;
  /** Whether 编号 was written, not derived from the path. */
  readonly idGiven: boolean;
  readonly title: string;
  readonly category: string;
  readonly body: Body;
  readonly source: Source;
  readonly places: Places;
  /** Fields whose value could not be read: rules that need one of them keep silent. */
  readonly broken: ReadonlySet<FieldName>;
}

/** Where the parts of an entry stand in its file. Paths are dotted: `title`, `timeline.0.at`, `casualties.dead`. */
export interface Places {
  /** The value at `path`; the nearest part above it that stands in the file where it is absent. */
  of(path: string): Place;
  /** A stretch of the text value at `path`, in UTF-16 offsets of the value. */
  within(path: string, start: number, end: number): Place;
  has(path: string): boolean;
  /** Every text value of the entry: what a mark of secrecy may stand in. */
  texts(): Iterable<{ readonly path: string; readonly value: string }>;
}
