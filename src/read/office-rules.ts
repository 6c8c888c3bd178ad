import { isOption, optionNames } from "../base/holdings.ts";
import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { RuleOption, RuleSetting } from "../model/office.ts";
import type { MapNode } from "./node.ts";
import type { Reading } from "./reading.ts";
import { described, number, oneOf, schemaOf, type Shape } from "./shape.ts";

/** The rules an office may speak of: whether their level is its to change, and what of the profile they go by. */
export type RuleNames = ReadonlyMap<string, { readonly fixed: boolean; readonly uses: readonly string[] }>;

const LEVEL = new Set(["级别", "level"]);
const level = oneOf("off", "note", "warning", "error");
const figure = number({ whole: true, least: 0 });

/** 规则.×: a level alone, or a level and figures of its own. */
export const ruleSetting: Shape<RuleSetting> = described(
  (node, spot) => {
    if (node.kind !== "map") {
      const found = level(node, spot);
      return found === undefined ? undefined : { level: found, options: new Map() };
    }
    const options = new Map<string, RuleOption>();
    let own: RuleSetting["level"] | undefined = null;
    for (const { key, value } of node.pairs) {
      const at = { ...spot, label: key.value };
      if (LEVEL.has(key.value)) own = level(value, at);
      else {
        const found = figure(value, at);
        if (found === undefined) return undefined;
        options.set(key.value, {
          value: found,
          at: { source: spot.reading.source, start: key.start, end: value.end },
        });
      }
    }
    return own === undefined ? undefined : { level: own, options };
  },
  {
    anyOf: [
      schemaOf(level),
      {
        type: "object",
        properties: { 级别: schemaOf(level), level: { ...schemaOf(level), doNotSuggest: true } },
        additionalProperties: schemaOf(figure),
      },
    ],
  },
);

/** The keys below 规则 must be rules there are, and rules that may be changed. */
export function checkRuleNames(reading: Reading, node: MapNode, known: RuleNames): void {
  const rules = node.pairs.find(({ key }) => key.value === "规则" || key.value === "rules")?.value;
  if (rules?.kind !== "map") return;
  for (const { key, value } of rules.pairs) {
    const rule = known.get(key.value);
    if (rule && value.kind === "map") checkOptions(reading, value, { name: key.value, uses: rule.uses });
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

function checkOptions(
  reading: Reading,
  node: MapNode,
  { name, uses }: { name: string; uses: readonly string[] },
): void {
  for (const { key } of node.pairs) {
    if (LEVEL.has(key.value) || isOption(key.value, uses)) continue;
    const names = optionNames(uses);
    const near = nearest(key.value, names);
    const may = names.length === 0 ? "这条规则只能写“级别”" : `可写：级别、${names.join("、")}`;
    reading.fault("unknown-field", key, `“${name}”没有“${quote(key.value)}”这一项`, near ? `是不是“${near}”？` : may);
  }
}
