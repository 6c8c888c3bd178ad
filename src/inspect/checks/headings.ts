import { practice, required, type Check, type Context, type Fault } from "../check.ts";
import { groundAt } from "../ground.ts";
import { paragraphProperties, set, turn } from "../mend/edit.ts";
import type { Paragraph } from "../paper/types.ts";
import { ofGroup } from "./looks.ts";

/** What headings and titles need besides a look. */
export const HEADINGS: readonly Check[] = [
  {
    name: "heading-outline",
    group: "text",
    what: "标题没有大纲级别，导航窗里看不到",
    ground: practice("有大纲级别，Word、WPS 的导航窗才列得出"),
    fixable: true,
    check: outline,
  },
  {
    name: "heading-keep-next",
    group: "text",
    what: "标题没有设“与下段同页”，会孤零零留在页末",
    ground: practice("标题不落在页末"),
    fixable: true,
    check: keepNext,
  },
  {
    name: "title-lone-char",
    group: "text",
    what: "标题末行只有一个字",
    ground: required("GB/T 9704-2012 7.3.1（回行时词意完整、排列对称、长短适宜）"),
    fixable: false,
    check: loneCharacter,
  },
];

function isOutlined({ props, styleName }: Paragraph): boolean {
  return props.outline !== null || /^(?:heading \d|title)$/iu.test(styleName ?? "");
}

function* outline(context: Context): Generator<Fault> {
  const { headings } = context.layout.body;
  for (const [at, { style, by }] of ofGroup(context, "heading", "title")) {
    if (isOutlined(at) || at.text.trim() === "") continue;
    const level = headings.indexOf(style.name);
    // Whether a title is the first level or that of an entry is not known where it was guessed.
    const above = by === "text" ? 0 : 2;
    yield {
      at,
      message: "标题没有大纲级别，也不是内置的标题样式",
      hint: "请用样式“标题 1”至“标题 4”（改成所定的字体），或在“段落”里设大纲级别",
      mend: () =>
        set(paragraphProperties(at.node), "w:outlineLvl", { "w:val": String(level < 0 ? above && 1 : above + level) }),
    };
  }
}

function* keepNext(context: Context): Generator<Fault> {
  for (const [at, { style }] of ofGroup(context, "heading", "title")) {
    if (!style.keepNext || at.props.keepNext || at.text.trim() === "") continue;
    yield {
      at,
      message: "标题没有设“与下段同页”",
      hint: "请在“段落—换行和分页”里勾选“与下段同页”",
      mend: () => turn(paragraphProperties(at.node), "w:keepNext", true),
    };
  }
}

function* loneCharacter(context: Context): Generator<Fault> {
  const { layout, setting } = context;
  for (const [at, { style }] of ofGroup(context, "title")) {
    if (setting.lastLine(at.index) !== 1) continue;
    yield {
      at,
      message: "标题末行只有一个字",
      hint: "请调整标题的用词或在词意完整处换行，使各行长短相近",
      ground: groundAt(layout, `样式.${style.name}.匀行`) ?? required("GB/T 9704-2012 7.3.1"),
    };
  }
}
