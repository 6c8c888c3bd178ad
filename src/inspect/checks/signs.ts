import { practice, required, type Check, type Context, type Fault } from "../check.ts";

interface Form {
  readonly name: string;
  readonly what: string;
  readonly ground: Check["ground"];
  readonly pattern: RegExp;
  readonly message: (found: string) => string;
  readonly hint: string;
}

const HAN = "[\\p{Script=Han}，。；：、！？）》”’]";

/** Signs in the words themselves: they are told and left, since mending would change the text. */
const FORMS: readonly Form[] = [
  {
    name: "half-width-punctuation",
    what: "汉字之间用了半角标点",
    ground: practice("GB/T 15834-2011（标点符号用法）"),
    pattern: new RegExp(
      `(?<=\\p{Script=Han})[,;:!?](?=\\p{Script=Han}|$)|\\((?=\\p{Script=Han})|(?<=\\p{Script=Han})\\)`,
      "gu",
    ),
    message: (found) => `“${found}”是半角标点，汉字之间应用全角`,
    hint: "请改为全角标点",
  },
  {
    name: "straight-quotes",
    what: "汉字旁用了直引号",
    ground: practice("GB/T 15834-2011（标点符号用法）"),
    pattern: new RegExp(`(?<=${HAN})["']|["'](?=${HAN})`, "gu"),
    message: (found) => `直引号 ${found} 应为弯引号“”或‘’`,
    hint: "请改为中文引号，注意前后成对",
  },
  {
    name: "year-brackets",
    what: "文号里的年份没有用六角括号",
    ground: required("GB/T 9704-2012 7.2.5（年份用六角括号“〔〕”括入）"),
    pattern: /[[［(（【〈<](?:19|20)\d{2}[\]］)）】〉>](?=\s*第?\s*\d+\s*号)/gu,
    message: (found) => `文号的年份写成“${found}”，应为“〔${found.slice(1, -1)}〕”`,
    hint: "请把括号改为六角括号〔〕",
  },
  {
    name: "document-number-zero",
    what: "文号的序号编了虚位，或加了“第”",
    ground: required("GB/T 9704-2012 7.2.5（发文顺序号不加“第”字，不编虚位）"),
    pattern: /(?<=〔(?:19|20)\d{2}〕\s*)(?:第\s*\d+|0\d+)(?=\s*号)/gu,
    message: (found) => `文号的序号写成“${found}”，应为“${found.replace(/^第?\s*0*/u, "")}”`,
    hint: "请直接写序号：不加“第”，不在前面补 0",
  },
];

export const SIGNS: readonly Check[] = FORMS.map(({ name, what, ground, pattern, message, hint }) => ({
  name,
  group: "text",
  what,
  ground,
  fixable: false,
  *check({ paper }: Context): Generator<Fault> {
    for (const at of paper.paragraphs) {
      for (const { 0: found, index } of at.text.matchAll(pattern))
        yield { at, range: [index, index + found.length], message: message(found), hint };
    }
  },
}));
