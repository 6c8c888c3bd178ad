import type { Inline } from "../../model/document.ts";
import type { Layout, ParagraphStyle, RunLook } from "../../model/layout.ts";
import { isFullWidth } from "../characters.ts";
import { fontOf, lookOf } from "../looks.ts";
import { isRare } from "../rare.ts";
import { westernWidth } from "./widths.ts";

export const TAB = "\t";
export const BREAK = "\n";

/** A paragraph as one string with measures in twips for each UTF-16 unit; a page number stands as its digits. */
export interface Flat {
  readonly text: string;
  readonly widths: Float64Array;
  /** Space before a character that follows one of another script; falls away where a line begins. */
  readonly gaps: Float64Array;
  readonly anchors: readonly { readonly name: string; readonly at: number }[];
}

export interface FlatContext {
  readonly layout: Layout;
  readonly style: ParagraphStyle;
  /** Page number of each anchor, as far as known. */
  readonly pages: ReadonlyMap<string, number>;
}

export function flatten(inlines: readonly Inline[], context: FlatContext): Flat {
  const pieces = inlines.map((inline) => pieceOf(inline, context.pages));
  const text = pieces.join("");
  const flat = {
    text,
    widths: new Float64Array(text.length),
    gaps: new Float64Array(text.length),
    anchors: [] as { name: string; at: number }[],
  };
  let at = 0;
  inlines.forEach((inline, index) => {
    const end = at + (pieces[index] ?? "").length;
    if (inline.kind === "anchor") flat.anchors.push({ name: inline.name, at });
    if (inline.kind === "text" || inline.kind === "page") measure(flat, { from: at, to: end }, faceOf(inline, context));
    at = end;
  });
  return flat;
}

function pieceOf(inline: Inline, pages: ReadonlyMap<string, number>): string {
  if (inline.kind === "text") return inline.text;
  if (inline.kind === "page") return String(pages.get(inline.anchor) ?? 1);
  return inline.kind === "tab" ? TAB : inline.kind === "break" ? BREAK : "";
}

/** What a character's width depends on: em and spacing in twips, and the face of the Western font. */
interface Face {
  readonly em: number;
  readonly spacing: number;
  /** One font sets both scripts: its Western characters have half the width. */
  readonly halfWidth: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Characters that GB 2312 lacks have a font, and so a run, of their own. */
  readonly ownRare: boolean;
}

function faceOf(inline: Inline & { kind: "text" | "page" }, { layout, style }: FlatContext): Face {
  const { font, size, spacing, bold }: RunLook = lookOf(layout, style, inline);
  const { latin, eastAsian, rare } = fontOf(layout, font);
  return {
    em: size * 20,
    spacing: spacing * 20,
    halfWidth: latin === eastAsian,
    bold,
    italic: inline.kind === "text" && inline.italic,
    ownRare: rare !== null,
  };
}

/** Between Chinese and Western letters or digits LibreOffice leaves a fifth of the size; Word and WPS leave about as much. */
const SCRIPT_GAP = 1 / 5;

function measure({ text, widths, gaps }: Flat, { from, to }: { from: number; to: number }, face: Face): void {
  let script = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xdc00 && code < 0xe000) continue;
    widths[at] = isInvisible(code) ? 0 : face.spacing + widthOf(code, face);
    const own = face.ownRare && isRareAt(text, at) ? 3 : scriptOf(code);
    // The last character of a stretch of one script, font and look is set without its spacing.
    if (own !== 0 && script !== 0 && own !== script) widths[at - 1] = (widths[at - 1] ?? 0) - face.spacing;
    if (own !== 0) script = own;
    if (at > 0 && differ(text.charCodeAt(at - 1), code)) gaps[at] = face.em * SCRIPT_GAP;
  }
  if (to > from) widths[to - 1] = (widths[to - 1] ?? 0) - face.spacing;
}

function widthOf(code: number, face: Face): number {
  if (isFullWidth(code)) return face.em;
  return face.halfWidth ? face.em / 2 : (westernWidth(code, face) * face.em) / 1000;
}

function isRareAt(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x3400 && isRare(String.fromCodePoint(text.codePointAt(at) as number));
}

/** 1 for Western letters and digits, 2 for Chinese, 0 for signs that go with what is before them. */
function scriptOf(code: number): 0 | 1 | 2 {
  if (code < 0x80) return isWesternLetter(code) ? 1 : 0;
  if (code >= 0x2e80) return 2;
  return code < 0x2000 && code >= 0xc0 && code !== 0xd7 && code !== 0xf7 ? 1 : 0;
}

/** Whether a gap stands between two characters: letters or digits of different scripts. */
function differ(left: number, right: number): boolean {
  return (isWesternLetter(left) && isChineseLetter(right)) || (isChineseLetter(left) && isWesternLetter(right));
}

function isWesternLetter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)
  );
}

function isChineseLetter(code: number): boolean {
  return (code >= 0x3005 && code <= 0x3007) || (code >= 0x3040 && code < 0xfb00);
}

const INVISIBLE = /\p{Mn}|\p{Me}|\p{Cf}/u;

function isInvisible(code: number): boolean {
  return code >= 0x300 && (code < 0x2e80 || code > 0xfe00) && INVISIBLE.test(String.fromCharCode(code));
}
