import { fitted } from "../base/width.ts";
import { percent, type Counts, type Tones } from "./coverage-data.ts";
import { FONTS, markupText, TONE_COLOURS } from "./coverage-escape.ts";

const ROW = 30;
const BAR = 18;
const LABEL = 96;
const WHOLE = 480;
/** Room for a number behind the longest bar. */
const NUMBER = 48;
/** Cells of a name, of 7.2 pixels each: a longer one would run out of the picture. */
const NAME = Math.floor((LABEL - 10) / 7.2);

/** Horizontal bars, one a name, with the number behind each. */
export function barsSvg(counts: Counts, label: string): string {
  const most = Math.max(1, ...counts.values());
  const bars = [...counts].map(([name, count], index) => {
    const y = index * ROW + 6;
    const long = round((count * (WHOLE - LABEL - NUMBER)) / most);
    return (
      `<text x="${LABEL - 10}" y="${y + BAR / 2}" dy=".35em" text-anchor="end">${markupText(fitted(name, NAME))}</text>` +
      `<rect x="${LABEL}" y="${y}" width="${long}" height="${BAR}" rx="2" fill="#4f8cc0"/>` +
      `<text x="${LABEL + long + 8}" y="${y + BAR / 2}" dy=".35em">${count}</text>`
    );
  });
  return svg(counts.size * ROW + 6, label, bars.join(""));
}

/** One bar of 喜, 忧 and 中, each with its number and share below. */
export function tonesSvg(tone: Tones): string {
  const names = ["喜", "忧", "中"] as const;
  const all = tone.喜 + tone.忧 + tone.中;
  let at = 0;
  const parts = names.map((name, index) => {
    const long = all === 0 ? 0 : (tone[name] * WHOLE) / all;
    const x = index * (WHOLE / names.length);
    const part =
      `<rect x="${round(at)}" y="4" width="${round(long)}" height="26" fill="${TONE_COLOURS[name]}"/>` +
      `<rect x="${round(x)}" y="44" width="14" height="14" rx="2" fill="${TONE_COLOURS[name]}"/>` +
      `<text x="${round(x + 22)}" y="51" dy=".35em">${name} ${tone[name]} 条（${percent(tone[name], all)}）</text>`;
    at += long;
    return part;
  });
  return svg(64, "喜、忧、中各多少条", parts.join(""));
}

function svg(height: number, label: string, inside: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WHOLE} ${height}" role="img" aria-label="${markupText(label)}" ` +
    `font-family="${FONTS}" font-size="14" fill="#1b2733">${inside}</svg>`
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
