import { padEnd, width } from "../base/width.ts";

/** One part of the work, and the milliseconds it took. */
export interface Timed {
  readonly name: string;
  readonly ms: number;
}

/** Where the time went: the longest first, each with its share of `total`; what nobody measured is told as such. */
export function renderTiming(parts: readonly Timed[], total: number): string {
  const measured = parts.reduce((sum, { ms }) => sum + ms, 0);
  const rows = parts.toSorted((a, b) => b.ms - a.ms);
  const all = [...rows, { name: "其余", ms: Math.max(0, total - measured) }, { name: "合计", ms: total }];
  const widest = Math.max(...all.map(({ name }) => width(name)));
  const lines = all.map(({ name, ms }) => {
    const share = total > 0 ? (ms / total) * 100 : 0;
    return `  ${padEnd(name, widest)}  ${ms.toFixed(1).padStart(9)} 毫秒  ${share.toFixed(1).padStart(5)}%`;
  });
  return `各部分用时：\n${lines.join("\n")}\n`;
}
