import type {
  BodyStyles,
  FigureMark,
  Font,
  Layout,
  PageNumber,
  ParagraphStyle,
  RuleStyle,
  RunStyle,
  TableStyle,
  TailPlace,
} from "../model/layout.ts";
import type { RawLayout } from "./layout-shape.ts";
import { resolveStyles, type StyleContext } from "./layout-styles.ts";
import { Placed, type Length } from "./layout-values.ts";
import { BLACK, Debts, inPoints } from "./layout-debts.ts";
import type { Reading } from "./reading.ts";

/** A merged layout file as a layout: everything owed is there, every name it uses exists. What is wrong goes to the readings. */
export function resolveLayout(raw: RawLayout, reading: Reading): Layout {
  const owe = new Debts(reading);
  const fonts = fontsOf(raw, owe);
  const context: StyleContext = {
    owe,
    fonts,
    pitch: owe.length(raw.网格?.行距 ?? null, "网格.行距"),
    width: owe.length(raw.版心?.宽 ?? null, "版心.宽"),
  };
  const styles = resolveStyles(raw, context);
  return {
    name: raw.名称?.value ?? "",
    paper: { width: owe.length(raw.纸张?.宽 ?? null, "纸张.宽"), height: owe.length(raw.纸张?.高 ?? null, "纸张.高") },
    block: {
      top: owe.length(raw.版心?.上 ?? null, "版心.上"),
      left: owe.length(raw.版心?.左 ?? null, "版心.左"),
      width: context.width,
      height: owe.length(raw.版心?.高 ?? null, "版心.高"),
    },
    grid: gridOf(raw, context),
    fonts,
    styles: styles.paragraph,
    runStyles: styles.run,
    rules: rulesOf(raw, owe),
    tables: tablesOf(raw, owe),
    pageNumber: pageNumberOf(raw, context),
    tail: tailOf(raw),
    body: bodyOf(raw, { owe, styles: styles.paragraph, runs: styles.run }),
    marks: marksOf(raw),
  };
}

function gridOf({ 网格: grid }: RawLayout, { owe, pitch }: StyleContext): Layout["grid"] {
  return {
    lines: owe.value(grid?.行数 ?? null, "网格.行数", 1),
    chars: owe.value(grid?.字数 ?? null, "网格.字数", 1),
    pitch,
    spacing: grid?.字距?.value.amount ?? 0,
  };
}

function tailOf({ 报尾: tail }: RawLayout): TailPlace {
  return { even: tail?.位置?.value === "偶数页", lift: tail?.离底?.value.amount ?? 0 };
}

function fontsOf(raw: RawLayout, owe: Debts): ReadonlyMap<string, Font> {
  const named = [...(raw.字体 ?? [])].map(([name, { 中文, 西文, 备用, 生僻字 }]): [string, Font] => {
    const eastAsian = owe.value(中文, `字体.${name}.中文`, "");
    const rare = 生僻字 && 生僻字.value !== eastAsian ? 生僻字.value : null;
    return [name, { name, eastAsian, latin: 西文?.value ?? eastAsian, fallbacks: 备用?.value ?? [], rare }];
  });
  return new Map(named);
}

function thickness(owe: Debts, placed: Placed<Length> | null, path: string): number {
  return inPoints(owe.value(placed, path, { amount: 1, unit: "磅" }));
}

function rulesOf(raw: RawLayout, owe: Debts): ReadonlyMap<string, RuleStyle> {
  return new Map(
    [...(raw.横线 ?? [])].map(([name, { 粗, 颜色 }]) => [
      name,
      { name, width: thickness(owe, 粗, `横线.${name}.粗`), colour: 颜色?.value ?? BLACK },
    ]),
  );
}

function tablesOf(raw: RawLayout, owe: Debts): ReadonlyMap<string, TableStyle> {
  return new Map(
    [...(raw.表格样式 ?? [])].map(([name, { 线, 颜色, 内边距 }]) => {
      const border = thickness(owe, 线, `表格样式.${name}.线`);
      return [name, { name, border, colour: 颜色?.value ?? BLACK, padding: 内边距?.value.amount ?? 0 }];
    }),
  );
}

function pageNumberOf({ 页码: raw }: RawLayout, { owe, fonts }: StyleContext): PageNumber {
  return {
    font: owe.name(raw?.字体 ?? null, "页码.字体", fonts),
    size: owe.value(raw?.字号 ?? null, "页码.字号", 1),
    before: raw?.前?.value ?? "",
    after: raw?.后?.value ?? "",
    placing: owe.value(raw?.位置 ?? null, "页码.位置", "居中"),
    gap: owe.length(raw?.距版心 ?? null, "页码.距版心"),
    inset: raw?.空?.value.amount ?? 0,
    onFirst: raw?.首页?.value !== "不显示",
  };
}

interface BodyContext {
  readonly owe: Debts;
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly runs: ReadonlyMap<string, RunStyle>;
}

function bodyOf({ 正文结构: raw, 表格样式: tables }: RawLayout, { owe, styles, runs }: BodyContext): BodyStyles {
  const style = (key: "段落" | "列表项" | "图" | "表头" | "表格文字"): string =>
    owe.name(raw?.[key] ?? null, `正文结构.${key}`, styles);
  const [one = "", two = "", three = "", four = "", ...more] = owe.value(raw?.标题 ?? null, "正文结构.标题", []);
  const headings = [one, two, three, four] as const;
  if (raw?.标题 && (more.length > 0 || headings.some((name) => !styles.has(name))))
    raw.标题.fault("标题应是四个样式的名称", "请按一级至四级的次序写四个");
  const [first = "", second = "", ...others] = owe.value(raw?.接排 ?? null, "正文结构.接排", []);
  const runIn = [first, second] as const;
  if (raw?.接排 && (others.length > 0 || runIn.some((name) => !runs.has(name))))
    raw.接排.fault("接排应是两个字符样式的名称", "请按一级、二级的次序写两个");
  return {
    paragraph: style("段落"),
    headings,
    runIn,
    listItem: style("列表项"),
    figure: style("图"),
    table: owe.name(raw?.表格 ?? null, "正文结构.表格", tables ?? new Map()),
    tableHead: style("表头"),
    tableCell: style("表格文字"),
  };
}

/** The figures with a standing, in the order of the file. */
function marksOf(value: unknown): FigureMark[] {
  if (value instanceof Placed)
    return [...(value.mark ? [value.mark] : []), ...(Array.isArray(value.value) ? value.value.flatMap(marksOf) : [])];
  if (value instanceof Map) return [...value.values()].flatMap(marksOf);
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(marksOf) : [];
}
