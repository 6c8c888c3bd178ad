import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { MapNode } from "./node.ts";
import type { Reading } from "./reading.ts";

/** The keys below 规则 must be rules there are. */
export function checkRuleNames(reading: Reading, node: MapNode, known: ReadonlySet<string>): void {
  const rules = node.pairs.find(({ key }) => key.value === "规则" || key.value === "rules")?.value;
  if (rules?.kind !== "map") return;
  for (const { key } of rules.pairs) {
    if (known.has(key.value)) continue;
    const near = nearest(key.value, known);
    reading.fault("unknown-field", key, `没有“${quote(key.value)}”这条规则`, near ? `是不是“${near}”？` : "用 zhuanbao explain 看全部规则");
  }
}
