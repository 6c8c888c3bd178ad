import { fingerprint } from "../base/fingerprint.ts";
import { visible } from "../base/visible.ts";
import { xmlText } from "../base/xml.ts";

/** Untrusted text inside HTML, SVG and their attributes between double quotes: no sign of it is markup, and nothing hides. */
export function markupText(text: string): string {
  return xmlText(visible(text));
}

/** Begins every HTML and SVG made here, by which a file is known as one that may be replaced. */
export const MADE_HERE = "<!-- 由 zhuanbao coverage 写出 -->";

const SEALED = /<!-- 由 zhuanbao coverage 写出，指纹 [0-9a-z]+ -->/u;

/** The markup with a mark by which it is known whether anybody has changed it since. */
export function sealed(markup: string): string {
  return markup.replace(MADE_HERE, MADE_HERE.replace(" -->", `，指纹 ${fingerprint(markup)} -->`));
}

/** Whether markup was made here, and nobody has changed it. */
export function isSealed(markup: string): boolean {
  return SEALED.test(markup) && sealed(markup.replace(SEALED, MADE_HERE)) === markup;
}

/** The greatest of many rows of numbers; 0 of none. There may be more of them than a call takes arguments. */
export function mostIn(rows: readonly { readonly cells: readonly number[] }[]): number {
  return rows.reduce((most, { cells }) => cells.reduce((one, other) => Math.max(one, other), most), 0);
}

/** Faces of every system, Chinese ones first. */
export const FONTS =
  "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',SimHei,sans-serif";

/** Depths of a heat map from nothing to the most, as background and ink; numbers stand in every cell, so that they are read without colours too. */
export const DEPTHS = [
  { back: "#ffffff", ink: "#9aa3ad" },
  { back: "#e6eff7", ink: "#1b2733" },
  { back: "#c3d9ec", ink: "#1b2733" },
  { back: "#8fb9dc", ink: "#10202f" },
  { back: "#4f8cc0", ink: "#ffffff" },
  { back: "#1f5f99", ink: "#ffffff" },
] as const;

/** The depth of a count beside the highest one. */
export function depthOf(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0;
  // Few counts are told apart by themselves, many by their share of the most.
  const steps = DEPTHS.length - 1;
  return most <= steps ? count : Math.max(1, Math.ceil((count * steps) / most));
}

/** Colours of tones; each stands beside its name. */
export const TONE_COLOURS = { 喜: "#c8503c", 忧: "#2f5f8a", 中: "#a7adb4" } as const;
