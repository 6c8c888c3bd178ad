import { childOf, type XmlElement } from "../../ooxml/tree.ts";

const STAR = "★";
/** Codes of stars in Wingdings, which come as they are or in the private use area; other fonts of signs copy them. */
const STARS = /[\u00aa-\u00af\u00b5\u00b6\uf0aa-\uf0af\uf0b5\uf0b6]/gu;
const PRIVATE_STARS = /[\uf0aa-\uf0af\uf0b5\uf0b6]/gu;
/** Wingdings 2 has its stars elsewhere. */
const STARS_2 = /[\u00dc-\u00f8\uf0dc-\uf0f8]/gu;

/** What a w:sym shows: a star is told from other signs, since ★ makes a mark. */
export function symbolOf({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes["w:char"] ?? "", 16);
  if (!(code > 0 && code <= 0x10ffff)) return "□";
  return starred(String.fromCodePoint(code), attributes["w:font"] ?? "Wingdings");
}

/** Text as its font shows it. */
export function starred(text: string, font: string): string {
  if (!/wingdings/iu.test(font)) return text.replace(PRIVATE_STARS, STAR);
  return text.replace(/2\s*$/u.test(font) ? STARS_2 : STARS, STAR);
}

/** The font of signs that a run has of its own. */
export function signFontOf(run: XmlElement): string {
  const fonts = Object.values(childOf(childOf(run, "w:rPr"), "w:rFonts")?.attributes ?? {});
  return fonts.find((font) => /wingdings/iu.test(font)) ?? "";
}
