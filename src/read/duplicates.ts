import { quote } from "../base/visible.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Entry } from "../model/entry.ts";

/** Two entries of one id: which of them a plan means nobody can say, so each is at fault. */
export function findDuplicates(entries: readonly Entry[]): Finding[] {
  const byId = new Map<string, Entry[]>();
  for (const entry of entries) {
    const same = byId.get(entry.id);
    if (same) same.push(entry);
    else byId.set(entry.id, [entry]);
  }
  return [...byId.values()]
    .filter((same) => same.length > 1)
    .flatMap((same) => same.map((entry) => finding(entry, same)));
}

/** Other places shown with each. */
const MOST_RELATED = 5;

function finding(entry: Entry, same: readonly Entry[]): Finding {
  const others = same.slice(0, MOST_RELATED + 1).filter((other) => other !== entry);
  return {
    rule: "duplicate-id",
    severity: "error",
    message: `编号“${quote(entry.id)}”与另外 ${same.length - 1} 条信息重复`,
    hint: "请给其中之一改编号；同一份信息存了两份的，请删去一份",
    at: entry.places.of("id"),
    entry: entry.id,
    related: others.slice(0, MOST_RELATED).map((other) => ({ at: other.places.of("id"), message: "重复的编号在这里" })),
  };
}
