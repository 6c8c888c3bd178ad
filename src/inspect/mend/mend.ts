import { pack } from "../../ooxml/pack.ts";
import { writeTree } from "../../ooxml/tree.ts";
import type { Context } from "../check.ts";
import { findFaults, type Found } from "../engine.ts";
import { readPaper } from "../paper/read.ts";
import type { Paper } from "../paper/types.ts";
import { proveSame } from "./proof.ts";

/** A mended copy, and what was mended, each kind with how often. */
export interface MendedPaper {
  readonly bytes: Uint8Array;
  readonly paper: Paper;
  readonly mended: ReadonlyMap<string, number>;
}

/** What is mended may bring to light what it hid: a second look takes it, and there is never a fourth. */
const ROUNDS = 3;

/** Mends whatever has one right answer; null where there is nothing of the kind, "mixed" where a part has names that cannot be written back. Throws where a character would change. */
export function mendPaper(
  paper: Paper,
  bytes: Uint8Array,
  contextOf: (paper: Paper) => Context,
): MendedPaper | "mixed" | null {
  const mended = new Map<string, number>();
  const { path } = paper.source;
  let current = bytes;
  for (let round = 0; round < ROUNDS; round++) {
    const next = once(readPaper(path, current), contextOf, mended);
    if (next === "mixed") return next;
    if (next === null) break;
    current = next;
  }
  if (mended.size === 0) return null;
  const copy = readPaper(path, current);
  proveSame(readPaper(path, bytes), copy);
  return { bytes: current, paper: copy, mended };
}

function once(
  paper: Paper,
  contextOf: (paper: Paper) => Context,
  mended: Map<string, number>,
): Uint8Array | "mixed" | null {
  const before = written(paper);
  const found = mendable(findFaults(contextOf(paper)));
  if (found.length === 0) return null;
  for (const { fault } of found) fault.mend?.();
  const after = written(paper);
  const changed = [...after].filter(([path, xml]) => before.get(path) !== xml);
  if (changed.length === 0) return null;
  if (changed.some(([path]) => paper.trees.get(path)?.mixed)) return "mixed";
  for (const { check } of found) mended.set(check.name, (mended.get(check.name) ?? 0) + 1);
  return pack(new Map<string, string | Uint8Array>([...paper.parts, ...changed]));
}

/** The faults that have one right answer. */
export function mendable(found: readonly Found[]): Found[] {
  return found.filter(({ fault }) => fault.mend !== undefined);
}

function written({ trees }: Paper): Map<string, string> {
  return new Map([...trees].map(([path, tree]) => [path, writeTree(tree)]));
}
