import { allOf } from "../../ooxml/tree.ts";
import { practice, type Check, type Context, type Fault } from "../check.ts";
import { isWhite } from "../colours.ts";
import { remove, runProperties, set } from "../mend/edit.ts";
import type { Paragraph, Run } from "../paper/types.ts";
import { shownRuns } from "./runs.ts";

/** What was left in a text while it was written, and what is not seen on paper. */
export const MARKS: readonly Check[] = [
  {
    name: "tracked-changes",
    group: "file",
    what: "留有修订痕迹",
    ground: practice("印发前接受或拒绝全部修订"),
    fixable: false,
    check: trackedChanges,
  },
  {
    name: "comments",
    group: "file",
    what: "留有批注",
    ground: practice("印发前删去批注"),
    fixable: false,
    check: comments,
  },
  {
    name: "hidden-text",
    group: "file",
    what: "有隐藏文字",
    ground: practice("看不见的文字会随文件发出去"),
    fixable: false,
    check: (context) => runsThat(context, ({ props }) => props.hidden, HIDDEN),
  },
  {
    name: "white-text",
    group: "file",
    what: "有白色文字",
    ground: practice("看不见的文字会随文件发出去"),
    fixable: false,
    check: (context) => runsThat(context, ({ props }) => isWhite(props.colour) && !props.hidden, WHITE),
  },
  {
    name: "highlighted-text",
    group: "file",
    what: "文字带突出显示或底纹",
    ground: practice("编改时的记号，印发前去掉"),
    fixable: true,
    check: (context) => runsThat(context, isHighlighted, HIGHLIGHTED),
  },
  {
    name: "hyperlink",
    group: "file",
    what: "超链接：蓝字、下划线",
    ground: practice("公文里的网址印成黑字"),
    fixable: true,
    check: (context) => runsThat(context, ({ link, props }) => link && (props.underline || isBlue(props.colour)), LINK),
  },
  {
    name: "language",
    group: "file",
    what: "文字标成了别的语言：断行、校对按别的语言来",
    ground: practice("中文文字标为 zh-CN"),
    fixable: true,
    check: languages,
  },
];

type Words = Pick<Fault, "message" | "hint"> & { readonly mend?: (run: Run) => void };

const HIDDEN: Words = { message: "有隐藏文字", hint: "请显示全部隐藏文字，删去或取消“隐藏”" };
const WHITE: Words = { message: "有白色文字，印出来看不见", hint: "请删去，或改为黑色" };
const HIGHLIGHTED: Words = {
  message: "文字带突出显示或底纹",
  hint: "请去掉",
  mend: ({ node }) => {
    const properties = runProperties(node);
    set(properties, "w:highlight", { "w:val": "none" });
    remove(properties, "w:shd");
    set(properties, "w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": "auto" });
  },
};
const LINK: Words = {
  message: "超链接显示为蓝字、下划线",
  hint: "请取消超链接，或改为黑字、不加下划线",
  mend: ({ node }) => {
    const properties = runProperties(node);
    set(properties, "w:color", { "w:val": "000000", "w:themeColor": null });
    set(properties, "w:u", { "w:val": "none" });
  },
};

function isHighlighted({ props }: Run): boolean {
  const shaded = !["auto", "FFFFFF", ""].includes(props.shade) && props.shade !== "none";
  return props.highlight !== "none" || shaded;
}

function isBlue(colour: string): boolean {
  return !["auto", "000000"].includes(colour);
}

function* runsThat(context: Context, holds: (run: Run) => boolean, { message, hint, mend }: Words): Generator<Fault> {
  for (const at of context.paper.paragraphs) {
    const found = at.runs.filter((run) => run.text.trim() !== "" && holds(run));
    const [first] = found;
    if (!first) continue;
    const range: [number, number] = [first.start, first.start + first.text.length];
    yield { at, range, message, hint, ...(mend && { mend: () => found.forEach(mend) }) };
  }
}

const CHANGES = ["w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:pPrChange", "w:rPrChange", "w:sectPrChange"] as const;

function* trackedChanges({ paper }: Context): Generator<Fault> {
  const nodes = new Map(paper.paragraphs.map((at) => [at.node, at]));
  let count = 0;
  let first: Paragraph | null = null;
  for (const at of nodes.values()) {
    const own = CHANGES.reduce((sum, name) => sum + [...allOf(at.node, name)].length, 0);
    if (own > 0) first ??= at;
    count += own;
  }
  if (count > 0)
    yield {
      at: first,
      message: `留有 ${count} 处修订痕迹`,
      hint: "请在“审阅”里逐处核对，接受或拒绝全部修订，再关闭修订",
    };
}

function* comments({ paper }: Context): Generator<Fault> {
  const count = [...paper.trees.values()]
    .filter(({ name }) => name === "w:comments")
    .reduce((sum, root) => sum + [...allOf(root, "w:comment")].length, 0);
  if (count > 0) yield { at: null, message: `留有 ${count} 条批注`, hint: "请在“审阅”里看过以后删去全部批注" };
}

function* languages({ paper }: Context): Generator<Fault> {
  for (const at of paper.paragraphs) {
    const wrong = shownRuns(at).filter(
      ({ text, props }) => /\p{Script=Han}/u.test(text) && !["", "zh-CN"].includes(props.language),
    );
    const [first] = wrong;
    if (!first) continue;
    yield {
      at,
      message: `中文文字的语言标成 ${first.props.language.slice(0, 20)}，应为 zh-CN`,
      hint: "请全选文字，在“审阅—语言—设置校对语言”里选“中文（中国）”",
      mend: () => wrong.forEach(({ node }) => set(runProperties(node), "w:lang", { "w:eastAsia": "zh-CN" })),
    };
  }
}
