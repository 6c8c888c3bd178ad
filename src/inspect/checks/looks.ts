import type { Check, Context, Fault, Ground } from "../check.ts";
import { practice, required } from "../check.ts";
import { isWhite, sameColour } from "../colours.ts";
import { fontWords } from "../fonts.ts";
import { groundOf } from "../ground.ts";
import type { Paragraph, Run } from "../paper/types.ts";
import { groupOf, type Role, type RoleGroup, roleWords } from "../roles/roles.ts";
import { sizeWords } from "../words.ts";
import { dominant, lookFor, mendBold, mendColour, mendFont, mendSize, shownRuns, wrongFonts } from "./runs.ts";

/** What groups are called, and what their looks rest on by themselves. */
const GROUPS: readonly (readonly [RoleGroup, string, Ground])[] = [
  ["body", "正文", required("GB/T 9704-2012 5.2.2")],
  ["heading", "层次标题", { standing: "推荐", basis: "GB/T 9704-2012 7.3.3" }],
  ["title", "标题", required("GB/T 9704-2012 7.3.1")],
  ["masthead", "刊名", { standing: "推荐", basis: "GB/T 9704-2012 7.2.4" }],
  ["tail", "报尾", required("GB/T 9704-2012 7.4.2")],
  ["table", "表格文字", practice()],
  ["line", "版头行、期号、供稿等行", practice()],
];

/** Font, size, weight and colour of each group of paragraphs. */
export const LOOKS: readonly Check[] = GROUPS.flatMap(([group, words, ground]): Check[] => [
  { ...about(group, "font", `${words}的字体不是版式所定的`), ground, check: (context) => fonts(context, group) },
  { ...about(group, "size", `${words}的字号不是版式所定的`), ground, check: (context) => sizes(context, group) },
  {
    ...about(group, "bold", `${words}加粗了，版式不加粗`),
    ground: practice(),
    check: (context) => bolds(context, group),
  },
  {
    ...about(group, "colour", `${words}的颜色不是版式所定的`),
    ground: colourGround(group),
    check: (context) => colours(context, group),
  },
]);

function about(group: RoleGroup, kind: string, what: string): Pick<Check, "name" | "group" | "what" | "fixable"> {
  return { name: `${group}-${kind}`, group: "text", what, fixable: true };
}

function colourGround(group: RoleGroup): Ground {
  return group === "masthead" ? { standing: "推荐", basis: "GB/T 9704-2012 7.2.4" } : required("GB/T 9704-2012 5.2.4");
}

export function* ofGroup({ roles, layout }: Context, ...groups: RoleGroup[]): Generator<[Paragraph, Role]> {
  for (const [paragraph, role] of roles) if (groups.includes(groupOf(layout, role.style))) yield [paragraph, role];
}

function* fonts(context: Context, group: RoleGroup): Generator<Fault> {
  for (const [at, role] of ofGroup(context, group)) {
    const wrong = wrongFonts(at, role, context);
    const [first] = wrong;
    if (
      !first ||
      !isMost(
        wrong.map(({ run }) => run),
        at,
      )
    )
      continue;
    const found =
      dominant(
        wrong.map(({ run }) => run),
        ({ props }) => props.eastAsia.name,
      ) ?? "";
    yield {
      at,
      message: `${roleWords(context.layout, role.style)}的字体是${fontWords({ name: found })}，应为“${first.font.eastAsian}”`,
      hint: `请把“${roleWords(context.layout, role.style)}”的中文字体改为 ${first.font.eastAsian}`,
      ground: groundOf(context.layout, role.style, "字体"),
      mend: () => {
        for (const { run, font } of wrong) mendFont(run, font);
      },
    };
  }
}

/** Whether a fault is the paragraph's and not that of a few words in it. */
export function isMost(runs: readonly Run[], paragraph: Paragraph): boolean {
  const length = (all: readonly Run[]): number => all.reduce((sum, { text }) => sum + text.trim().length, 0);
  return length(runs) * 2 > length(shownRuns(paragraph));
}

function* sizes(context: Context, group: RoleGroup): Generator<Fault> {
  for (const [at, role] of ofGroup(context, group)) {
    const runs = shownRuns(at);
    const wrong = runs.filter((run) => Math.abs(run.props.size - lookFor(run, role, context).size) > 0.01);
    if (wrong.length === 0 || !isMost(wrong, at)) continue;
    const found = dominant(wrong, ({ props }) => props.size) ?? 0;
    yield {
      at,
      message: `${roleWords(context.layout, role.style)}的字号是${sizeWords(found)}，应为${sizeWords(role.style.size)}`,
      hint: `请把“${roleWords(context.layout, role.style)}”的字号改为${sizeWords(role.style.size)}`,
      ground: groundOf(context.layout, role.style, "字号"),
      mend: () => {
        for (const run of wrong) mendSize(run, lookFor(run, role, context).size);
      },
    };
  }
}

function* bolds(context: Context, group: RoleGroup): Generator<Fault> {
  for (const [at, role] of ofGroup(context, group)) {
    if (role.style.bold) continue;
    const runs = shownRuns(at);
    const bold = runs.filter((run) => run.props.bold && !lookFor(run, role, context).bold);
    // Words in a text may be stressed, and a heading sentence in it; a whole paragraph is not.
    const counts = group === "body" || role.runIn ? bold.length === runs.length : bold.length > 0;
    if (bold.length === 0 || !counts) continue;
    yield {
      at,
      message: `${roleWords(context.layout, role.style)}加粗了，应不加粗`,
      hint: "请去掉加粗：用字体区分层次，不用粗细",
      ground: groundOf(context.layout, role.style, "加粗"),
      mend: () => {
        for (const run of bold) mendBold(run, false);
      },
    };
  }
}

function* colours(context: Context, group: RoleGroup): Generator<Fault> {
  for (const [at, role] of ofGroup(context, group)) {
    const wrong = shownRuns(at).filter((run) => {
      const { colour } = run.props;
      return !run.link && !isWhite(colour) && !sameColour(colour, lookFor(run, role, context).colour);
    });
    const [first] = wrong;
    if (!first) continue;
    yield {
      at,
      range: [first.start, first.start + first.text.length],
      message: `${roleWords(context.layout, role.style)}的颜色是 ${first.props.colour}，应为${colourWords(role.style.colour)}`,
      hint: `请把颜色改为${colourWords(role.style.colour)}`,
      ground: groundOf(context.layout, role.style, "颜色"),
      mend: () => {
        for (const run of wrong) mendColour(run, lookFor(run, role, context).colour);
      },
    };
  }
}

export function colourWords(colour: string): string {
  return sameColour(colour, "auto") ? "黑色" : ` ${colour}`;
}
