import { practice, type Check, type Context, type Fault } from "../check.ts";
import { groundOf } from "../ground.ts";
import { paragraphProperties, set, turn } from "../mend/edit.ts";
import type { Paragraph } from "../paper/types.ts";
import { groupOf, type Role, roleWords } from "../roles/roles.ts";
import { pointWords } from "../words.ts";

/** How high lines are, and what stands between and around paragraphs. */
export const LINES: readonly Check[] = [
  {
    name: "line-rule",
    group: "text",
    what: "行距不是固定值",
    ground: practice("行距不固定，一面就排不成所定的行数"),
    fixable: true,
    check: lineRule,
  },
  {
    name: "line-pitch",
    group: "text",
    what: "行距的磅值不是版式所定的",
    ground: practice("国标未定行距磅值；由每面行数和版心高得出"),
    fixable: true,
    check: linePitch,
  },
  {
    name: "space-around",
    group: "text",
    what: "段前、段后的空不是版式所定的",
    ground: practice("正文段前段后不空，各行才落在网格上"),
    fixable: true,
    check: spaceAround,
  },
  {
    name: "widow-control",
    group: "text",
    what: "开了孤行控制：一面会少一行，撑不满版心",
    ground: practice("每面行数要排满"),
    fixable: true,
    check: widowControl,
  },
  {
    name: "snap-to-grid",
    group: "text",
    what: "固定行距与文档网格不同而又对齐网格：有的软件会改按网格排",
    ground: practice("有的软件遇到网格会不理固定行距"),
    fixable: true,
    check: snapToGrid,
  },
];

/** What was guessed is judged by its text and headings alone: titles of others are set as they like. */
function* measured(context: Context): Generator<[Paragraph, Role]> {
  for (const [at, role] of context.roles) {
    const group = groupOf(context.layout, role.style);
    const sure = role.by === "style" || group === "body" || group === "heading";
    // The line of a picture is as high as the picture.
    const picture = at.text.trim() === "" && at.holds.includes("drawing");
    if (sure && !picture && (at.text.trim() !== "" || context.ours)) yield [at, role];
  }
}

function mendLine(at: Paragraph, { style }: Role): void {
  const properties = paragraphProperties(at.node);
  set(properties, "w:spacing", { "w:line": String(Math.round(style.line * 20)), "w:lineRule": "exact" });
  turn(properties, "w:snapToGrid", false);
}

function* lineRule(context: Context): Generator<Fault> {
  for (const [at, role] of measured(context)) {
    const { line, lineRule: rule } = at.props;
    if (rule === "exact") continue;
    const wanted = pointWords(Math.round(role.style.line * 20));
    const found = rule === "atLeast" ? `最小值 ${pointWords(line)}` : `${Math.round((line / 240) * 100) / 100} 倍行距`;
    yield {
      at,
      message: `${roleWords(context.layout, role.style)}的行距是${found}，应为固定值 ${wanted}`,
      hint: `请在“段落—行距”里选“固定值”，设为 ${wanted}`,
      ground: groundOf(context.layout, role.style, "行距"),
      mend: () => mendLine(at, role),
    };
  }
}

function* linePitch(context: Context): Generator<Fault> {
  for (const [at, role] of measured(context)) {
    const { line, lineRule: rule } = at.props;
    const wanted = Math.round(role.style.line * 20);
    if (rule !== "exact" || Math.abs(line - wanted) < 1) continue;
    yield {
      at,
      message: `${roleWords(context.layout, role.style)}的行距是 ${pointWords(line)}，应为 ${pointWords(wanted)}`,
      hint: `请在“段落—行距”里把固定值改为 ${pointWords(wanted)}`,
      ground: groundOf(context.layout, role.style, "行距"),
      mend: () => mendLine(at, role),
    };
  }
}

const GAPS = [
  ["before", "段前"],
  ["after", "段后"],
] as const;

function* spaceAround(context: Context): Generator<Fault> {
  for (const [at, role] of measured(context)) {
    const { style } = role;
    for (const [side, key] of GAPS) {
      const fitted = context.setting.gaps.get(at.index);
      const [found, wanted] = [at.props[side], fitted?.[side] ?? Math.round(style[side] * 20)];
      // Blank lines above or below may stand for it in files of others.
      if (Math.abs(found - wanted) <= 1 || (role.by === "text" && wanted > 0)) continue;
      yield {
        at,
        message: `${roleWords(context.layout, style)}${key}空 ${pointWords(found)}，应为 ${pointWords(wanted)}`,
        hint: `请在“段落”里把${key}设为 ${pointWords(wanted)}`,
        ground: groundOf(context.layout, style, key),
        mend: () =>
          set(paragraphProperties(at.node), "w:spacing", {
            [`w:${side}`]: String(wanted),
            [`w:${side}Lines`]: null,
            [`w:${side}Autospacing`]: null,
          }),
      };
    }
  }
}

function* widowControl(context: Context): Generator<Fault> {
  for (const [at, { style }] of context.roles) {
    if (groupOf(context.layout, style) !== "body" || !at.props.widow || at.text.trim() === "") continue;
    yield {
      at,
      message: "开了孤行控制，应关闭",
      hint: "请在“段落—换行和分页”里去掉“孤行控制”",
      mend: () => turn(paragraphProperties(at.node), "w:widowControl", false),
    };
  }
}

function* snapToGrid(context: Context): Generator<Fault> {
  const { paper } = context;
  for (const [at] of measured(context)) {
    const { line, lineRule: rule, snap } = at.props;
    const grid = paper.sections[at.section]?.grid;
    if (!snap || rule !== "exact" || !grid || grid.type === "default" || Math.abs(grid.pitch - line) <= 1) continue;
    yield {
      at,
      message: `固定行距 ${pointWords(line)} 与文档网格 ${pointWords(grid.pitch)} 不同，又设了对齐网格`,
      hint: "请在“段落”里去掉“如果定义了文档网格，则对齐到网格”",
      mend: () => turn(paragraphProperties(at.node), "w:snapToGrid", false),
    };
  }
}
