import { childOf } from "../../ooxml/tree.ts";
import { practice, required, type Check, type Context, type Fault } from "../check.ts";
import { sameColour } from "../colours.ts";
import { groundAt } from "../ground.ts";
import { ensure, paragraphProperties, set } from "../mend/edit.ts";
import type { Border } from "../paper/props.ts";
import type { Paragraph } from "../paper/types.ts";
import { thicknessWords } from "../words.ts";
import { colourWords } from "./looks.ts";

/** 报头: the name, its number, who and when, and the red line. */
export const FRONT: readonly Check[] = [
  {
    name: "masthead-missing",
    group: "front",
    what: "没有刊名",
    ground: { standing: "推荐", basis: "GB/T 9704-2012 7.2.4" },
    fixable: false,
    check: mastheadMissing,
  },
  {
    name: "issue-number-missing",
    group: "front",
    what: "没有期号",
    ground: practice("简报按期编号"),
    fixable: false,
    check: issueMissing,
  },
  {
    name: "issue-number-form",
    group: "front",
    what: "期号的写法不对：编了虚位、加了括号、少了“第”",
    ground: required("GB/T 9704-2012 7.2.5（序号不编虚位，即 1 不编为 01；期号照此）"),
    fixable: false,
    check: issueForm,
  },
  {
    name: "red-line-missing",
    group: "front",
    what: "报头下没有横线",
    ground: required("GB/T 9704-2012 7.2.7"),
    fixable: true,
    check: (context) => redLine(context, missing),
  },
  {
    name: "red-line-width",
    group: "front",
    what: "报头横线的粗细不是版式所定的",
    ground: practice("国标未定线宽；简报通行 1.5 至 2.25 磅"),
    fixable: true,
    check: (context) => redLine(context, width),
  },
  {
    name: "red-line-colour",
    group: "front",
    what: "报头横线不是红色",
    ground: required("GB/T 9704-2012 7.2.7（红色）"),
    fixable: true,
    check: (context) => redLine(context, colour),
  },
  {
    name: "red-line-indent",
    group: "front",
    what: "报头横线不与版心等宽：所在的段有缩进，线跟着短了",
    ground: required("GB/T 9704-2012 7.2.7（与版心等宽）"),
    fixable: true,
    check: (context) => redLine(context, indent),
  },
];

/** The paragraph of a style of the layout; null where there is none. */
function first({ roles }: Context, name: string): Paragraph | null {
  for (const [paragraph, { style }] of roles) if (style.name === name) return paragraph;
  return null;
}

function* mastheadMissing(context: Context): Generator<Fault> {
  const style = context.layout.styles.get("刊名");
  if (!style || first(context, "刊名")) return;
  yield {
    at: null,
    message: "没有找到刊名（首页上部醒目的红字）",
    hint: "请在首页上部居中印刊名；不是这种刊物的，用 --publication 或 --layout 另指版式",
    ground: groundAt(context.layout, "样式.刊名.字体") ?? practice(),
  };
}

function* issueMissing(context: Context): Generator<Fault> {
  if (!context.layout.styles.has("期号") || !first(context, "刊名") || first(context, "期号")) return;
  yield { at: null, message: "刊名下没有期号", hint: "请在刊名下居中写“第×期”" };
}

function* issueForm(context: Context): Generator<Fault> {
  const at = first(context, "期号");
  const fault = at && formFault(at.text.trim());
  if (!at || !fault) return;
  yield {
    at,
    message: `期号“${at.text.trim()}”${fault}`,
    hint: "请写成“第12期”，年度编号；另有总期号的写“（总第345期）”",
  };
}

function formFault(text: string): string | null {
  const digits = /\d+/u.exec(text)?.[0] ?? "";
  if (/^0\d/u.test(digits) || /第\s*0\d/u.test(text)) return "编了虚位，序号不加 0";
  if (/第\s*[（(〔[［]/u.test(text)) return "的序号加了括号，应直接写数字";
  if (/\d\s*期/u.test(text) && !text.includes("第")) return "少了“第”字";
  if (/no\.?\s*\d/iu.test(text)) return "应写“第×期”";
  return null;
}

interface Line {
  readonly at: Paragraph;
  readonly border: Border | null;
  readonly wanted: { readonly width: number; readonly colour: string; readonly space: number };
}

type LineFault = Pick<Fault, "message" | "hint"> & { readonly key: string; readonly mend: () => void };

/** The line below 编发行. Where a drawing stands near it, that may be the line: then nothing is said. */
function* redLine(context: Context, look: (line: Line) => LineFault | null): Generator<Fault> {
  const { layout, paper } = context;
  const style = layout.styles.get("编发行");
  const at = first(context, "编发行");
  if (!style?.below || !at) return;
  const near = [at, paper.paragraphs[at.index]].filter((each) => each !== undefined);
  const holder = near.find(({ props }) => props.bottom !== null) ?? near.find(({ props }) => props.top !== null) ?? at;
  const border = holder.props.bottom ?? holder.props.top;
  const drawn = paper.paragraphs
    .slice(0, at.index + 2)
    .some(({ holds }) => holds.includes("drawing") || holds.includes("box"));
  if (border === null && (drawn || at.cell !== null)) return;
  const fault = look({ at: holder, border, wanted: style.below });
  if (!fault) return;
  const ground = groundAt(layout, `样式.编发行.下线.${fault.key}`);
  yield { at: holder, message: fault.message, hint: fault.hint, mend: fault.mend, ...(ground && { ground }) };
}

function draw({ at, wanted }: Line): void {
  const borders = ensure(paragraphProperties(at.node), "w:pBdr");
  const side = childOf(borders, "w:top") && !childOf(borders, "w:bottom") ? "w:top" : "w:bottom";
  set(borders, side, {
    "w:val": "single",
    "w:sz": String(Math.round(wanted.width * 8)),
    "w:space": String(wanted.space),
    "w:color": wanted.colour,
  });
}

function missing(line: Line): LineFault | null {
  if (line.border !== null) return null;
  return {
    key: "距字",
    message: "报头下没有红色横线",
    hint: "请给编发单位、日期那一行加红色下框线，与版心等宽",
    mend: () => draw(line),
  };
}

function width(line: Line): LineFault | null {
  const wanted = Math.round(line.wanted.width * 8);
  if (line.border === null || Math.abs(line.border.size - wanted) <= 1) return null;
  return {
    key: "粗",
    message: `报头横线粗 ${thicknessWords(line.border.size)}，应为 ${thicknessWords(wanted)}`,
    hint: `请把线宽改为 ${thicknessWords(wanted)}`,
    mend: () => draw(line),
  };
}

function colour(line: Line): LineFault | null {
  if (line.border === null || sameColour(line.border.colour, line.wanted.colour)) return null;
  return {
    key: "颜色",
    message: `报头横线的颜色是 ${line.border.colour}，应为${colourWords(line.wanted.colour)}（红）`,
    hint: "请把线的颜色改为红色",
    mend: () => draw(line),
  };
}

function indent(line: Line): LineFault | null {
  const { left, right, leftChars, rightChars } = line.at.props;
  if (line.border === null || [left, right, leftChars, rightChars].every((value) => value === 0)) return null;
  return {
    key: "距字",
    message: "报头横线所在的段有左右缩进，线不与版心等宽",
    hint: "请去掉这一段的左右缩进，左右空一字用制表位",
    mend: () =>
      set(paragraphProperties(line.at.node), "w:ind", {
        "w:left": "0",
        "w:right": "0",
        "w:leftChars": null,
        "w:rightChars": null,
      }),
  };
}
