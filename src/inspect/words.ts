import type { Align } from "../model/layout.ts";

/** 号 by their points. */
const SIZES: ReadonlyMap<number, string> = new Map([
  [42, "初号"],
  [36, "小初"],
  [26, "一号"],
  [24, "小一"],
  [22, "二号"],
  [18, "小二"],
  [16, "三号"],
  [15, "小三"],
  [14, "四号"],
  [12, "小四"],
  [10.5, "五号"],
  [9, "小五"],
  [7.5, "六号"],
]);

/** `三号（16磅）`, or `17磅`. */
export function sizeWords(points: number): string {
  const named = SIZES.get(points);
  return named === undefined ? `${short(points)}磅` : `${named}（${short(points)}磅）`;
}

export function mmOf(twips: number): number {
  return (twips * 25.4) / 1440;
}

export function twipsOf(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

export function mmWords(twips: number): string {
  return `${short(Math.round(mmOf(twips) * 10) / 10)}毫米`;
}

/** Points of a length in twips. */
export function pointWords(twips: number): string {
  return `${short(twips / 20)}磅`;
}

export function charWords(chars: number): string {
  return `${short(Math.round(chars * 10) / 10)}字`;
}

/** Of a line's thickness in eighths of a point: in 磅 and mm, since both are in use. */
export function thicknessWords(eighths: number): string {
  return `${short(eighths / 8)}磅（${short(Math.round((eighths / 8) * 35.28) / 100)}毫米）`;
}

export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const ALIGNS = {
  left: "左对齐",
  center: "居中",
  right: "右对齐",
  both: "两端对齐",
  distribute: "分散对齐",
} satisfies Readonly<Record<Align, string>>;

export function alignWords(align: string): string {
  return Object.hasOwn(ALIGNS, align) ? ALIGNS[align as Align] : `“${align}”`;
}
