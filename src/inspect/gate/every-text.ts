import { elementsOf, type XmlElement } from "../../ooxml/tree.ts";
import type { Paper } from "../paper/types.ts";
import { attributesOf } from "./attributes.ts";
import { flowOf, isLine } from "./flow.ts";
import { looseParts } from "./loose.ts";

/** Every text of a file, known or unknown to the reader of layouts: what may hide a mark of a state secret. A line is a paragraph as one may read it. */
export function everyText({ trees, parts }: Pick<Paper, "trees" | "parts">): string {
  const lines: string[] = [];
  for (const root of trees.values()) {
    linesOf(root, lines);
    lines.push(...outside(root));
    if (root.name !== "w:styles") lines.push(...attributesOf(root));
  }
  return [...lines, ...looseParts(parts)].join("\n");
}

/** Only what holds the one character that every mark has is looked at in all ways. */
function linesOf(element: XmlElement, lines: string[]): void {
  if (isLine(element)) {
    const whole = flowOf(element, "all");
    if (whole.includes("密")) for (const text of readings(element, whole)) lines.push(...broken(text));
  }
  for (const child of elementsOf(element)) linesOf(child, lines);
}

function readings(element: XmlElement, whole: string): Set<string> {
  return new Set([whole, flowOf(element, "shown"), flowOf(element, "old-reader"), flowOf(element, "unrevised")]);
}

/** A line break both ends a line and does not. */
function broken(text: string): string[] {
  return text.includes("\v") ? [text.replaceAll("\v", " "), ...text.split("\v")] : [text];
}

/** What stands in no paragraph: each element alone, and those of a kind together. */
function outside(root: XmlElement): string[] {
  const lines = elementsOf(root).map((child) => (isLine(child) ? "" : flowOf(child, "all")));
  const leaves = [...leavesOf(root)].map((leaf) => flowOf(leaf, "all"));
  // Signatures and the like of a part whose text is its root's own.
  return [...lines, ...leaves, flowOf(root, "all")].flatMap(broken).filter((line) => line.includes("密"));
}

function* leavesOf(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (isLine(child)) continue;
    if (elementsOf(child).length === 0) yield child;
    else yield* leavesOf(child);
  }
}
