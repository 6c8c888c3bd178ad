import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { Unit } from "../model/office.ts";
import type { EntryReading } from "./entry.ts";

/** Faults shown of one list of units: who wrote a long list wrongly mends it as a whole. */
const MOST_FINDINGS = 20;

const JOINT = "几个单位联合报送，请写成列表：[甲局, 乙镇]";

/** A 报送单位 the office knows under neither name nor short name is a fault; it is printed as written. Without a list of units none is checked. */
export function checkUnits(reading: EntryReading, units: readonly Unit[]): EntryReading {
  const { entry } = reading;
  if (!entry || units.length === 0) return reading;
  const names = new Set(units.flatMap(({ name, short }) => (short === null ? [name] : [name, short])));
  const unknown = entry.unit.flatMap((name, index) => (names.has(name) ? [] : [{ name, index }]));
  const findings = unknown.slice(0, MOST_FINDINGS).map(({ name, index }) => {
    const near = nearest(name, names);
    const meant = near === null ? "" : `是不是“${near}”？`;
    const joint = /[、，,]/u.test(name);
    return {
      rule: "bad-value",
      severity: "error" as const,
      message: `“报送单位”${quote(name)}不在单位名单里`,
      hint: joint ? JOINT : `${meant}请核对单位名称；新单位请先加进 zhuanbao.yaml 的“单位”`,
      forUnit: joint ? JOINT : `${meant}请核对单位名称；新设、更名的单位请告知县委办`,
      at: entry.places.of(`unit.${index}`),
      entry: entry.id,
      related: [],
    };
  });
  if (findings.length === 0) return reading;
  const broken = new Set([...entry.broken, "unit" as const]);
  return { ...reading, entry: { ...entry, broken }, findings: [...reading.findings, ...findings] };
}
