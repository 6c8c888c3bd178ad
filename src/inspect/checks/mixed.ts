import { practice, required, type Check, type Context, type Fault } from "../check.ts";
import { fontWords } from "../fonts.ts";
import { groundOf } from "../ground.ts";
import type { Paragraph, Run } from "../paper/types.ts";
import { roleWords, type Role } from "../roles/roles.ts";
import { sizeWords } from "../words.ts";
import { isMost } from "./looks.ts";
import { lookFor, mendFont, mendSize, shownRuns, wrongFonts } from "./runs.ts";

/** A few words in a paragraph that look otherwise than the rest. */
export const MIXED: readonly Check[] = [
  {
    name: "mixed-font",
    group: "text",
    what: "一段之中有几个字用了别的字体",
    ground: required("GB/T 9704-2012 5.2.2"),
    fixable: true,
    check: (context) => each(context, mixedFont),
  },
  {
    name: "mixed-size",
    group: "text",
    what: "一段之中有几个字用了别的字号",
    ground: required("GB/T 9704-2012 5.2.2"),
    fixable: true,
    check: (context) => each(context, mixedSize),
  },
  {
    name: "emphasis",
    group: "text",
    what: "倾斜、下划线、删除线",
    ground: practice("公文不用倾斜、下划线作强调"),
    fixable: false,
    check: emphasis,
  },
];

function* each(
  context: Context,
  look: (at: Paragraph, role: Role, context: Context) => Fault | null,
): Generator<Fault> {
  for (const [at, role] of context.roles) {
    const fault = look(at, role, context);
    if (fault) yield fault;
  }
}

function rangeOf(run: Run): readonly [number, number] {
  return [run.start, run.start + run.text.length];
}

function mixedFont(at: Paragraph, role: Role, context: Context): Fault | null {
  const wrong = wrongFonts(at, role, context);
  const [first] = wrong;
  if (
    !first ||
    isMost(
      wrong.map(({ run }) => run),
      at,
    )
  )
    return null;
  return {
    at,
    range: rangeOf(first.run),
    message: `${roleWords(context.layout, role.style)}里有几个字的字体是${fontWords(first.run.props.eastAsia)}，应为“${first.font.eastAsian}”`,
    hint: "请统一本段的字体；从网页、微信粘贴来的文字请用“只保留文本”粘贴",
    ground: groundOf(context.layout, role.style, "字体"),
    mend: () => {
      for (const { run, font } of wrong) mendFont(run, font);
    },
  };
}

function mixedSize(at: Paragraph, role: Role, context: Context): Fault | null {
  const wrong = shownRuns(at).filter((run) => Math.abs(run.props.size - lookFor(run, role, context).size) > 0.01);
  const [first] = wrong;
  if (!first || isMost(wrong, at)) return null;
  return {
    at,
    range: rangeOf(first),
    message: `${roleWords(context.layout, role.style)}里有几个字的字号是${sizeWords(first.props.size)}，应为${sizeWords(role.style.size)}`,
    hint: "请统一本段的字号",
    ground: groundOf(context.layout, role.style, "字号"),
    mend: () => {
      for (const run of wrong) mendSize(run, lookFor(run, role, context).size);
    },
  };
}

/** In our own files slanted words were asked for. */
function* emphasis({ paper, ours }: Context): Generator<Fault> {
  for (const at of paper.paragraphs) {
    const found = shownRuns(at).find(
      ({ props, link }) => !link && (props.underline || props.strike || (props.italic && !ours)),
    );
    if (!found) continue;
    const { italic, underline } = found.props;
    yield {
      at,
      range: rangeOf(found),
      message: `有文字用了${underline ? "下划线" : italic ? "倾斜" : "删除线"}`,
      hint: "请去掉；要强调的，换一种说法",
    };
  }
}
