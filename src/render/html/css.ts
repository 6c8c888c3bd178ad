import type { Font, Layout, ParagraphStyle, RunLook } from "../../model/layout.ts";
import { fontOf } from "../looks.ts";

/** Class names by the names of styles: a name may hold anything, a class may not. */
export interface Classes {
  readonly paragraphs: ReadonlyMap<string, string>;
  readonly runs: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
}

export function classesOf({ styles, runStyles, rules, tables }: Layout): Classes {
  const numbered = (names: Iterable<string>, letter: string): ReadonlyMap<string, string> =>
    new Map([...names].map((name, index) => [name, `${letter}${index}`]));
  return {
    paragraphs: numbered(styles.keys(), "p"),
    runs: numbered(runStyles.keys(), "r"),
    rules: numbered(rules.keys(), "h"),
    tables: numbered(tables.keys(), "t"),
  };
}

/** The looks of a layout as a style sheet: the paper on the screen, the same pages from the printer. */
export function styleSheet(layout: Layout, classes: Classes): string {
  const all = [
    ...paperRules(layout),
    ...[...layout.styles].map(([name, style]) => `.${classes.paragraphs.get(name)}{${paragraphRule(layout, style)}}`),
    ...[...layout.runStyles].map(([name, style]) => `.${classes.runs.get(name)}{${lookRule(layout, style)}}`),
    ...[...layout.rules].map(
      ([name, { width, colour }]) => `.${classes.rules.get(name)}{border-top:${width}pt solid #${colour}}`,
    ),
    ...[...layout.tables].map(
      ([name, { border, colour, padding }]) =>
        `.${classes.tables.get(name)} td,.${classes.tables.get(name)} th{border:${border}pt solid #${colour};padding:0 ${padding}mm}`,
    ),
  ];
  return all.join("\n");
}

/** Margins of the paper around the text block, in mm: top, right, bottom, left. */
function marginsOf({ paper, block }: Layout): readonly [number, number, number, number] {
  const right = round(paper.width - block.left - block.width);
  return [block.top, right, round(paper.height - block.top - block.height), block.left];
}

function paperRules(layout: Layout): string[] {
  const { paper, block, pageNumber } = layout;
  const margins = marginsOf(layout);
  const around = margins.map((side) => `${side}mm`).join(" ");
  const number = `content:"${escaped(pageNumber.before)}" counter(page) "${escaped(pageNumber.after)}";font:${pageNumber.size}pt ${families(fontOf(layout, pageNumber.font))};line-height:1;vertical-align:top;padding-top:${pageNumber.gap}mm`;
  const inset = `${pageNumber.inset}em`;
  const numbers =
    pageNumber.placing === "居中"
      ? [`@page{@bottom-center{${number}}}`]
      : [
          `@page:right{@bottom-right{${number};padding-right:${inset}}}`,
          `@page:left{@bottom-left{${number};padding-left:${inset}}}`,
        ];
  const none = "@bottom-left{content:none}@bottom-center{content:none}@bottom-right{content:none}";
  return [
    `@page{size:${paper.width}mm ${paper.height}mm;margin:${around}}`,
    ...numbers,
    ...(pageNumber.onFirst ? [] : [`@page:first{${none}}`]),
    `@page bare{${none}}`,
    ".bare{page:bare}",
    "*{box-sizing:border-box}",
    "html{background:#e8e8e8}",
    `body{margin:0 auto;width:${paper.width}mm;min-height:${paper.height}mm;padding:${around};background:#fff;color:#000;line-break:strict;text-spacing-trim:space-all;text-autospace:normal}`,
    "p,h1,h2,h3,h4,h5,h6{margin:0;font-weight:normal;overflow-wrap:anywhere;white-space:pre-wrap;orphans:1;widows:1}",
    `.rule{margin:0;border:0;height:0;width:${block.width}mm}`,
    "table{border-collapse:collapse;table-layout:fixed;width:100%}thead{display:table-header-group}tr{break-inside:avoid}",
    ".tabs{display:flex}.tabs>.lead{flex:1;overflow:hidden;white-space:nowrap}",
    "@media screen{body{margin:8mm auto;box-shadow:0 1px 8px #0004}}",
    `@media print{html{background:none}body{width:auto;min-height:0;padding:0}}`,
  ];
}

function paragraphRule(layout: Layout, style: ParagraphStyle): string {
  const { align, line, before, after, firstLine, hanging, left, right, below } = style;
  const parts = [
    lookRule(layout, style),
    `text-align:${align === "both" || align === "distribute" ? "justify" : align}`,
    ...(align === "distribute" ? ["text-align-last:justify"] : []),
    `line-height:${line}pt`,
    `margin:${before}pt 0 ${after}pt`,
    `text-indent:${round(firstLine - hanging)}em`,
    `padding:0 ${right}em 0 ${left}em`,
    ...(style.keepNext ? ["break-after:avoid"] : []),
    ...(style.newPage ? ["break-before:page"] : []),
    ...(style.keepLines ? ["break-inside:avoid"] : []),
    ...(below === null
      ? []
      : [`border-bottom:${below.width}pt solid #${below.colour};padding-bottom:${below.space}pt`]),
  ];
  return parts.join(";");
}

/** A look; what is not given is left out. */
function lookRule(layout: Layout, { font, size, bold, colour, spacing }: Partial<RunLook>): string {
  return [
    ...(font === undefined ? [] : [`font-family:${families(fontOf(layout, font))}`]),
    ...(size === undefined ? [] : [`font-size:${size}pt`]),
    ...(bold === undefined ? [] : [`font-weight:${bold ? "bold" : "normal"}`]),
    ...(colour === undefined ? [] : [`color:#${colour}`]),
    ...(spacing === undefined ? [] : [`letter-spacing:${spacing}pt`]),
  ].join(";");
}

/** The Western font first: it has no Chinese characters, and so leaves them to the others. */
function families({ latin, eastAsian, fallbacks }: Font): string {
  const names = [...new Set([latin, eastAsian, ...fallbacks])].map((name) => `"${escaped(name)}"`);
  return [...names, "serif"].join(",");
}

/** Inside quotes of a style sheet. */
function escaped(text: string): string {
  return text.replace(/["\\<>\n]/gu, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
