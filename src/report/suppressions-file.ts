import { byCodePoint } from "../base/order.ts";
import { quote } from "../base/visible.ts";
import { toJson } from "./json.ts";
import { keyOf, type Suppressions } from "./suppressions.ts";

/** The file's text: by file, rule and fingerprint, sorted, no word of an entry in it. The same record makes the same bytes. */
export function printSuppressions(suppressions: Suppressions): string {
  const rows = [...suppressions].map(([key, count]) => ({ path: JSON.parse(key) as [string, string, string], count }));
  rows.sort((a, b) => comparePaths(a.path, b.path));
  const files = new Map<string, Map<string, [string, number][]>>();
  for (const { path, count } of rows) {
    const [file, rule, fingerprint] = path;
    const rules = files.get(file) ?? new Map<string, [string, number][]>();
    files.set(file, rules);
    const counts = rules.get(rule);
    if (counts) counts.push([fingerprint, count]);
    else rules.set(rule, [[fingerprint, count]]);
  }
  const nested = [...files].map(([file, rules]) => [
    file,
    Object.fromEntries([...rules].map(([rule, counts]) => [rule, Object.fromEntries(counts)])),
  ]);
  return toJson({ version: 1, suppressions: Object.fromEntries(nested) as object });
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  return a.reduce((order, part, at) => order || byCodePoint(part, b[at] ?? ""), 0);
}

/** A record as it was printed, or what is wrong with the text. */
export function parseSuppressions(text: string): Suppressions | { readonly problem: string } {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { problem: "不是完整的 JSON（可能改坏了，或留有合并冲突的标记）" };
  }
  if (!isRecord(found) || found["version"] !== 1) return { problem: "“version”应是 1" };
  if (!isRecord(found["suppressions"])) return { problem: "缺少“suppressions”" };
  const counts = new Map<string, number>();
  for (const [file, rules] of Object.entries(found["suppressions"])) {
    if (!isRecord(rules)) return { problem: `“${quote(file)}”下面应是各条规则` };
    for (const [rule, prints] of Object.entries(rules)) {
      if (!isRecord(prints)) return { problem: `“${quote(file)}”的“${quote(rule)}”下面应是各处的次数` };
      for (const [print, count] of Object.entries(prints)) {
        if (!Number.isSafeInteger(count) || Number(count) < 1)
          return { problem: `“${quote(file)}”的“${quote(rule)}”的次数应是 1 以上的整数` };
        counts.set(keyOf(file, rule, print), Number(count));
      }
    }
  }
  return counts;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
