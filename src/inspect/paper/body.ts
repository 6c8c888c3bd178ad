import { childOf, elementsOf, type XmlElement } from "../../ooxml/tree.ts";
import { readInline } from "./inline.ts";
import { borderOf, paragraphProps } from "./para-props.ts";
import { runProps } from "./run-props.ts";
import type { Styles } from "./styles.ts";
import type { Paragraph, Table, TableCell, TableRow } from "./types.ts";
import { flag, twips, valueOf } from "./values.ts";

/** The text of a file in reading order. */
export interface Body {
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly Table[];
  readonly sectionNodes: readonly XmlElement[];
  readonly fields: readonly { readonly code: string; readonly at: Paragraph }[];
  readonly boxes: readonly XmlElement[];
}

export function readBody(body: XmlElement, styles: Styles): Body {
  const reader = new BodyReader(styles);
  reader.blocks(body, null);
  const last = childOf(body, "w:sectPr") ?? { name: "w:sectPr", attributes: {}, children: [] };
  // A text without one has the sheet of its reader.
  if (!body.children.includes(last)) body.children.push(last);
  reader.sectionNodes.push(last);
  return reader;
}

interface Building {
  readonly table: Table & { readonly paragraphs: Paragraph[]; readonly rows: TableRow[] };
  readonly row: number;
}

const WRAPPERS = new Map([
  ["w:sdt", "w:sdtContent"],
  ["mc:AlternateContent", "mc:Choice"],
]);
const HOLDERS = new Set(["w:customXml", "w:ins", "w:moveTo"]);

class BodyReader implements Body {
  readonly paragraphs: Paragraph[] = [];
  readonly tables: Table[] = [];
  readonly sectionNodes: XmlElement[] = [];
  readonly fields: { code: string; at: Paragraph }[] = [];
  readonly boxes: XmlElement[] = [];
  readonly #styles: Styles;
  #length = 0;

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  blocks(parent: XmlElement, within: Building | null): Paragraph[] {
    return elementsOf(parent).flatMap((child) => {
      const wrapped = WRAPPERS.get(child.name);
      const inner = wrapped === undefined ? null : childOf(child, wrapped);
      if (inner) return this.blocks(inner, within);
      if (HOLDERS.has(child.name)) return this.blocks(child, within);
      if (child.name === "w:tbl") return this.#table(child, within);
      return child.name === "w:p" ? [this.#paragraph(child, within)] : [];
    });
  }

  #paragraph(node: XmlElement, within: Building | null): Paragraph {
    const properties = childOf(node, "w:pPr");
    const styleId = valueOf(properties, "w:pStyle") ?? null;
    const base = this.#styles.paragraph(styleId);
    const { text, runs, holds, fields, boxes } = readInline(node, base.run, this.#styles);
    const found: Paragraph = {
      index: this.paragraphs.length + 1,
      node,
      text,
      start: this.#length,
      runs,
      props: { ...base.paragraph, ...paragraphProps(properties) },
      mark: { ...base.run, ...runProps(childOf(properties, "w:rPr"), this.#styles.theme) },
      styleId: styleId ?? this.#styles.standard,
      styleName: this.#styles.names.get(styleId ?? this.#styles.standard ?? "") ?? null,
      cell: within && { table: within.table, row: within.row },
      holds,
      section: this.sectionNodes.length,
    };
    this.#length += text.length + 1;
    this.paragraphs.push(found);
    for (const code of fields) this.fields.push({ code, at: found });
    this.boxes.push(...boxes);
    within?.table.paragraphs.push(found);
    const section = childOf(properties, "w:sectPr");
    if (section) this.sectionNodes.push(section);
    return found;
  }

  #table(node: XmlElement, within: Building | null): Paragraph[] {
    const properties = childOf(node, "w:tblPr");
    const width = childOf(properties, "w:tblW")?.attributes ?? {};
    const table: Building["table"] = {
      node,
      rows: [],
      paragraphs: [],
      width: (width["w:type"] ?? "dxa") === "dxa" ? (twips(width["w:w"]) ?? null) : null,
      indent: twips(childOf(properties, "w:tblInd")?.attributes["w:w"]) ?? 0,
      grid: gridOf(childOf(node, "w:tblGrid")),
      floats: floatsOf(childOf(properties, "w:tblpPr")),
      inner: within !== null,
    };
    this.tables.push(table);
    for (const row of rowsOf(node)) table.rows.push(this.#row(row, table));
    return table.paragraphs;
  }

  #row(node: XmlElement, table: Building["table"]): TableRow {
    const properties = childOf(node, "w:trPr");
    const row = table.rows.length;
    const cells = cellsOf(node).map((cell): TableCell => {
      const paragraphs = this.blocks(cell, { table, row });
      const borders = childOf(childOf(cell, "w:tcPr"), "w:tcBorders");
      const border = (side: string): TableCell["top"] => borderOf(borders, `w:${side}`) ?? null;
      return { node: cell, paragraphs, top: border("top"), bottom: border("bottom") };
    });
    const [head, whole] = [flag(properties, "w:tblHeader"), flag(properties, "w:cantSplit")];
    return { node, head: head === true, maySplit: whole !== true, cells };
  }
}

function gridOf(grid: XmlElement | null): number[] {
  return grid ? elementsOf(grid).map(({ attributes }) => twips(attributes["w:w"]) ?? 0) : [];
}

function floatsOf(place: XmlElement | null): Table["floats"] {
  if (!place) return "no";
  return place.attributes["w:tblpYSpec"] === "bottom" ? "foot" : "elsewhere";
}

function rowsOf(table: XmlElement): XmlElement[] {
  return unwrapped(table, "w:tr");
}

function cellsOf(row: XmlElement): XmlElement[] {
  return unwrapped(row, "w:tc");
}

function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    const holds = child.name === "w:sdt" ? childOf(child, "w:sdtContent") : HOLDERS.has(child.name) ? child : null;
    return holds ? unwrapped(holds, name) : [];
  });
}
