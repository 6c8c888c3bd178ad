/** What order and overview go by in the rule packs, as `base/holdings.ts` names it. */
export const RANK_USES = [
  "数值.无反响天数",
  "数值.热点条数",
  "数值.苗头地方数",
  "数值.苗头天数",
  "数值.关注点最少条数",
  "数值.偏喜比例",
  "数值.约稿期限",
  "词表.研究类别",
  "词表.动态类别",
  "词表.苗头种类",
  "词表.苗头除外",
  "词表.单位名通用词",
] as const;
