import { elementsOf, type XmlElement } from "../../ooxml/tree.ts";
import type { Paper } from "../paper/types.ts";
import { targetPath } from "../paper/relations.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";

/** Adds a footer to the file, or puts it in place of the one made before, and returns the id of its relation. */
export function addPart(paper: Paper, root: XmlElement, name: string): string {
  const folder = paper.main.replace(/[^/]*$/u, "");
  const path = `${folder}${name}.xml`;
  treesOf(paper).set(path, root);
  const relations = relationsTree(paper);
  const known = elementsOf(relations).find(({ attributes }) => attributes["Target"] === `${name}.xml`);
  if (known) return known.attributes["Id"] ?? "";
  const ids = new Set(elementsOf(relations).map(({ attributes }) => attributes["Id"]));
  let id = `rId${name}`;
  while (ids.has(id)) id += "x";
  relations.children.push({
    name: "Relationship",
    attributes: { Id: id, Type: `${OFFICE}/footer`, Target: `${name}.xml` },
    children: [],
  });
  const types = paper.trees.get("[Content_Types].xml");
  types?.children.push({ name: "Override", attributes: { PartName: `/${path}`, ContentType: FOOTER }, children: [] });
  return id;
}

/** The trees of a paper, which mending may change. */
function treesOf({ trees }: Paper): Map<string, XmlElement> {
  return trees as Map<string, XmlElement>;
}

function relationsTree(paper: Paper): XmlElement {
  const path = paper.main.replace(/([^/]*)$/u, "_rels/$1.rels");
  const known = paper.trees.get(path);
  if (known) return known;
  const made: XmlElement = {
    name: "Relationships",
    attributes: { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
    children: [],
  };
  treesOf(paper).set(path, made);
  return made;
}

export function settingsOf({ settings }: Paper): XmlElement | null {
  return settings;
}

/** The tree of the file's properties; null where it has none. */
export function coreOf({ trees, relations }: Paper): XmlElement | null {
  const found = relations.find(({ part, type }) => part === "" && type === "core-properties");
  return trees.get(found ? targetPath(found) : "docProps/core.xml") ?? null;
}
