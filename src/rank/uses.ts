/** Figures of the profile that order and overview go by, as `base/holdings.ts` names them. */
export const RANK_USES = ["数值.无反响天数"] as const;
