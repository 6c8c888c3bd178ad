/** Why an entry stays out, as the machine says it; the editor's own reasons are anything else, and stay. */
export const WHY = {
  invalid: "校核未过",
  expired: "超过有效期",
  limit: "超过条数上限",
  secrecy: "超过密级上限",
  better: "更适合",
  follows: "随同新报",
  printed: "已登",
  dropped: "编辑删去",
} as const;

/** The machine's reasons, in full: what only begins like one is the editor's. */
const RECOMPUTED: readonly RegExp[] = [
  new RegExp(`^${WHY.invalid}：`, "u"),
  new RegExp(`^${WHY.expired}：\\S+类 \\d+ 天，已报送 \\d+ 天$`, "u"),
  new RegExp(`^${WHY.limit} \\d+ 条（排在第 \\d+ 条）(?:；也可编入《.+》)?$`, "u"),
  new RegExp(`^${WHY.secrecy}：该条为\\S+，本刊上限为\\S+$`, "u"),
  new RegExp(`^${WHY.better}(?:《.+》|别的刊物)：本刊不收.+类$`, "u"),
  new RegExp(`^${WHY.follows} `, "u"),
  new RegExp(`^${WHY.printed}《.+》\\d{4}年(?:增刊)?第\\d+期$`, "u"),
];

/** Whether nothing but the limit of an issue, or what it takes, keeps an entry out: it is sound and current. */
export function isOnlyLeft(why: string | undefined): boolean {
  return why !== undefined && (why.startsWith(WHY.limit) || why.startsWith(WHY.better));
}

/** Whether a reason in a plan is the machine's, to be found anew at each run. */
export function isMachineWhy(why: string | null): boolean {
  return why !== null && RECOMPUTED.some((form) => form.test(why));
}
