import type { Source } from "../../model/source.ts";
import { BrokenFile } from "../../ooxml/broken.ts";
import { decodePart } from "../../ooxml/decode.ts";
import { allOf, childOf, elementsOf, readTree, textOf, type XmlElement } from "../../ooxml/tree.ts";
import { isXml, unpackBounded } from "../../ooxml/unpack.ts";
import { readBody, type Body } from "./body.ts";
import { relationsOf, targetPath } from "./relations.ts";
import { readSections } from "./sections.ts";
import { Styles, themeOf } from "./styles.ts";
import type { Paper, Properties, Relation } from "./types.ts";

/** Reads a DOCX from anyone; what keeps it from being read is a BrokenFile. */
export function readPaper(path: string, bytes: Uint8Array): Paper {
  const parts = unpackBounded(bytes);
  const trees = new Map<string, XmlElement>();
  for (const [name, content] of parts)
    if (isXml(name) && content.length > 0) trees.set(name, readTree(name, decodePart(name, content)));
  const relations = relationsOf(trees);
  const main = mainPart(trees, relations);
  const own = relations.filter(({ part, external }) => part === main && !external);
  const treeOf = (type: string): XmlElement | null => {
    const found = own.find((each) => each.type === type);
    return (found && trees.get(targetPath(found))) ?? null;
  };
  const styles = new Styles(treeOf("styles"), themeOf(treeOf("theme")));
  const body = bodyOf(trees.get(main), main);
  const read = readBody(body, styles);
  return {
    source: sourceOf(path, read),
    paragraphs: read.paragraphs,
    tables: read.tables,
    sections: readSections(read.sectionNodes, { styles, partOf: partsById(trees, main) }),
    properties: propertiesOf(trees, relations),
    settings: treeOf("settings"),
    styleNames: styles.names,
    trees,
    main,
    parts,
    fields: [...read.fields, ...fieldsOutside(trees, main)],
    relations,
  };
}

function mainPart(trees: ReadonlyMap<string, XmlElement>, relations: readonly Relation[]): string {
  const first = relations.find(({ part, type, external }) => part === "" && type === "officeDocument" && !external);
  const path = first ? targetPath(first) : "word/document.xml";
  if (!trees.has(path)) throw new BrokenFile("no-text");
  return path;
}

function bodyOf(root: XmlElement | undefined, path: string): XmlElement {
  const body = root?.name === "w:document" ? childOf(root, "w:body") : null;
  if (!body) throw new BrokenFile("no-text", path);
  return body;
}

function sourceOf(path: string, { paragraphs }: Body): Source {
  return { path, text: paragraphs.map(({ text }) => text).join("\n") };
}

function partsById(
  trees: ReadonlyMap<string, XmlElement>,
  main: string,
): (id: string) => { path: string; root: XmlElement } | null {
  const root = trees.get(main.replace(/([^/]*)$/u, "_rels/$1.rels"));
  const targets = new Map(
    (root ? elementsOf(root) : []).map(({ attributes }) => [attributes["Id"] ?? "", attributes["Target"] ?? ""]),
  );
  return (id) => {
    const target = targets.get(id);
    const path = target === undefined ? "" : targetPath({ part: main, target });
    const found = trees.get(path);
    return found ? { path, root: found } : null;
  };
}

function propertiesOf(trees: ReadonlyMap<string, XmlElement>, relations: readonly Relation[]): Properties {
  const found = relations.find(({ part, type }) => part === "" && type === "core-properties");
  const core = trees.get(found ? targetPath(found) : "docProps/core.xml") ?? null;
  const value = (name: string): string => {
    const element = childOf(core, name);
    return element ? textOf(element).trim() : "";
  };
  return { title: value("dc:title"), author: value("dc:creator"), modifiedBy: value("cp:lastModifiedBy") };
}

/** Fields in headers, footers and notes. */
function fieldsOutside(trees: ReadonlyMap<string, XmlElement>, main: string): { code: string; at: null }[] {
  return [...trees].flatMap(([path, root]) => {
    if (path === main || !/^w:(?:hdr|ftr|footnotes|endnotes|comments)$/u.test(root.name)) return [];
    const simple = [...allOf(root, "w:fldSimple")].map(({ attributes }) => attributes["w:instr"] ?? "");
    const codes = [...allOf(root, "w:instrText")].map(textOf);
    return [...simple, ...codes].map((code) => ({ code: code.trim(), at: null }));
  });
}

/** Every text of a file that is not in its paragraphs, one a line: boxes, headers, notes, comments, what was deleted, names in its properties. */
export function otherTexts({ trees, main }: Pick<Paper, "trees" | "main">): string {
  return [...trees]
    .flatMap(([path, root]) => {
      if (path.endsWith(".rels") || path === "[Content_Types].xml" || root.name === "w:styles") return [];
      const deleted = path === main ? [...allOf(root, "w:del"), ...allOf(root, "w:moveFrom")] : [];
      const boxes = path === main ? [...allOf(root, "w:txbxContent")] : [];
      if (path === main) return [...boxes, ...deleted].flatMap(linesOf);
      return root.name.startsWith("w:") ? linesOf(root) : elementsOf(root).map(textOf);
    })
    .join("\n");
}

/** The paragraphs below an element, each as it is read. */
function linesOf(element: XmlElement): string[] {
  const paragraphs = [...allOf(element, "w:p")];
  return (paragraphs.length > 0 ? paragraphs : [element]).map((each) =>
    [...allOf(each, "w:t"), ...allOf(each, "w:delText")].map(textOf).join(""),
  );
}
