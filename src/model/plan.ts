/** One item of an issue: the entry that leads it, and those merged into it. */
export interface PlanRow {
  readonly id: string;
  readonly title: string;
  readonly fingerprint: string | null;
  readonly pinned: boolean;
  /** 改题 and 改文: how it is printed; the entry itself stays as it was sent. */
  readonly printTitle: string | null;
  readonly printBody: string | null;
  readonly merged: readonly string[];
  /** 综合: 改文 speaks for all entries of the row, so that those merged are credited and not printed by themselves. */
  readonly whole: boolean;
}

export interface PlanGroup {
  readonly name: string;
  readonly rows: readonly PlanRow[];
}

export interface Dropped {
  readonly id: string;
  readonly why: string | null;
  /** 改题 and 改文 of a row that was put away: they are there when it is brought back. */
  readonly printTitle?: string | null;
  readonly printBody?: string | null;
}

/** What the machine proposes of entries on one matter: to be printed as one, or, told from different angles, side by side. */
export interface Proposal {
  readonly kind: "同一件事" | "不同角度";
  /** The first leads. */
  readonly ids: readonly string[];
  readonly why: string;
  /** Figures in which they differ. */
  readonly differs: readonly string[];
  /** The editor's answer; null where there is none yet. 已办 is a yes that was done: what the editor does to it afterwards stays. */
  readonly taken: "是" | "否" | "已办" | null;
}

export const URGENCIES = ["特急", "加急"] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The days of 报送时间 that a digest is of: since 1970-01-01, both inclusive. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** 编排单: the editable order of one issue. */
export interface Plan {
  readonly publication: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** 时段: a digest takes what was sent in these days and nothing else; null where the plan is of a day's issue. */
  readonly period: Period | null;
  /** 增刊: numbered apart from the regular issues. */
  readonly supplement: boolean;
  /** 紧急程度 of the issue, printed top left; null where it has none of its own. */
  readonly urgency: Urgency | null;
  /** 按语. */
  readonly note: string | null;
  readonly groups: readonly PlanGroup[];
  readonly dropped: readonly Dropped[];
  readonly proposals: readonly Proposal[];
  /** The machine's last order, and how many of it stood in each group. */
  readonly suggested: readonly string[];
  readonly suggestedGroups: ReadonlyMap<string, number>;
}
