import type { Document } from "../../model/document.ts";
import { allInlines } from "../walk.ts";

/** Style id of a run style: its name, told apart from paragraph styles. */
export function runStyleId(name: string): string {
  return `字符-${name}`;
}

/** Longest bookmark name Word accepts. */
const MAX_NAME = 40;

/** Bookmark ids of the anchors, counted from 1 in reading order; throws where two share a name or one is no bookmark name. */
export function anchorIds(document: Document): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (const inline of allInlines(document)) {
    if (inline.kind !== "anchor") continue;
    if (ids.has(inline.name)) throw new Error(`anchor ${inline.name} stands twice`);
    if (inline.name.length > MAX_NAME || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(inline.name))
      throw new Error(`anchor ${inline.name} is no bookmark name`);
    ids.set(inline.name, ids.size + 1);
  }
  return ids;
}
