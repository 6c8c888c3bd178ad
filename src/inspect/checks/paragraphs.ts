import { practice, required, type Check, type Context, type Fault } from "../check.ts";
import { groundOf } from "../ground.ts";
import { paragraphProperties, runProperties, set } from "../mend/edit.ts";
import type { Paragraph } from "../paper/types.ts";
import type { Role } from "../roles/roles.ts";
import { groupOf, roleWords } from "../roles/roles.ts";
import { alignWords, charWords, pointWords } from "../words.ts";
import { ofGroup } from "./looks.ts";
import { dominant, lookFor, shownRuns } from "./runs.ts";

/** How paragraphs are set. */
export const PARAGRAPHS: readonly Check[] = [
  {
    name: "alignment",
    group: "text",
    what: "对齐方式不是版式所定的",
    ground: required("GB/T 9704-2012 7.3.1（标题居中）"),
    fixable: true,
    check: alignment,
  },
  {
    name: "first-line-indent",
    group: "text",
    what: "正文、层次标题没有左空二字",
    ground: required("GB/T 9704-2012 7.3.3（每个自然段左空二字，回行顶格）"),
    fixable: true,
    check: firstLine,
  },
  {
    name: "side-indent",
    group: "text",
    what: "整段的左右缩进不是版式所定的",
    ground: required("GB/T 9704-2012 7.4.2（报尾左右各空一字）"),
    fixable: true,
    check: sideIndent,
  },
  {
    name: "letter-spacing",
    group: "text",
    what: "字距不是版式所定的：三号字不收紧字距，一行只排得下 27 字",
    ground: practice("三号字每行 28 字撑满版心"),
    fixable: true,
    check: letterSpacing,
  },
];

function wrongAlign(at: Paragraph, { style, by }: Role): boolean {
  const { align } = at.props;
  if (align === style.align) return false;
  // One line set left looks the same; what was guessed is not to be told of trifles.
  const loose = ["left", "both"];
  return !(by === "text" && loose.includes(align) && loose.includes(style.align));
}

function* alignment(context: Context): Generator<Fault> {
  for (const [at, role] of context.roles) {
    if (at.text.trim() === "" || !wrongAlign(at, role)) continue;
    const { style } = role;
    yield {
      at,
      message: `${roleWords(context.layout, style)}${alignWords(at.props.align)}，应为${alignWords(style.align)}`,
      hint: `请把对齐方式改为${alignWords(style.align)}`,
      ground: groundOf(context.layout, style, "对齐"),
      mend: () => set(paragraphProperties(at.node), "w:jc", { "w:val": style.align }),
    };
  }
}

/** Twips of one character of a style. */
export function charOf({ size, spacing }: Role["style"]): number {
  return Math.round((size + spacing) * 20);
}

/** Characters by which the first line is set in. */
function firstChars({ props }: Paragraph, role: Role): number {
  return props.firstChars === 0 ? props.first / charOf(role.style) : props.firstChars / 100;
}

/** What a ruler cannot tell. */
const NEAR = 0.15;

function* firstLine(context: Context): Generator<Fault> {
  for (const [at, role] of ofGroup(context, "body", "heading", "title", "masthead")) {
    const { style } = role;
    const wanted = style.firstLine - style.hanging;
    const found = firstChars(at, role);
    if (at.text.trim() === "" || Math.abs(found - wanted) <= NEAR || at.props.number !== null) continue;
    // Spaces that stand for the indent are told of once, as what they are.
    if (/^[\u3000 ]/u.test(at.text) && found === 0) continue;
    const words = wanted > 0 ? `左空${charWords(wanted)}` : "不缩进";
    yield {
      at,
      message: `${roleWords(context.layout, style)}首行${found === 0 ? "没有缩进" : `缩进 ${charWords(found)}`}，应${words}`,
      hint: `请在“段落”里把首行缩进设为 ${charWords(wanted)}，不要用空格`,
      ground: groundOf(context.layout, style, "首行缩进"),
      mend: () =>
        set(paragraphProperties(at.node), "w:ind", {
          "w:firstLine": String(Math.round(wanted * charOf(style))),
          "w:firstLineChars": String(Math.round(wanted * 100)),
          "w:hanging": null,
          "w:hangingChars": null,
        }),
    };
  }
}

const SIDES = [
  ["left", "左缩进", "左"],
  ["right", "右缩进", "右"],
] as const;

/** Where lines are evened out, both sides are drawn in as the text wants it. */
function* sideIndent(context: Context): Generator<Fault> {
  for (const [at, role] of context.roles) {
    const { style } = role;
    if (at.text.trim() === "" || at.props.number !== null || (style.balance && at.props.left === at.props.right))
      continue;
    if (role.by === "text" && groupOf(context.layout, style) === "line") continue;
    for (const [side, key, words] of SIDES) {
      const chars = at.props[`${side}Chars`];
      const found = chars === 0 ? at.props[side] / charOf(style) : chars / 100;
      if (Math.abs(found - style[side]) <= NEAR) continue;
      yield {
        at,
        message: `${roleWords(context.layout, style)}${words}边${found === 0 ? "没有缩进" : `缩进 ${charWords(found)}`}，应为 ${charWords(style[side])}`,
        hint: `请在“段落”里把${words}缩进设为 ${charWords(style[side])}`,
        ground: groundOf(context.layout, style, key),
        mend: () =>
          set(paragraphProperties(at.node), "w:ind", {
            [`w:${side}`]: String(Math.round(style[side] * charOf(style))),
            [`w:${side}Chars`]: null,
            [side === "left" ? "w:start" : "w:end"]: null,
          }),
      };
    }
  }
}

function* letterSpacing(context: Context): Generator<Fault> {
  for (const [at, role] of ofGroup(context, "body", "heading")) {
    const runs = shownRuns(at);
    const found = dominant(runs, ({ props }) => Math.round(props.spacing)) ?? 0;
    const wanted = Math.round(role.style.spacing * 20);
    if (runs.length === 0 || Math.abs(found - wanted) <= 1) continue;
    yield {
      at,
      message: `字距是 ${pointWords(found)}，应为 ${pointWords(wanted)}`,
      hint: `请在“字体—高级—间距”里设为${wanted < 0 ? "紧缩" : "加宽"} ${pointWords(Math.abs(wanted))}`,
      ground: groundOf(context.layout, role.style, "字距"),
      mend: () => {
        for (const run of runs) {
          const value = String(Math.round(lookFor(run, role, context).spacing * 20));
          set(runProperties(run.node), "w:spacing", { "w:val": value });
        }
      },
    };
  }
}
