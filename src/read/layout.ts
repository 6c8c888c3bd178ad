import type { Finding } from "../model/diagnostic.ts";
import type { Layout } from "../model/layout.ts";
import type { Source } from "../model/source.ts";
import { resolveLayout } from "./layout-resolve.ts";
import { layoutShape, type RawLayout } from "./layout-shape.ts";
import { merge } from "./layout-merge.ts";
import type { Placed } from "./layout-values.ts";
import { Reading } from "./reading.ts";
import { readOneYaml } from "./yaml.ts";

/** Where layouts come from. */
export interface LayoutSources {
  /** The layout to read. */
  readonly source: Source;
  /** The layouts it may be based on, by the name 基于 gives. */
  readonly bases: ReadonlyMap<string, Source>;
  /** 版式: what is changed on top of it, in order. */
  readonly looks?: readonly Source[];
}

/** A layout with everything it is based on filled in; null where something is wrong, which the findings then say (rule `template`). */
export function readLayout({ source, bases, looks = [] }: LayoutSources): {
  layout: Layout | null;
  findings: readonly Finding[];
} {
  const readings: Reading[] = [];
  const raw = readOver(readChain(source, { bases, readings, seen: [source] }), looks, readings);
  const layout = raw === null || faulty(readings) ? null : resolveLayout(raw, readings[0] as Reading);
  const findings = readings.flatMap((reading) =>
    reading.findings(null).map((finding) => ({ ...finding, rule: "template" })),
  );
  return { layout: findings.length > 0 ? null : layout, findings };
}

/** What an office changes of a layout: a file that says only what differs, and rests on nothing of its own. */
function readOver(layout: RawLayout | null, looks: readonly Source[], readings: Reading[]): RawLayout | null {
  let merged = layout;
  for (const source of looks) {
    const over = readRaw(source, readings);
    if (over?.基于) over.基于.fault("选用的版式不写“基于”", "它加在刊物自己的版式之上，只写要改的地方");
    merged = merged && over && (merge(merged, over) as RawLayout);
  }
  return merged;
}

interface Chain {
  readonly bases: ReadonlyMap<string, Source>;
  readonly readings: Reading[];
  readonly seen: readonly Source[];
}

function readRaw(source: Source, readings: Reading[]): RawLayout | null {
  // A layout holds no times, so the zone is never asked for.
  const reading = new Reading(source, "UTC");
  readings.push(reading);
  const node = readOneYaml(reading);
  if (node === null && reading.faults.length === 0)
    reading.fault("syntax", { start: 0, end: 0 }, "版式文件是空的", "至少写一行：基于: gb9704");
  return (node && layoutShape(node, { reading, path: "", label: "", place: () => {} })) ?? null;
}

function readChain(source: Source, chain: Chain): RawLayout | null {
  const raw = readRaw(source, chain.readings);
  if (!raw) return null;
  const name = raw.基于;
  if (name === null) return raw;
  const base = chain.bases.get(name.value);
  if (base === undefined)
    return refuse(name, `没有名为“${name.value}”的版式可供基于`, `可用的有：${[...chain.bases.keys()].join("、")}`);
  if (chain.seen.includes(base)) return refuse(name, `版式“${name.value}”绕回了自己`, "请改“基于”，不要循环");
  const below = readChain(base, { ...chain, seen: [...chain.seen, base] });
  return below && (merge(below, raw) as RawLayout);
}

function refuse(at: Placed<string>, message: string, hint: string): null {
  at.fault(message, hint);
  return null;
}

function faulty(readings: readonly Reading[]): boolean {
  return readings.some(({ faults }) => faults.length > 0);
}
