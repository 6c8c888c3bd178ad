import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { MapNode } from "./node.ts";
import type { Reading } from "./reading.ts";

/** The rules an office may speak of: whether their level is its to change. */
export type RuleNames = ReadonlyMap<string, { readonly fixed: boolean }>;

/** The keys below 规则 must be rules there are, and rules that may be changed. */
export function checkRuleNames(reading: Reading, node: MapNode, known: RuleNames): void {
  const rules = node.pairs.find(({ key }) => key.value === "规则" || key.value === "rules")?.value;
  if (rules?.kind !== "map") return;
  for (const { key } of rules.pairs) {
    const rule = known.get(key.value);
    if (rule?.fixed)
      reading.fault(
        "bad-value",
        key,
        `“${key.value}”的级别不能改`,
        "请删去这一行：读取类规则、missing-secrecy 和 classified 始终有效",
      );
    if (rule) continue;
    const near = nearest(key.value, known.keys());
    reading.fault(
      "unknown-field",
      key,
      `没有“${quote(key.value)}”这条规则`,
      near ? `是不是“${near}”？` : "用 zhuanbao explain 看全部规则",
    );
  }
}
