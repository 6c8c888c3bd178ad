import { elementsOf, type XmlElement } from "../../ooxml/tree.ts";
import type { Paper } from "../paper/types.ts";
import { targetPath } from "../paper/relations.ts";

const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The namespaces of text and relations in a file: both are those of Strict Open XML or neither is. */
export function namespacesOf({ trees, main }: Paper): { readonly text: string; readonly office: string } {
  const text = trees.get(main)?.attributes["xmlns:w"] ?? "";
  return { text, office: text.includes("purl.oclc.org") ? STRICT : TRANSITIONAL };
}

/** Adds a part that the text refers to, or puts it in place of the one made before, and returns the id of its relation. */
export function addPart(
  paper: Paper,
  root: XmlElement,
  { name, type }: { readonly name: string; readonly type: "footer" | "settings" },
): string {
  const path = `${paper.main.replace(/[^/]*$/u, "")}${name}.xml`;
  treesOf(paper).set(path, root);
  const relations = relationsTree(paper);
  const known = elementsOf(relations).find(({ attributes }) => attributes["Target"] === `${name}.xml`);
  if (known) return known.attributes["Id"] ?? "";
  const ids = new Set(elementsOf(relations).map(({ attributes }) => attributes["Id"]));
  let id = `rId${name}`;
  while (ids.has(id)) id += "x";
  relations.children.push({
    name: "Relationship",
    attributes: { Id: id, Type: `${namespacesOf(paper).office}/${type}`, Target: `${name}.xml` },
    children: [],
  });
  const types = paper.trees.get("[Content_Types].xml");
  const attributes = { PartName: `/${path}`, ContentType: `${WORD}.${type}+xml` };
  types?.children.push({ name: "Override", attributes, children: [] });
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

/** The settings of a file, made where it has none. */
export function settingsOf(paper: Paper): XmlElement {
  if (paper.settings) return paper.settings;
  const attributes = { "xmlns:w": namespacesOf(paper).text };
  const made: XmlElement = { name: "w:settings", attributes, children: [] };
  addPart(paper, made, { name: "settings", type: "settings" });
  return made;
}

/** The tree of the file's properties; null where it has none. */
export function coreOf({ trees, relations }: Paper): XmlElement | null {
  const found = relations.find(({ part, type }) => part === "" && type === "core-properties");
  return trees.get(found ? targetPath(found) : "docProps/core.xml") ?? null;
}
