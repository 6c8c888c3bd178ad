import type { Reason } from "../model/ranking.ts";

/** `关注点 防汛抗旱 +4，有原因有建议 +3`. */
export function reasonsInWords(reasons: readonly Reason[]): string {
  return reasons.map(({ text, points }) => `${text} ${signed(points)}`).join("，");
}

/** `+4`, `−2`, with a minus as wide as the plus. */
export function signed(points: number): string {
  return `${points < 0 ? "−" : "+"}${Math.abs(points)}`;
}
