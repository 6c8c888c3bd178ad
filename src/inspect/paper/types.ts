import type { Source } from "../../model/source.ts";
import type { XmlElement } from "../../ooxml/tree.ts";
import type { Border, ParaProps, RunProps } from "./props.ts";

/** A stretch of one look. */
export interface Run {
  readonly text: string;
  /** Offset in the paragraph's text. */
  readonly start: number;
  readonly props: RunProps;
  /** The `w:r`; several stretches of text may share one. */
  readonly node: XmlElement;
  readonly link: boolean;
  /** A line break, which stands as a space. */
  readonly breaks: boolean;
}

export interface Paragraph {
  /** From 1 over the body, those in tables included: its line in reports. */
  readonly index: number;
  readonly node: XmlElement;
  /** A tab is a tab; a line break within is a space. */
  readonly text: string;
  /** Offset of `text` in the source. */
  readonly start: number;
  readonly runs: readonly Run[];
  readonly props: ParaProps;
  /** Look of its mark, which an empty paragraph is as high as. */
  readonly mark: RunProps;
  readonly styleId: string | null;
  readonly styleName: string | null;
  /** The table it stands in, and its row there. */
  readonly cell: { readonly table: Table; readonly row: number } | null;
  /** What it holds that is no text. */
  readonly holds: readonly ("drawing" | "box" | "object" | "page-break")[];
  readonly section: number;
}

export interface Table {
  readonly node: XmlElement;
  readonly rows: readonly TableRow[];
  /** Twips; null where it says none. */
  readonly width: number | null;
  readonly indent: number;
  /** Width of its columns, as the grid says. */
  readonly grid: readonly number[];
  /** Set apart from the text: at the foot of the text block, or elsewhere. */
  readonly floats: "no" | "foot" | "elsewhere";
  readonly paragraphs: readonly Paragraph[];
  readonly inner: boolean;
}

export interface TableRow {
  readonly node: XmlElement;
  readonly head: boolean;
  readonly maySplit: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly node: XmlElement;
  readonly paragraphs: readonly Paragraph[];
  readonly top: Border | null;
  readonly bottom: Border | null;
}

/** A part at the head or foot of pages. */
export interface Margin {
  readonly path: string;
  readonly kind: "header" | "footer";
  readonly root: XmlElement;
  readonly text: string;
  /** Holds a drawing or a picture, as watermarks do. */
  readonly drawn: boolean;
  readonly number: PageNumberFound | null;
}

/** The paragraph with the page number, and its words with 1 in place of the number. */
export interface PageNumberFound {
  readonly node: XmlElement;
  readonly form: string;
  readonly runs: readonly RunProps[];
  readonly props: ParaProps;
  /** In a text box or frame: where it comes to stand is not known. */
  readonly boxed: boolean;
}

export type PageKind = "default" | "even" | "first";

export interface Section {
  readonly node: XmlElement;
  readonly width: number;
  readonly height: number;
  readonly landscape: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly gutter: number;
  readonly footer: number;
  readonly columns: number;
  readonly grid: { readonly type: string; readonly pitch: number };
  readonly titlePage: boolean;
  readonly headers: ReadonlyMap<PageKind, Margin>;
  readonly footers: ReadonlyMap<PageKind, Margin>;
}

export interface Properties {
  readonly title: string;
  readonly author: string;
  readonly modifiedBy: string;
}

/** A DOCX as the checks see it. */
export interface Paper {
  readonly source: Source;
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly Table[];
  readonly sections: readonly Section[];
  readonly properties: Properties;
  readonly settings: XmlElement | null;
  /** Styles by id, with their names. */
  readonly styleNames: ReadonlyMap<string, string>;
  /** The parts that are XML, as trees, by path. */
  readonly trees: ReadonlyMap<string, XmlElement>;
  readonly main: string;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Fields by what they ask for, with the paragraph they stand in; null outside the body. */
  readonly fields: readonly { readonly code: string; readonly at: Paragraph | null }[];
  /** What leads out of the file, or stands in it as a thing of its own. */
  readonly relations: readonly Relation[];
}

export interface Relation {
  readonly part: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}
