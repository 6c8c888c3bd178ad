import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { Entry } from "../model/entry.ts";
import type { Unit } from "../model/office.ts";
import type { EntryReading } from "./entry.ts";

/** Gives each 报送单位 its full name; one the office does not know is a fault. Without a list of units all stay as written. */
export function resolveUnits(reading: EntryReading, units: readonly Unit[]): EntryReading {
  const { entry } = reading;
  if (!entry || units.length === 0) return reading;
  const names = new Map(units.flatMap(({ name, short }) => (short === null ? [[name, name]] : [[short, name], [name, name]])));
  const unknown = entry.unit.flatMap((name, index) => (names.has(name) ? [] : [{ name, index }]));
  const unit = entry.unit.map((name) => names.get(name) ?? name);
  const findings = unknown.map(({ name, index }) => {
    const near = nearest(name, names.keys());
    return {
      rule: "bad-value",
      severity: "error" as const,
      message: `“报送单位”${quote(name)}不在工作区的“单位”里`,
      hint: near === null ? "请核对单位名称；新单位请先加进 zhuanbao.yaml 的“单位”" : `是不是“${near}”？`,
      at: entry.places.of(`unit.${index}`),
      entry: entry.id,
      related: [],
    };
  });
  const broken: Entry["broken"] = unknown.length > 0 ? new Set([...entry.broken, "unit" as const]) : entry.broken;
  return { ...reading, entry: { ...entry, unit, broken }, findings: [...reading.findings, ...findings] };
}
