import type * as DocxPackage from "docx";
import type { Footer as DocxFooter, INumberingOptions, ISectionOptions } from "docx";
import type { Document as Text } from "../../model/document.ts";
import type { Layout, ParagraphStyle } from "../../model/layout.ts";
import { fontOf } from "../looks.ts";
import { indents, pageMeasures } from "../measures.ts";
import { halfPoints, mm, points } from "../units.ts";
import { docxStyles } from "./styles.ts";

/** The file as the docx package makes it: every part but the text. Its body is one paragraph for each bullet style, in their order. */
export async function skeleton(
  text: Text,
  layout: Layout,
  { tailSection }: { readonly tailSection: boolean },
): Promise<Uint8Array> {
  const docx = await import("docx");
  const bullets = bulletStyles(layout);
  const children = bullets.map(
    ({ id, name }) => new docx.Paragraph({ style: id, numbering: { reference: name, level: 0 } }),
  );
  const file = new docx.Document({
    title: text.title,
    creator: text.author,
    lastModifiedBy: text.author,
    evenAndOddHeaderAndFooters: layout.pageNumber.placing === "单右双左",
    styles: docxStyles(layout),
    numbering: numbering(layout, bullets),
    fonts: [],
    sections: [
      { properties: section(layout), footers: footers(docx, layout), children },
      ...(tailSection ? [tailSectionOf(docx, layout)] : []),
    ],
  });
  return new Uint8Array(await docx.Packer.toArrayBuffer(file));
}

/** The styles that put a sign before each paragraph. */
export function bulletStyles(layout: Layout): readonly ParagraphStyle[] {
  return [...layout.styles.values()].filter(({ bullet }) => bullet !== null);
}

function numbering(layout: Layout, styles: readonly ParagraphStyle[]): INumberingOptions {
  const config = styles.map((style) => {
    const { left, first } = indents(style);
    const indent = { left, ...(first < 0 ? { hanging: -first } : { firstLine: first }) };
    return {
      reference: style.name,
      levels: [
        {
          level: 0,
          format: "bullet",
          text: style.bullet ?? "",
          alignment: "left",
          suffix: "nothing",
          style: { paragraph: { indent }, run: { font: chineseFont(layout, style.font) } },
        },
      ] as const,
    };
  });
  return { config };
}

/** A section of its own for a 报尾 behind an empty page: GB/T 9704 7.5 has neither of the two numbered. */
function tailSectionOf(docx: Docx, layout: Layout): ISectionOptions {
  const empty = (): DocxFooter => new docx.Footer({ children: [new docx.Paragraph({})] });
  return { properties: section(layout), footers: { default: empty(), even: empty(), first: empty() }, children: [] };
}

function section(layout: Layout): NonNullable<ISectionOptions["properties"]> {
  const page = pageMeasures(layout);
  const { size, gap } = layout.pageNumber;
  // The one-character line stands half a line up, so the line of type begins half its size above the line's own place.
  const footer = page.bottom - mm(gap) - points(size / 2);
  return {
    page: {
      size: { width: page.width, height: page.height },
      margin: {
        top: page.top,
        bottom: page.bottom,
        left: page.left,
        right: page.right,
        header: Math.round(page.top / 2),
        footer,
        gutter: 0,
      },
    },
    grid: { type: "lines", linePitch: points(layout.grid.pitch) },
    titlePage: !layout.pageNumber.onFirst,
  };
}

type Docx = typeof DocxPackage;

function footers(docx: Docx, layout: Layout): { default: DocxFooter; even?: DocxFooter; first?: DocxFooter } {
  const make = (align: "left" | "right" | "center"): DocxFooter =>
    new docx.Footer({ children: [pageNumber(docx, layout, align)] });
  const { placing, onFirst } = layout.pageNumber;
  const others = placing === "居中" ? { default: make("center") } : { default: make("right"), even: make("left") };
  return onFirst ? others : { ...others, first: new docx.Footer({ children: [new docx.Paragraph({})] }) };
}

function pageNumber(docx: Docx, layout: Layout, align: "left" | "right" | "center"): InstanceType<Docx["Paragraph"]> {
  const { font: name, size, before, after, gap, inset } = layout.pageNumber;
  const look = { font: chineseFont(layout, name), size: halfPoints(size) };
  const space = Math.round(inset * points(size));
  return new docx.Paragraph({
    alignment: align,
    ...(align !== "center" && { indent: { [align]: space } }),
    spacing: { line: points(size), lineRule: "exact", before: mm(gap) - points(size / 2), after: 0 },
    children: [
      new docx.TextRun({ ...look, text: before }),
      new docx.TextRun({ ...look, children: [docx.PageNumber.CURRENT] }),
      new docx.TextRun({ ...look, text: after }),
    ],
  });
}

/** A font whose Chinese face sets every character. */
function chineseFont(
  layout: Layout,
  name: string,
): { ascii: string; hAnsi: string; eastAsia: string; cs: string; hint: string } {
  const { eastAsian } = fontOf(layout, name);
  return { ascii: eastAsian, hAnsi: eastAsian, eastAsia: eastAsian, cs: eastAsian, hint: "eastAsia" };
}
