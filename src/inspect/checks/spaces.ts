import { practice, type Check, type Context, type Fault } from "../check.ts";
import type { Paragraph } from "../paper/types.ts";

/** Spaces, blank lines and page breaks that do the work of settings. */
export const SPACES: readonly Check[] = [
  {
    name: "space-indent",
    group: "text",
    what: "用空格代替首行缩进",
    ground: practice("改字号、换软件就错位"),
    fixable: false,
    check: spaceIndent,
  },
  {
    name: "space-alignment",
    group: "text",
    what: "用一串空格对齐",
    ground: practice("改一个字就错位；应用制表位"),
    fixable: false,
    check: (context) => alignment(context, false),
  },
  {
    name: "masthead-spaces",
    group: "front",
    what: "编发单位和日期用空格撑开",
    ground: practice("换了单位名称、日期就错位；应用制表位"),
    fixable: false,
    check: (context) => alignment(context, true),
  },
  {
    name: "empty-paragraph",
    group: "text",
    what: "正文各段之间用空行隔开",
    ground: practice("段间不空行，才每面排满"),
    fixable: false,
    check: emptyParagraphs,
  },
  {
    name: "page-break",
    group: "text",
    what: "手工分页",
    ground: practice("前文增减一行，就多出半页空白"),
    fixable: false,
    check: pageBreaks,
  },
];

/** A sign of the layout's own may begin a paragraph, a space never does. */
function* spaceIndent({ paper }: Context): Generator<Fault> {
  for (const at of paper.paragraphs) {
    const found = /^[\u3000 \u00a0]+(?=\S)/u.exec(at.text)?.[0];
    if (found === undefined || at.props.align === "center" || (!found.includes("\u3000") && found.length < 2)) continue;
    yield {
      at,
      range: [0, found.length],
      message: "段首用空格缩进，应用“首行缩进”",
      hint: "请删去段首的空格，在“段落”里设首行缩进 2 字符",
    };
  }
}

const ROW_OF_SPACES = /\u3000{3,}|(?: |\u00a0){5,}|(?:\u3000 ?){3,}/u;

/** What stands at the end moves nothing: in a head it keeps a column wide. */
function* alignment({ paper, roles }: Context, isFront: boolean): Generator<Fault> {
  for (const at of paper.paragraphs) {
    if ((roles.get(at)?.style.name === "编发行") !== isFront) continue;
    const start = at.text.search(/\S/u);
    const found = start < 0 ? null : ROW_OF_SPACES.exec(at.text.slice(start).trimEnd());
    if (!found || underlined(at, start + found.index)) continue;
    const from = start + found.index;
    yield {
      at,
      range: [from, from + found[0].length],
      message: `用 ${found[0].length} 个空格对齐，应用制表位`,
      hint: isFront ? "请删去空格，单位左空一字、日期右空一字用两个制表位" : "请删去空格，用制表位、右对齐或居中",
    };
  }
}

/** Blanks to be filled in are underlined spaces. */
function underlined({ runs }: Paragraph, offset: number): boolean {
  return runs.some(({ start, text, props }) => start <= offset && offset < start + text.length && props.underline);
}

function isText({ paper, roles, layout }: Context, index: number): boolean {
  const found = paper.paragraphs[index];
  const name = found && roles.get(found)?.style.name;
  return name !== undefined && found?.cell === null && [layout.body.paragraph, ...layout.body.headings].includes(name);
}

/** Between two paragraphs of text; a blank line that is a style of the layout was meant. */
function* emptyParagraphs(context: Context): Generator<Fault> {
  const { paper, roles } = context;
  for (let index = 1; index < paper.paragraphs.length; index++) {
    const at = paper.paragraphs[index] as Paragraph;
    if (!isBlank(at) || roles.get(at)?.style.name === "空行" || !isText(context, index - 1)) continue;
    let next = index;
    while (paper.paragraphs[next] && isBlank(paper.paragraphs[next] as Paragraph)) next++;
    if (isText(context, next)) yield { at, message: "正文两段之间有空行", hint: "请删去空行；要留空的，用段前、段后" };
    index = next;
  }
}

function isBlank({ text, holds, cell }: Paragraph): boolean {
  return text.trim() === "" && holds.length === 0 && cell === null;
}

function* pageBreaks({ paper, ours, setting }: Context): Generator<Fault> {
  for (const at of paper.paragraphs) {
    const thin = at.text === "" && at.props.line <= THIN && at.props.lineRule === "exact";
    // What a layout of its own moves to the last page stands there with the 报尾.
    const moved = ours && setting.pageOf(at.index) === setting.pages;
    const forced = at.props.pageBreak && !(ours && thin) && !moved;
    const next = paper.paragraphs.slice(at.index - 1, at.index + 1).map(({ text }) => text);
    // 附件另面编排.
    if ((!at.holds.includes("page-break") && !forced) || next.some((text) => /^\s*附\s*件/u.test(text))) continue;
    yield { at, message: "手工分了页", hint: "请删去分页符；标题不落页末用“与下段同页”" };
  }
}

/** Twips of a line that only holds a table in its place. */
const THIN = 20;
