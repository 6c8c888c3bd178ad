import { fingerprint } from "../base/fingerprint.ts";
import type { Source } from "../model/source.ts";
import type { Node } from "./node.ts";
import { Reading } from "./reading.ts";
import { readOneYaml } from "./yaml.ts";

/** A source whose tree is known already: parsing the shipped rule packs would be half of every start. */
export interface ParsedSource extends Source {
  readonly tree?: Node;
}

interface Packed {
  /** Of the text that was parsed: another text has another tree. */
  readonly fingerprint: string;
  readonly tree: Node;
}

/** The tree of a YAML text as JSON, for the build; throws where the text is at fault. */
export function packTree(source: Source): string {
  const reading = new Reading(source, "Asia/Shanghai");
  const tree = readOneYaml(reading);
  if (!tree || reading.faults.length > 0) throw new Error(`${source.path}: ${reading.faults[0]?.message ?? "empty"}`);
  return JSON.stringify({ fingerprint: fingerprint(source.text), tree } satisfies Packed);
}

/** The source with its tree, where `packed` was made of this very text. */
export function withTree(source: Source, packed: string): ParsedSource {
  const { fingerprint: made, tree } = JSON.parse(packed) as Packed;
  return made === fingerprint(source.text) ? { ...source, tree } : source;
}
