import { titleBreaks } from "../base/title-lines.ts";
import type { Block, Document, Inline, TextBlock } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";
import { paragraphStyle } from "./looks.ts";
import { indents, pageMeasures } from "./measures.ts";
import { flatten } from "./paginate/flat.ts";

/** The document with line breaks in its titles (匀行): between words, in the shape of a trapezoid or a lozenge. */
export function partTitles(document: Document, layout: Layout, names: readonly string[]): Document {
  const part = (block: Block): Block => (block.kind === "text" ? partTitle(block, layout, names) : block);
  return { ...document, blocks: document.blocks.map(part) };
}

function partTitle(block: TextBlock, layout: Layout, names: readonly string[]): TextBlock {
  const style = paragraphStyle(layout, block.style);
  if (!style.balance || block.inlines.some(({ kind }) => kind === "break" || kind === "tab")) return block;
  const { text, widths, gaps } = flatten(block.inlines, { layout, style, pages: new Map() });
  const { left, right } = indents(style);
  const breaks = titleBreaks({
    text,
    widths: widths.map((width, at) => width + (gaps[at] ?? 0)),
    room: pageMeasures(layout).blockWidth - left - right - SLACK,
    names,
  });
  return breaks.length === 0 ? block : { ...block, inlines: withBreaks(block.inlines, breaks) };
}

/** What word processors measure differently, twips: a line broken by hand must not be broken again. */
const SLACK = 40;

function withBreaks(inlines: readonly Inline[], breaks: readonly number[]): readonly Inline[] {
  let at = 0;
  return inlines.flatMap((inline): Inline[] => {
    if (inline.kind !== "text") return [inline];
    const [start, end] = [at, at + inline.text.length];
    at = end;
    const here = breaks.filter((each) => each > start && each <= end).map((each) => each - start);
    return pieces(inline, here);
  });
}

function pieces(inline: Inline & { kind: "text" }, breaks: readonly number[]): Inline[] {
  const ends = [...breaks, inline.text.length];
  return ends.flatMap((end, index): Inline[] => {
    const text = inline.text.slice(ends[index - 1] ?? 0, end);
    const own = text === "" ? [] : [{ ...inline, text }];
    return index < breaks.length ? [...own, { kind: "break" }] : own;
  });
}
