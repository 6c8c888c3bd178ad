import { elementsOf, type XmlElement } from "../../ooxml/tree.ts";
import type { Relation } from "./types.ts";

/** Every relation of a file, with the part that has it; empty is the file itself. */
export function relationsOf(trees: ReadonlyMap<string, XmlElement>): Relation[] {
  return [...trees].flatMap(([path, root]) => {
    if (!path.endsWith(".rels")) return [];
    const part = path.replace(/(^|\/)_rels\/([^/]*)\.rels$/u, "$1$2");
    return elementsOf(root).map(({ attributes }) => ({
      part,
      type: (attributes["Type"] ?? "").replace(/^.*\//u, ""),
      target: attributes["Target"] ?? "",
      external: attributes["TargetMode"] === "External",
    }));
  });
}

/** The path of what a relation leads to, within the file. */
export function targetPath({ part, target }: Pick<Relation, "part" | "target">): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}
