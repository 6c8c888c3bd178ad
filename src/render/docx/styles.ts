import type { ICharacterStyleOptions, IParagraphOptions, IParagraphStyleOptions, IStylesOptions } from "docx";
import type { Font, Layout, ParagraphStyle, RunLook, TabStop } from "../../model/layout.ts";
import { fontOf } from "../looks.ts";
import { indents } from "../measures.ts";
import { eighths, halfPoints, mm, points } from "../units.ts";
import { runStyleId } from "./ids.ts";

// The package takes tab stops in a style as it does in a paragraph; its types do not say so.
type ParagraphOptions = NonNullable<IParagraphStyleOptions["paragraph"]> & Pick<IParagraphOptions, "tabStops">;
type RunOptions = NonNullable<IParagraphStyleOptions["run"]>;

/** Built-in styles the docx package always writes, by id: ours of the same id take their place. */
const BUILT_IN: Readonly<Record<string, "title" | "heading1" | "heading2" | "heading3" | "heading4">> = {
  Title: "title",
  Heading1: "heading1",
  Heading2: "heading2",
  Heading3: "heading3",
  Heading4: "heading4",
};

/** What all styles rest on; it says nothing, so that nothing leaks into page numbers and empty lines. */
const NORMAL: IParagraphStyleOptions = { id: "Normal", name: "Normal" };

/** The styles of a layout as the docx package takes them. */
export function docxStyles(layout: Layout): IStylesOptions {
  const styles = [...layout.styles.values()];
  const builtIn = styles.flatMap((style) => {
    const slot = BUILT_IN[style.id];
    return slot ? [[slot, styleOptions(layout, style)] as const] : [];
  });
  const own = styles.filter(({ id }) => !(id in BUILT_IN));
  const body = layout.styles.get(layout.body.paragraph);
  return {
    default: {
      ...(body && { document: { run: runOptions(layout, { ...body, spacing: 0 }) } }),
      ...Object.fromEntries(builtIn),
    },
    paragraphStyles: [
      NORMAL,
      ...own.map((style) => ({ id: style.id, name: style.name, ...styleOptions(layout, style) })),
    ],
    characterStyles: [...layout.runStyles.values()].map((style): ICharacterStyleOptions => ({
      id: runStyleId(style.name),
      name: style.name,
      quickFormat: true,
      run: runOptions(layout, style),
    })),
  };
}

function styleOptions(layout: Layout, style: ParagraphStyle): Omit<IParagraphStyleOptions, "id"> {
  return { basedOn: "Normal", quickFormat: true, run: runOptions(layout, style), paragraph: paragraphOptions(style) };
}

/** A look as run properties; what is not given is left out. */
export function runOptions(layout: Layout, look: Partial<RunLook>): RunOptions {
  const { font, size, bold, colour, spacing } = look;
  return {
    ...(font !== undefined && { font: fontSlots(fontOf(layout, font)) }),
    ...(size !== undefined && { size: halfPoints(size) }),
    ...(bold !== undefined && { bold }),
    ...(colour !== undefined && { color: colour }),
    ...(spacing !== undefined && { characterSpacing: points(spacing) }),
  };
}

function fontSlots({ eastAsian, latin }: Font): { ascii: string; hAnsi: string; eastAsia: string; cs: string } {
  return { ascii: latin, hAnsi: latin, eastAsia: eastAsian, cs: latin };
}

function paragraphOptions(style: ParagraphStyle): ParagraphOptions {
  const { left, right, first } = indents(style);
  const firstLine = first > 0 ? { firstLine: first, firstLineChars: Math.round(style.firstLine * 100) } : {};
  return {
    alignment: style.align,
    keepNext: style.keepNext,
    keepLines: style.keepLines,
    ...(style.newPage && { pageBreakBefore: true }),
    spacing: { line: points(style.line), lineRule: "exact", before: points(style.before), after: points(style.after) },
    indent: { left, right, ...firstLine, ...(first < 0 && { hanging: -first }) },
    ...(style.tabs.length > 0 && { tabStops: style.tabs.map(tabStop) }),
    ...(style.below && {
      border: {
        bottom: {
          style: "single",
          size: eighths(style.below.width),
          color: style.below.colour,
          space: style.below.space,
        },
      },
    }),
  };
}

function tabStop({ at, align, leader }: TabStop): NonNullable<ParagraphOptions["tabStops"]>[number] {
  return { type: align, position: mm(at), leader };
}
