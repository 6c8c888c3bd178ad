import type { Font, ParagraphStyle, RunLook, RunStyle, TabStop } from "../model/layout.ts";
import { mergeRecords } from "./layout-merge.ts";
import { BLACK, inPoints, type Debts } from "./layout-debts.ts";
import type { RawLayout, RawStyle, RawTab } from "./layout-shape.ts";
import type { Length, Placed } from "./layout-values.ts";

/** What styles are measured by. */
export interface StyleContext {
  readonly owe: Debts;
  readonly fonts: ReadonlyMap<string, Font>;
  /** 行 in points. */
  readonly pitch: number;
  /** Width of the text block, mm. */
  readonly width: number;
}

interface Styles {
  readonly paragraph: ReadonlyMap<string, ParagraphStyle>;
  readonly run: ReadonlyMap<string, RunStyle>;
}

export function resolveStyles(raw: RawLayout, context: StyleContext): Styles {
  const written = raw.样式 ?? new Map<string, RawStyle>();
  const paragraph = new Map<string, ParagraphStyle>();
  const ids = new Map<string, string>();
  for (const [name, own] of written) {
    const style = paragraphOf(name, inherit(own, { written, seen: [name] }), context);
    const id = own.标识;
    if (id !== null && ids.has(style.id))
      id.fault(`标识“${style.id}”已用于样式“${ids.get(style.id)}”`, "每个样式要有自己的标识");
    ids.set(style.id, name);
    paragraph.set(name, style);
  }
  return {
    paragraph,
    run: new Map([...(raw.字符样式 ?? [])].map(([name, own]) => [name, { name, ...partialLook(own, context) }])),
  };
}

interface Heritage {
  readonly written: ReadonlyMap<string, RawStyle>;
  readonly seen: readonly string[];
}

/** A style with what the style it is made after says; the id is its own. */
function inherit(own: RawStyle, { written, seen }: Heritage): RawStyle {
  const name = own.仿;
  if (name === null) return own;
  const model = written.get(name.value);
  if (model === undefined || seen.includes(name.value)) {
    name.fault(
      model ? `样式“${name.value}”绕回了自己` : `没有名为“${name.value}”的样式`,
      `可仿的有：${[...written.keys()].join("、")}`,
    );
    return own;
  }
  const base = inherit(model, { written, seen: [...seen, name.value] });
  return mergeRecords({ ...base, 标识: null, 仿: null }, own) as unknown as RawStyle;
}

function paragraphOf(name: string, raw: RawStyle, context: StyleContext): ParagraphStyle {
  const { owe, fonts, pitch } = context;
  const path = `样式.${name}`;
  const look: RunLook = {
    bold: false,
    colour: BLACK,
    spacing: 0,
    ...partialLook(raw, context),
    font: owe.name(raw.字体, `${path}.字体`, fonts),
    size: owe.value(raw.字号, `${path}.字号`, 1),
  };
  const line = owe.value<Length>(raw.行距, `${path}.行距`, { amount: 1, unit: "行" });
  return {
    name,
    id: raw.标识?.value ?? name,
    ...look,
    align: ALIGN[raw.对齐?.value ?? "两端"],
    line: vertical(line, pitch),
    before: vertical(raw.段前?.value, pitch),
    after: vertical(raw.段后?.value, pitch),
    ...indentsOf(raw),
    keepNext: raw.与下段同页?.value ?? false,
    keepLines: raw.段中不分页?.value ?? false,
    newPage: raw.另起一页?.value ?? false,
    balance: raw.匀行?.value ?? false,
    inkTop: raw.顶距?.value.amount ?? null,
    onGrid: raw.落行?.value ?? false,
    tabs: (raw.制表位?.value ?? []).map((tab) =>
      tabStop(tab, { char: look.size + look.spacing, width: context.width }),
    ),
    below: belowOf(raw.下线),
    bullet: raw.项目符号?.value ?? null,
  };
}

function indentsOf({
  首行缩进,
  悬挂,
  左缩进,
  右缩进,
}: RawStyle): Pick<ParagraphStyle, "firstLine" | "hanging" | "left" | "right"> {
  const amount = (length: Placed<Length> | null): number => length?.value.amount ?? 0;
  return { firstLine: amount(首行缩进), hanging: amount(悬挂), left: amount(左缩进), right: amount(右缩进) };
}

const ALIGN = { 左: "left", 中: "center", 右: "right", 两端: "both", 分散: "distribute" } as const;

type RawRun = Pick<RawStyle, "字体" | "字号" | "加粗" | "颜色" | "字距">;

/** What a style says of the look of its characters, and no more. */
function partialLook({ 字体, 字号, 加粗, 颜色, 字距 }: RawRun, { owe, fonts }: StyleContext): Partial<RunLook> {
  return {
    ...(字体 && { font: owe.name(字体, "字体", fonts) }),
    ...(字号 && { size: 字号.value }),
    ...(加粗 && { bold: 加粗.value }),
    ...(颜色 && { colour: 颜色.value }),
    ...(字距 && { spacing: 字距.value.amount }),
  };
}

/** Points of a vertical length. */
function vertical(length: Length | undefined, pitch: number): number {
  if (length === undefined) return 0;
  return length.unit === "行" ? length.amount * pitch : inPoints(length);
}

function belowOf(raw: RawStyle["下线"]): ParagraphStyle["below"] {
  if (!raw?.粗) return null;
  return { width: inPoints(raw.粗.value), colour: raw.颜色?.value ?? BLACK, space: raw.距字?.value.amount ?? 0 };
}

const TAB_ALIGN = { 左: "left", 中: "center", 右: "right" } as const;

/** A tab stop in mm from the left; `char` in points, `width` in mm. */
function tabStop({ 位置, 距右, 对齐, 引线 }: RawTab, { char, width }: { char: number; width: number }): TabStop {
  const mm = (placed: Placed<Length>): number =>
    placed.value.unit === "字" ? (placed.value.amount * char * 25.4) / 72 : placed.value.amount;
  const at = 距右 ? width - mm(距右) : 位置 ? mm(位置) : 0;
  return { at, align: TAB_ALIGN[对齐?.value ?? "左"], leader: 引线?.value === "中圆点" ? "middleDot" : "none" };
}
