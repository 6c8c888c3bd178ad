/** Why an entry stays out, as the machine says it; the editor's own reasons are anything else, and stay. */
export const WHY = {
  invalid: "校核未过",
  expired: "超过有效期",
  limit: "超过条数上限",
  secrecy: "超过密级上限",
  better: "更适合",
  follows: "随同新报",
  dropped: "编辑删去",
} as const;

const RECOMPUTED = [WHY.invalid, WHY.expired, WHY.limit, WHY.secrecy, WHY.better, WHY.follows];

/** Whether a reason in a plan is the machine's, to be found anew at each run. */
export function isMachineWhy(why: string | null): boolean {
  return why !== null && RECOMPUTED.some((known) => why.startsWith(known));
}
