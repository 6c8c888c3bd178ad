import type { RuleStyle } from "../../model/layout.ts";
import { practice, required, type Check, type Context, type Fault } from "../check.ts";
import { groundAt } from "../ground.ts";
import { ensure, set } from "../mend/edit.ts";
import type { Border } from "../paper/props.ts";
import type { Paragraph, Table, TableCell } from "../paper/types.ts";
import { mmWords, thicknessWords, twipsOf } from "../words.ts";
import { ofGroup } from "./looks.ts";

/** 报尾: to whom it goes, who made it, and how many. */
export const TAIL: readonly Check[] = [
  {
    name: "tail-missing",
    group: "tail",
    what: "没有报尾（报、送、发和印数）",
    ground: practice("简报末页下端印报送范围和印数"),
    fixable: false,
    check: missing,
  },
  {
    name: "tail-place",
    group: "tail",
    what: "报尾不在末页版心底部",
    ground: required("GB/T 9704-2012 7.4.1（末条分隔线与最后一面的版心下边缘重合）"),
    fixable: false,
    check: place,
  },
  {
    name: "tail-rule",
    group: "tail",
    what: "报尾的横线没有，或粗细不对：首末两条粗，中间细",
    ground: { standing: "推荐", basis: "GB/T 9704-2012 7.4.1" },
    fixable: true,
    check: rules,
  },
  {
    name: "tail-width",
    group: "tail",
    what: "报尾的横线不与版心等宽",
    ground: required("GB/T 9704-2012 7.4.1（与版心等宽）"),
    fixable: false,
    check: width,
  },
  {
    name: "tail-order",
    group: "tail",
    what: "报尾的次序不是报、送、发",
    ground: practice("先报上级，再送同级，后发下级"),
    fixable: false,
    check: order,
  },
  {
    name: "copies-missing",
    group: "tail",
    what: "报尾没有印数",
    ground: practice("简报末行右端印“共印××份”"),
    fixable: false,
    check: copies,
  },
];

function tailOf(context: Context): Paragraph[] {
  return [...ofGroup(context, "tail")].map(([paragraph]) => paragraph).filter(({ text }) => text.trim() !== "");
}

/** The one table all of it stands in; null where it stands otherwise. */
function tableOf(tail: readonly Paragraph[]): Table | null {
  const [first] = tail;
  const table = first?.cell?.table ?? null;
  return table && tail.every(({ cell }) => cell?.table === table) ? table : null;
}

/** Only a brief has one: a file with a name above, or one made with this layout. */
function isBrief(context: Context): boolean {
  return [...context.roles.values()].some(({ style }) => style.name === "刊名");
}

function* missing(context: Context): Generator<Fault> {
  if (!context.layout.styles.has("报送") || !isBrief(context)) return;
  if (tailOf(context).some(({ text }) => /^\s*[报送发][：:]/u.test(text))) return;
  yield {
    at: null,
    message: "没有报尾：末页下端应有报、送、发的范围",
    hint: "请在末页版心底部写“报：…”“送：…”，上下加横线",
  };
}

function* place(context: Context): Generator<Fault> {
  const tail = tailOf(context);
  const [at] = tail;
  const { room } = context.setting;
  if (!at || tableOf(tail)?.floats === "foot" || room === null || room <= LINES) return;
  yield {
    at,
    message: `报尾不在末页版心底部，离底约 ${mmWords(room)}`,
    hint: "请把报尾放进表格，表格“环绕”，垂直位置选“底端”、相对于“页边距”；不要用空行往下推",
  };
}

/** Twips of what is no gap: about three lines, since pages of others are counted roughly. */
const LINES = 1700;

function* width(context: Context): Generator<Fault> {
  const table = tableOf(tailOf(context));
  const at = table?.paragraphs[0];
  const found = table && (table.width ?? table.grid.reduce((sum, each) => sum + each, 0));
  const wanted = twipsOf(context.layout.block.width);
  if (!at || !found || Math.abs(found - wanted) <= twipsOf(1)) return;
  yield {
    at,
    message: `报尾宽 ${mmWords(found)}，应与版心等宽（${mmWords(wanted)}）`,
    hint: `请把报尾表格的宽度设为 ${mmWords(wanted)}`,
  };
}

function* order(context: Context): Generator<Fault> {
  const marks = tailOf(context).flatMap((at) => {
    const mark = /^\s*([报送发])[：:]/u.exec(at.text)?.[1];
    return mark === undefined ? [] : [{ at, rank: "报送发".indexOf(mark) }];
  });
  const wrong = marks.find(({ rank }, index) => rank < (marks[index - 1]?.rank ?? 0));
  if (wrong) yield { at: wrong.at, message: "报尾的次序应为报、送、发", hint: "请把“报”放最前，“送”其次，“发”最后" };
}

function* copies(context: Context): Generator<Fault> {
  const tail = tailOf(context);
  const last = tail.at(-1);
  if (!last || !context.layout.styles.has("印数") || tail.some(({ text }) => /印\s*\d+\s*份/u.test(text))) return;
  yield { at: last, message: "报尾没有印数", hint: "请在报尾末行右端写“共印××份”" };
}

/** The lines of the table from top to bottom, with the cell each is a side of. */
function linesOf(table: Table): { cell: TableCell; side: "top" | "bottom"; border: Border | null; last: boolean }[] {
  const rows = table.rows.filter(({ cells }) => cells.some(isSeen));
  return rows.flatMap(({ cells }, index) =>
    cells.flatMap((cell) => [
      { cell, side: "top" as const, border: cell.top, last: index === 0 },
      { cell, side: "bottom" as const, border: cell.bottom, last: index === rows.length - 1 },
    ]),
  );
}

/** An empty cell without lines only lifts the 报尾 from the foot. */
function isSeen({ top, bottom, paragraphs }: TableCell): boolean {
  return top !== null || bottom !== null || paragraphs.some(({ text }) => text.trim() !== "");
}

/** Others draw their lines in many ways: where no cell has one, nothing is known. */
function* rules(context: Context): Generator<Fault> {
  const { layout } = context;
  const [thick, thin] = [layout.rules.get("报尾粗线"), layout.rules.get("报尾细线")];
  const table = tableOf(tailOf(context));
  if (!thick || !thin || !table) return;
  const lines = linesOf(table);
  if (!context.ours && lines.every(({ border }) => border === null)) return;
  for (const { cell, side, border, last } of lines) {
    const style = last ? thick : thin;
    const wanted = Math.round(style.width * 8);
    const at = cell.paragraphs[0];
    if (!at || (border !== null && Math.abs(border.size - wanted) <= 1)) continue;
    const name = last ? (side === "top" ? "首条横线" : "末条横线") : "中间的横线";
    yield {
      at,
      message:
        border === null
          ? `报尾没有${name}`
          : `报尾${name}粗 ${thicknessWords(border.size)}，应为 ${thicknessWords(wanted)}`,
      hint: "报尾首末两条线用粗线，中间用细线，与版心等宽",
      ground: groundAt(layout, `横线.${style.name}.粗`) ?? practice(),
      mend: () => drawLine(cell, side, style),
    };
  }
}

function drawLine({ node }: TableCell, side: "top" | "bottom", { width: points, colour }: RuleStyle): void {
  const borders = ensure(ensure(node, "w:tcPr"), "w:tcBorders");
  set(borders, `w:${side}`, {
    "w:val": "single",
    "w:sz": String(Math.round(points * 8)),
    "w:space": "0",
    "w:color": colour,
  });
}
