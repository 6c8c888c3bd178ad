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
}

/** A layout with everything it is based on filled in; null where something is wrong, which the findings then say (rule `template`). */
export function readLayout({ source, bases }: LayoutSources): { layout: Layout | null; findings: readonly Finding[] } {
  const readings: Reading[] = [];
  const raw = readChain(source, { bases, readings, seen: [source] });
  const layout = raw === null || faulty(readings) ? null : resolveLayout(raw, readings[0] as Reading);
  const findings = readings.flatMap((reading) =>
    reading.findings(null).map((finding) => ({ ...finding, rule: "template" })),
  );
  return { layout: findings.length > 0 ? null : layout, findings };
}

interface Chain {
  readonly bases: ReadonlyMap<string, Source>;
  readonly readings: Reading[];
  readonly seen: readonly Source[];
}

function readChain(source: Source, chain: Chain): RawLayout | null {
  // A layout holds no times, so the zone is never asked for.
  const reading = new Reading(source, "UTC");
  chain.readings.push(reading);
  const node = readOneYaml(reading);
  if (node === null && reading.faults.length === 0)
    reading.fault("syntax", { start: 0, end: 0 }, "版式文件是空的", "至少写一行：基于: gb9704");
  const raw = node && layoutShape(node, { reading, path: "", label: "", place: () => {} });
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
