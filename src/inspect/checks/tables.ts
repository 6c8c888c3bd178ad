import { practice, type Check, type Context, type Fault } from "../check.ts";
import { ensure, turn } from "../mend/edit.ts";
import type { Paragraph, Table } from "../paper/types.ts";
import { mmWords, twipsOf } from "../words.ts";
import { ofGroup } from "./looks.ts";

/** Tables in the text. */
export const TABLES: readonly Check[] = [
  {
    name: "table-width",
    group: "table",
    what: "表格比版心宽",
    ground: practice("表格不出版心"),
    fixable: false,
    check: width,
  },
  {
    name: "table-head",
    group: "table",
    what: "跨页的表格没有设“重复标题行”",
    ground: practice("跨页的表每页有表头"),
    fixable: true,
    check: head,
  },
  {
    name: "table-row-split",
    group: "table",
    what: "表格的行可以跨页断开",
    ground: practice("一行不分在两页"),
    fixable: true,
    check: split,
  },
];

/** Tables that are tables: not the 报尾, not one in another. */
function* textTables(context: Context): Generator<[Table, Paragraph]> {
  const tail = new Set([...ofGroup(context, "tail")].map(([{ cell }]) => cell?.table));
  for (const table of context.paper.tables) {
    const [first] = table.paragraphs;
    if (first && !table.inner && table.floats === "no" && !tail.has(table)) yield [table, first];
  }
}

function* width(context: Context): Generator<Fault> {
  for (const [table, at] of textTables(context)) {
    const section = context.paper.sections[at.section] ?? context.paper.sections.at(-1);
    const own = table.width ?? table.grid.reduce((sum, each) => sum + each, 0);
    const room = section ? section.width - section.left - section.right - section.gutter : 0;
    if (room <= 0 || own + table.indent - room <= twipsOf(1) * 2) continue;
    yield {
      at,
      message: `表格宽 ${mmWords(own)}，超出版心（${mmWords(room)}）`,
      hint: "请在“表格属性”里把宽度设为版心宽，或改成“根据窗口调整”",
    };
  }
}

function* head(context: Context): Generator<Fault> {
  const { setting } = context;
  for (const [table, at] of textTables(context)) {
    const last = table.paragraphs.at(-1) ?? at;
    const [first] = table.rows;
    const crosses = setting.pageOf(at.index) !== setting.pageOf(last.index);
    if (!first || !crosses || table.rows.length < 3 || table.rows.some((row) => row.head)) continue;
    yield {
      at,
      message: "表格跨页，没有设“重复标题行”",
      hint: "请选中表头行，在“表格属性—行”里勾选“在各页顶端以标题行形式重复出现”",
      mend: () => turn(ensure(first.node, "w:trPr"), "w:tblHeader", true),
    };
  }
}

function* split(context: Context): Generator<Fault> {
  for (const [table, at] of textTables(context)) {
    const rows = table.rows.filter(({ maySplit }) => maySplit);
    if (rows.length === 0) continue;
    yield {
      at,
      message: "表格的行允许跨页断开",
      hint: "请在“表格属性—行”里去掉“允许跨页断行”",
      mend: () => rows.forEach(({ node }) => turn(ensure(node, "w:trPr"), "w:cantSplit", true)),
    };
  }
}
