import type { Inline } from "../../model/document.ts";
import type { Font, Layout, ParagraphStyle } from "../../model/layout.ts";
import { FULL_WIDTH_OR_NOT, SHARED_SIGN } from "../characters.ts";
import { fontOf, lookOf } from "../looks.ts";
import { isRare } from "../rare.ts";
import { xmlText } from "../../base/xml.ts";
import { runStyleId } from "./ids.ts";

/** What the runs of a document need to know: its layout, and where its anchors ended up. */
export interface RunContext {
  readonly layout: Layout;
  /** Page number of each anchor. */
  readonly pages: ReadonlyMap<string, number>;
  /** Bookmark id of each anchor. */
  readonly anchors: ReadonlyMap<string, number>;
}

/** The inlines of a paragraph as `w:r` and `w:bookmark…` elements. */
export function inlinesXml(inlines: readonly Inline[], style: ParagraphStyle, context: RunContext): string {
  return inlines.map((inline) => inlineXml(inline, style, context)).join("");
}

function inlineXml(inline: Inline, style: ParagraphStyle, context: RunContext): string {
  switch (inline.kind) {
    case "text":
      return textXml(inline.text, inline, { style, context });
    case "tab":
      return "<w:r><w:tab/></w:r>";
    case "break":
      return "<w:r><w:br/></w:r>";
    case "anchor":
      return anchorXml(inline.name, context);
    case "page":
      return pageXml(inline, context);
  }
}

interface Where {
  readonly style: ParagraphStyle;
  readonly context: RunContext;
}

function textXml(text: string, inline: Inline & { kind: "text" }, { style, context }: Where): string {
  const { layout } = context;
  const font = fontOf(layout, lookOf(layout, style, inline).font);
  const looks = {
    plain: looksXml(inline),
    shared: font.latin === font.eastAsian ? looksXml(inline) : looksXml(inline, chineseOnly(font.eastAsian)),
    rare: font.rare === null ? "" : looksXml(inline, chineseOnly(font.rare)),
  };
  return cutRare(text, font)
    .flatMap(({ piece, rare }): readonly Piece[] => (rare ? [{ piece, kind: "rare" }] : piecesOf(piece)))
    .map(({ piece, kind }) => runXml(looks[kind], piece))
    .join("");
}

/** A stretch of text and which of the looks of its inline it is set in. */
interface Piece {
  piece: string;
  readonly kind: "plain" | "shared" | "rare";
}

/** One Chinese font for all characters of a run. */
function chineseOnly(font: string): string {
  const name = xmlText(font);
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>`;
}

/** The text in stretches of characters that its font lacks, and of others. */
function cutRare(text: string, { rare }: Font): { piece: string; rare: boolean }[] {
  if (rare === null) return [{ piece: text, rare: false }];
  const pieces: { piece: string; rare: boolean }[] = [];
  for (const char of text) {
    const own = isRare(char);
    const last = pieces.at(-1);
    if (last?.rare === own) last.piece += char;
    else pieces.push({ piece: char, rare: own });
  }
  return pieces;
}

/**
 * The text in runs: a stretch of full-width characters that holds a sign both fonts have is one whole run, since
 * LibreOffice sets a run's last character without its spacing, and many short runs would cost a line its 28th.
 */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [piece] of text.matchAll(FULL_WIDTH_OR_NOT)) {
    const kind = SHARED_SIGN.test(piece) ? "shared" : "plain";
    const last = pieces.at(-1);
    if (last?.kind === "plain" && kind === "plain") last.piece += piece;
    else pieces.push({ piece, kind });
  }
  return pieces;
}

function looksXml(
  { style, bold, italic }: { style: string | null; bold?: boolean; italic?: boolean },
  fonts = "",
): string {
  const parts =
    (style === null ? "" : `<w:rStyle w:val="${xmlText(runStyleId(style))}"/>`) +
    fonts +
    (bold ? "<w:b/><w:bCs/>" : "") +
    (italic ? "<w:i/><w:iCs/>" : "");
  return parts === "" ? "" : `<w:rPr>${parts}</w:rPr>`;
}

function runXml(looks: string, text: string): string {
  return text === "" ? "" : `<w:r>${looks}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

function anchorXml(name: string, { anchors }: RunContext): string {
  const id = anchors.get(name);
  if (id === undefined) throw new Error(`anchor ${name} was not counted`);
  return `<w:bookmarkStart w:id="${id}" w:name="${xmlText(name)}"/><w:bookmarkEnd w:id="${id}"/>`;
}

function pageXml({ anchor, style }: Inline & { kind: "page" }, { pages }: RunContext): string {
  const looks = looksXml({ style });
  const field = (type: string): string => `<w:r>${looks}<w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = `<w:r>${looks}<w:instrText xml:space="preserve"> PAGEREF ${xmlText(anchor)} \\h </w:instrText></w:r>`;
  return field("begin") + code + field("separate") + runXml(looks, String(pages.get(anchor) ?? "")) + field("end");
}
