import { childOf, elementsOf, type XmlElement } from "../../ooxml/tree.ts";
import { readMargin } from "./margins.ts";
import type { Styles } from "./styles.ts";
import type { Margin, PageKind, Section } from "./types.ts";
import { flag, twips, whole } from "./values.ts";

export interface SectionContext {
  readonly styles: Styles;
  /** The part a relation of the text leads to. */
  readonly partOf: (id: string) => { readonly path: string; readonly root: XmlElement } | null;
}

/** The sections of a text; one that names no header or footer has those of the one before. */
export function readSections(nodes: readonly XmlElement[], context: SectionContext): Section[] {
  const sections: Section[] = [];
  for (const node of nodes) sections.push(readSection(node, sections.at(-1) ?? null, context));
  return sections;
}

function readSection(node: XmlElement, before: Section | null, context: SectionContext): Section {
  const size = childOf(node, "w:pgSz")?.attributes ?? {};
  const margins = childOf(node, "w:pgMar")?.attributes ?? {};
  const grid = childOf(node, "w:docGrid")?.attributes ?? {};
  const length = (value: string | undefined, otherwise: number): number => twips(value) ?? otherwise;
  return {
    node,
    width: length(size["w:w"], 12240),
    height: length(size["w:h"], 15840),
    landscape: size["w:orient"] === "landscape",
    top: Math.abs(length(margins["w:top"], 1440)),
    bottom: Math.abs(length(margins["w:bottom"], 1440)),
    left: length(margins["w:left"], 1440),
    right: length(margins["w:right"], 1440),
    gutter: length(margins["w:gutter"], 0),
    footer: length(margins["w:footer"], 720),
    columns: whole(childOf(node, "w:cols")?.attributes["w:num"]) ?? 1,
    grid: { type: grid["w:type"] ?? "default", pitch: length(grid["w:linePitch"], 0) },
    titlePage: flag(node, "w:titlePg") === true,
    headers: marginsOf(node, "w:headerReference", before?.headers, context),
    footers: marginsOf(node, "w:footerReference", before?.footers, context),
  };
}

function marginsOf(
  node: XmlElement,
  name: string,
  before: ReadonlyMap<PageKind, Margin> | undefined,
  { styles, partOf }: SectionContext,
): ReadonlyMap<PageKind, Margin> {
  const found = new Map(before ?? []);
  for (const reference of elementsOf(node)) {
    if (reference.name !== name) continue;
    const part = partOf(reference.attributes["r:id"] ?? "");
    const kind = reference.attributes["w:type"] ?? "default";
    if (part && isKind(kind)) found.set(kind, readMargin(part.path, part.root, styles));
  }
  return found;
}

function isKind(kind: string): kind is PageKind {
  return kind === "default" || kind === "even" || kind === "first";
}

/** Whether the pages of a file differ by side, as a setting says. */
export function differsBySide(settings: XmlElement | null): boolean {
  return flag(settings, "w:evenAndOddHeaders") === true;
}
