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
}

export interface PlanGroup {
  readonly name: string;
  readonly rows: readonly PlanRow[];
}

export interface Dropped {
  readonly id: string;
  readonly why: string | null;
}

/** 编排单: the editable order of one issue. */
export interface Plan {
  readonly publication: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** 按语. */
  readonly note: string | null;
  readonly groups: readonly PlanGroup[];
  readonly dropped: readonly Dropped[];
  /** The machine's last order, and how many of it stood in each group. */
  readonly suggested: readonly string[];
  readonly suggestedGroups: ReadonlyMap<string, number>;
}
