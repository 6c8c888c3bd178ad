import { required, type Check, type Context, type Fault, type Ground } from "../check.ts";
import { fontOf, fontWords, isFont } from "../fonts.ts";
import { groundAt } from "../ground.ts";
import { makePageNumbers } from "../mend/page-number.ts";
import type { PageKind, PageNumberFound, Section } from "../paper/types.ts";
import { differsBySide } from "../paper/sections.ts";
import { alignWords, charWords, mmWords, sizeWords, twipsOf } from "../words.ts";

const GROUND = required("GB/T 9704-2012 7.5");

function about(name: string, what: string, look: Check["check"]): Check {
  return { name: `page-number-${name}`, group: "number", what, ground: GROUND, fixable: true, check: look };
}

/** The number of the page below the text block. */
export const NUMBER: readonly Check[] = [
  about("missing", "没有页码", missing),
  about("form", "页码的样子不对：数字左右应各有一条一字线", (context) => each(context, form)),
  about("font", "页码的字体不对", (context) => each(context, font)),
  about("size", "页码的字号不对", (context) => each(context, size)),
  about("odd-even", "单双页的页码没有分开：应单页居右、双页居左", oddEven),
  about("place", "页码靠的边不对", (context) => each(context, place)),
  about("inset", "页码没有空一字", (context) => each(context, inset)),
  about("distance", "页码离版心的远近不对", (context) => each(context, distance)),
];

interface Number {
  readonly number: PageNumberFound;
  readonly kind: PageKind;
  readonly section: Section;
  readonly context: Context;
}

type NumberFault = Pick<Fault, "message" | "hint"> & { readonly key: string };

function numbersOf(context: Context): Number[] {
  return context.paper.sections.flatMap((section) =>
    [...section.footers].flatMap(([kind, { number }]) =>
      number && (kind !== "even" || differsBySide(context.paper.settings)) ? [{ number, kind, section, context }] : [],
    ),
  );
}

function* missing(context: Context): Generator<Fault> {
  const { paper } = context;
  const tops = paper.sections.flatMap(({ headers }) => [...headers.values()]);
  if (numbersOf(context).length > 0) return;
  const above = tops.some(({ number }) => number !== null);
  yield {
    at: null,
    message: above ? "页码在页眉里，应在版心下面" : "没有页码",
    hint: "请在页脚插入页码，数字左右各放一条一字线",
    ...(!above && { mend: () => makePageNumbers(context) }),
  };
}

/** One fault of a kind is told once, however many footers have it. */
function* each(context: Context, look: (number: Number) => NumberFault | null): Generator<Fault> {
  const told = new Set<string>();
  for (const number of numbersOf(context)) {
    const fault = look(number);
    if (!fault || told.has(fault.message)) continue;
    told.add(fault.message);
    const ground: Ground | null = groundAt(context.layout, `页码.${fault.key}`);
    yield {
      at: null,
      message: fault.message,
      hint: fault.hint,
      ...(ground && { ground }),
      mend: () => makePageNumbers(context),
    };
  }
}

function bare(text: string): string {
  return text.replace(/\s/gu, "");
}

function form({ number, context: { layout } }: Number): NumberFault | null {
  const { before, after } = layout.pageNumber;
  const wanted = `${before}1${after}`;
  if (bare(number.form) === bare(wanted)) return null;
  return {
    key: "字号",
    message: `页码写成“${number.form.trim()}”，应为“${wanted}”`,
    hint: "数字左右各放一条一字线（—），不写“第”“页”",
  };
}

function font({ number, context: { layout } }: Number): NumberFault | null {
  const wanted = fontOf(layout, layout.pageNumber.font);
  const wrong = number.runs.find(({ ascii }) => wanted && !isFont(layout, wanted, ascii.name));
  if (!wrong || !wanted) return null;
  return {
    key: "字体",
    message: `页码的字体是${fontWords(wrong.ascii)}，应为半角${wanted.eastAsian}`,
    hint: `请把页码的中西文字体都设成 ${wanted.eastAsian}`,
  };
}

function size({ number, context: { layout } }: Number): NumberFault | null {
  const wrong = number.runs.find((run) => run.size !== layout.pageNumber.size);
  if (!wrong) return null;
  const wanted = sizeWords(layout.pageNumber.size);
  return {
    key: "字号",
    message: `页码的字号是${sizeWords(wrong.size)}，应为${wanted}`,
    hint: `请把页码的字号设成${wanted}`,
  };
}

function* oddEven(context: Context): Generator<Fault> {
  const { paper, layout } = context;
  const bySide = layout.pageNumber.placing === "单右双左";
  if (numbersOf(context).length === 0 || !bySide) return;
  const missingEven = paper.sections.some(
    ({ footers }) => footers.get("default")?.number && !footers.get("even")?.number,
  );
  if (differsBySide(paper.settings) && !missingEven) return;
  yield {
    at: null,
    message: "单双页的页码没有分开，应单页居右、双页居左",
    hint: "请在页脚里勾选“奇偶页不同”，奇数页的页码居右空一字，偶数页居左空一字",
    ground: groundAt(layout, "页码.位置") ?? GROUND,
    mend: () => makePageNumbers(context),
  };
}

function sideOf({ kind, context }: Number): "left" | "right" | "center" {
  if (context.layout.pageNumber.placing === "居中") return "center";
  return kind === "even" ? "left" : "right";
}

/** Where both sides have one footer, that is told, and not which side it takes. */
function isPlaced({ number, context }: Number): boolean {
  const bySide = context.layout.pageNumber.placing === "单右双左";
  return !number.boxed && (!bySide || differsBySide(context.paper.settings));
}

function place(number: Number): NumberFault | null {
  const wanted = sideOf(number);
  const { align } = number.number.props;
  const found = align === "both" ? "left" : align;
  if (!isPlaced(number) || found === wanted) return null;
  const page = number.kind === "even" ? "双页" : number.kind === "first" ? "首页" : "单页";
  return {
    key: "位置",
    message: `${page}的页码${alignWords(found)}，应${alignWords(wanted)}`,
    hint: "单页码居右空一字，双页码居左空一字",
  };
}

function inset(number: Number): NumberFault | null {
  const side = sideOf(number);
  if (!isPlaced(number) || side === "center" || place(number)) return null;
  const { size: points, inset: wanted } = number.context.layout.pageNumber;
  const { props } = number.number;
  const chars = props[`${side}Chars`];
  const found = chars === 0 ? props[side] / (points * 20) : chars / 100;
  if (Math.abs(found - wanted) <= 0.25) return null;
  return {
    key: "空",
    message: `页码外侧空 ${charWords(found)}，应空 ${charWords(wanted)}`,
    hint: `请把页码那一段的外侧缩进设为 ${charWords(wanted)}`,
  };
}

/** What cannot be told more exactly of others' footers. */
const NEAR = twipsOf(1.5);

function distance({ number, section, context: { layout } }: Number): NumberFault | null {
  const { boxed, props } = number;
  const wanted = twipsOf(layout.pageNumber.gap);
  const points = number.runs[0]?.size ?? layout.pageNumber.size;
  const line = props.lineRule === "exact" ? props.line : points * 20 * NATURAL;
  const found = section.bottom - section.footer - props.after - line / 2;
  if (boxed || Math.abs(found - wanted) <= NEAR) return null;
  return {
    key: "距版心",
    message: `页码的一字线在版心下 ${mmWords(found)}，应为 ${mmWords(wanted)}`,
    hint: "请在“页面设置—版式”里调“页脚距边界”",
  };
}

/** Height of a line in its type sizes, where nothing else is said. */
const NATURAL = 1.3;
