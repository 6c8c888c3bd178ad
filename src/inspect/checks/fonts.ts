import type { Font } from "../../model/layout.ts";
import { inGb2312 } from "../../base/gb.ts";
import { practice, type Check, type Context, type Fault } from "../check.ts";
import { fontOf, fontWords, isFont } from "../fonts.ts";
import { groundAt } from "../ground.ts";
import { runProperties, set } from "../mend/edit.ts";
import type { Run } from "../paper/types.ts";
import type { Role } from "../roles/roles.ts";
import { CHINESE, lookFor, shownRuns, WESTERN } from "./runs.ts";

/** Fonts of single slots, and what they cannot show. */
export const FONT_SLOTS: readonly Check[] = [
  {
    name: "theme-font",
    group: "text",
    what: "字体跟着主题走：换一台机器、换一个主题就变，还会盖过写明的字体",
    ground: practice("主题字体属性会盖过写明的字体"),
    fixable: true,
    check: themeFonts,
  },
  {
    name: "latin-font",
    group: "text",
    what: "数字、西文的字体不是版式所定的",
    ground: practice("国标未定西文字体，机关多用一种"),
    fixable: true,
    check: latinFonts,
  },
  {
    name: "shared-sign-font",
    group: "text",
    what: "弯引号、破折号、省略号用了西文字体，显得又窄又低",
    ground: practice("这些标点中西文共用一个编码，不指明就用西文字体"),
    fixable: true,
    check: sharedSigns,
  },
  {
    name: "not-in-gb2312",
    group: "text",
    what: "_GB2312 字体里没有的字：会换成别的字体，一行之中两种样子",
    ground: practice("GB 2312 只有 6763 个汉字"),
    fixable: false,
    check: notInGb2312,
  },
];

function* themeFonts({ roles, layout }: Context): Generator<Fault> {
  for (const [at, role] of roles) {
    const themed = shownRuns(at).filter(({ text, props }) =>
      [
        CHINESE.test(text) && props.eastAsia.theme,
        WESTERN.test(text) && (props.ascii.theme || props.hAnsi.theme),
      ].includes(true),
    );
    const [first] = themed;
    if (!first) continue;
    const found = first.props.eastAsia.theme ? first.props.eastAsia : first.props.ascii;
    const font = fontOf(layout, role.style.font);
    yield {
      at,
      message: `字体由主题决定（现为${fontWords(found)}），应写明字体名`,
      hint: "请选中文字，在“字体”里重新选一次中文字体和西文字体；或修改样式，不用“+中文正文”“+西文正文”",
      ...(font && { mend: () => themed.forEach((run) => mendSlots(run, font)) }),
    };
  }
}

function mendSlots(run: Run, { eastAsian, latin }: Font): void {
  set(runProperties(run.node), "w:rFonts", {
    "w:asciiTheme": null,
    "w:hAnsiTheme": null,
    "w:eastAsiaTheme": null,
    "w:cstheme": null,
    "w:ascii": latin,
    "w:hAnsi": latin,
    "w:eastAsia": eastAsian,
    "w:cs": latin,
  });
}

function* latinFonts(context: Context): Generator<Fault> {
  const { layout } = context;
  for (const [at, role] of context.roles) {
    const wrong = shownRuns(at).flatMap((run) => {
      const font = fontOf(layout, lookFor(run, role, context).font);
      return font && isWrongLatin(run, font, context) ? [{ run, font }] : [];
    });
    const [first] = wrong;
    if (!first) continue;
    yield {
      at,
      range: [first.run.start, first.run.start + first.run.text.length],
      message: `数字、西文的字体是${fontWords(first.run.props.ascii)}，应为“${first.font.latin}”`,
      hint: `请把西文字体改为 ${first.font.latin}`,
      ground: groundAt(layout, `字体.${first.font.name}.西文`) ?? practice("国标未定西文字体，机关多用一种"),
      mend: () => {
        for (const { run, font } of wrong)
          set(runProperties(run.node), "w:rFonts", {
            "w:ascii": font.latin,
            "w:hAnsi": font.latin,
            "w:asciiTheme": null,
            "w:hAnsiTheme": null,
          });
      },
    };
  }
}

/** Set in the Chinese font they are as some offices like them. */
function isWrongLatin({ text, props }: Run, font: Font, { layout }: Context): boolean {
  const { name, theme } = props.ascii;
  if (!WESTERN.test(text) || theme) return false;
  return name.toLowerCase() !== font.latin.toLowerCase() && !isFont(layout, font, name);
}

const SHARED_SIGN = /[“”‘’—…·]/u;

function* sharedSigns(context: Context): Generator<Fault> {
  const { layout } = context;
  for (const [at, role] of context.roles) {
    const wrong = shownRuns(at).filter((run) => isWesternSign(run, role, context));
    const [first] = wrong;
    if (!first || !CHINESE.test(at.text)) continue;
    const offset = first.start + first.text.search(SHARED_SIGN);
    const sign = at.text[offset] ?? "";
    yield {
      at,
      range: [offset, offset + 1],
      message: `“${sign}”会用西文字体${fontWords(first.props.hAnsi)}显示，应用中文字体`,
      hint: "请选中这个标点，把西文字体也设成中文字体",
      mend: () => {
        for (const run of wrong) mendSigns(run, fontOf(layout, lookFor(run, role, context).font));
      },
    };
  }
}

function isWesternSign({ text, props }: Run, { style }: Role, { layout }: Context): boolean {
  const { name } = props.hAnsi;
  if (!SHARED_SIGN.test(text) || props.hint === "eastAsia") return false;
  const font = fontOf(layout, style.font);
  return (
    name !== "" &&
    !CHINESE.test(name) &&
    ![...layout.fonts.values()].some((each) => isFont(layout, each, name) && each !== font)
  );
}

/** The hint is enough where digits stand in the run too: their font is not to change. */
function mendSigns(run: Run, font: Font | null): void {
  const alone = font !== null && !WESTERN.test(run.text);
  set(runProperties(run.node), "w:rFonts", {
    "w:hint": "eastAsia",
    ...(alone && { "w:ascii": font.eastAsian, "w:hAnsi": font.eastAsian, "w:asciiTheme": null, "w:hAnsiTheme": null }),
  });
}

function* notInGb2312({ paper }: Context): Generator<Fault> {
  for (const at of paper.paragraphs) {
    for (const { text, start, props } of shownRuns(at)) {
      if (!/_GB2312$/iu.test(props.eastAsia.name)) continue;
      const lost = /\p{Script=Han}/gu;
      for (const { 0: char, index } of text.matchAll(lost)) {
        if (inGb2312(char)) continue;
        yield {
          at,
          range: [start + index, start + index + char.length],
          message: `“${char}”不在 GB 2312 之内，${props.eastAsia.name} 没有这个字`,
          hint: "请给这个字换用字全的字体，如同一字体不带 _GB2312 的一种；姓名不要改字",
        };
        break;
      }
    }
  }
}
