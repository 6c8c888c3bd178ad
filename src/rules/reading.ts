import type { ReadingRule } from "./rule.ts";

function reading(name: string, summary: string): ReadingRule {
  return { name, group: "reading", severity: "error", summary, stops: true, fixed: true, uses: [], scope: "reading" };
}

/** What reading itself can find, in entries, office, profiles, plans, layouts and templates. */
export const READING: readonly ReadingRule[] = [
  reading("syntax", "文件不是合法的 YAML 或 Markdown"),
  reading("unknown-field", "不认识的键"),
  reading("missing-field", "缺少必填的键"),
  reading("bad-value", "值的写法不对"),
  reading("duplicate-id", "编号重复"),
  reading("unreadable-file", "文件读不出来"),
  reading("template", "刊物模板或版式有错"),
];
