/** 正刊 and 增刊 of a publication are numbered apart. */
export const EDITION_KINDS = ["正刊", "增刊"] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];

/** 期号 of a signed issue. */
export interface IssueNumber {
  readonly kind: EditionKind;
  /** Counted in its year, or, where the publication counts 总期 alone, from the first issue of all. */
  readonly number: number;
  /** 总期: counted from the first issue of all; null where the publication keeps none. */
  readonly total: number | null;
}
