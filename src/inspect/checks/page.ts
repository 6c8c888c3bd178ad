import { practice, required, type Check, type Context, type Fault } from "../check.ts";
import { groundAt } from "../ground.ts";
import { set } from "../mend/edit.ts";
import type { Section } from "../paper/types.ts";
import { mmWords, pointWords, twipsOf } from "../words.ts";

/** The sheet and the text block on it. */
export const PAGE: readonly Check[] = [
  {
    name: "paper-size",
    group: "page",
    what: "纸张不是版式所定的大小",
    ground: required("GB/T 9704-2012 5.1（A4）"),
    fixable: true,
    check: (context) => bySection(context, paperSize),
  },
  {
    name: "page-margin",
    group: "page",
    what: "上、下、左、右页边距不对",
    ground: required("GB/T 9704-2012 5.2.1（天头 37±1 毫米，订口 28±1 毫米，版心 156×225 毫米）"),
    fixable: true,
    check: (context) => bySection(context, margins),
  },
  {
    name: "text-block",
    group: "page",
    what: "装订线、分栏使版心小了",
    ground: required("GB/T 9704-2012 5.2.1"),
    fixable: true,
    check: (context) => bySection(context, textBlock),
  },
  {
    name: "grid-type",
    group: "page",
    what: "文档网格设成“指定行和字符网格”：各种软件排出来的每行字数不一样",
    ground: practice("字符网格在 Word、WPS、LibreOffice 里算法不同"),
    fixable: true,
    check: (context) => bySection(context, gridType),
  },
];

/** What the standard allows a printed page to be off. */
const TOLERANCE = twipsOf(1);

function* bySection(context: Context, look: (section: Section, context: Context) => Iterable<Fault>): Generator<Fault> {
  for (const [index, section] of context.paper.sections.entries()) {
    const where = context.paper.sections.length > 1 ? `第 ${index + 1} 节` : "";
    for (const fault of look(section, context)) yield { ...fault, message: where + fault.message };
  }
}

function off(found: number, wanted: number): boolean {
  return Math.abs(found - wanted) > TOLERANCE;
}

function* paperSize(section: Section, { layout }: Context): Generator<Fault> {
  const [width, height] = [twipsOf(layout.paper.width), twipsOf(layout.paper.height)];
  if (!off(section.width, width) && !off(section.height, height)) return;
  const isTurned = !off(section.width, height) && !off(section.height, width);
  yield {
    at: null,
    message: `纸张是${isTurned ? "横向 " : ""} ${mmWords(section.width)} × ${mmWords(section.height)}，应为 ${mmWords(width)} × ${mmWords(height)}`,
    hint: "请在“页面设置—纸张”里选 A4、纵向",
    ground: groundAt(layout, "纸张.宽") ?? required("GB/T 9704-2012 5.1"),
    // A sheet turned for a wide table is turned back by hand.
    ...(!isTurned && {
      mend: () => set(section.node, "w:pgSz", { "w:w": String(width), "w:h": String(height), "w:orient": null }),
    }),
  };
}

const SIDES = [
  ["top", "上", "版心.上"],
  ["bottom", "下", "版心.高"],
  ["left", "左", "版心.左"],
  ["right", "右", "版心.宽"],
] as const;

/** The margins in twips that leave the text block. */
export function marginsOf({ layout: { paper, block } }: Context): Record<"top" | "bottom" | "left" | "right", number> {
  return {
    top: twipsOf(block.top),
    bottom: twipsOf(paper.height - block.top - block.height),
    left: twipsOf(block.left),
    right: twipsOf(paper.width - block.left - block.width),
  };
}

function* margins(section: Section, context: Context): Generator<Fault> {
  const wanted = marginsOf(context);
  if (section.landscape) return;
  for (const [side, words, path] of SIDES) {
    if (!off(section[side], wanted[side])) continue;
    yield {
      at: null,
      message: `${words}边距是 ${mmWords(section[side])}，应为 ${mmWords(wanted[side])}`,
      hint: `请在“页面设置—页边距”里把“${words}”设为 ${mmWords(wanted[side])}`,
      ground: groundAt(context.layout, path) ?? required("GB/T 9704-2012 5.2.1"),
      mend: () => set(section.node, "w:pgMar", { [`w:${side}`]: String(wanted[side]) }),
    };
  }
}

function* textBlock(section: Section, { layout }: Context): Generator<Fault> {
  const ground = groundAt(layout, "版心.宽") ?? required("GB/T 9704-2012 5.2.1");
  if (section.gutter > TOLERANCE)
    yield {
      at: null,
      message: `另设了 ${mmWords(section.gutter)}的装订线，版心不足 ${mmWords(twipsOf(layout.block.width))}`,
      hint: "请把装订线设为 0：左边距已包含订口",
      ground,
      mend: () => set(section.node, "w:pgMar", { "w:gutter": "0" }),
    };
  if (section.columns > 1)
    yield { at: null, message: `分成了 ${section.columns} 栏，应通栏`, hint: "请在“页面布局—分栏”里选“一栏”", ground };
}

function* gridType(section: Section, { layout }: Context): Generator<Fault> {
  if (!/chars/iu.test(section.grid.type)) return;
  const pitch = Math.round(layout.grid.pitch * 20);
  yield {
    at: null,
    message: `文档网格是“指定行和字符网格”，应只指定行网格（${pointWords(pitch)}）`,
    hint: "请在“页面设置—文档网格”里选“只指定行网格”，每行字数由字号和字距得出",
    mend: () =>
      set(section.node, "w:docGrid", { "w:type": "lines", "w:linePitch": String(pitch), "w:charSpace": null }),
  };
}
