import type { Block, Cell, Document, Inline, RuleBlock, Tail, TextBlock } from "../../../src/model/document.ts";

export function t(text: string, style: string | null = null): Inline {
  return { kind: "text", text, style, bold: false, italic: false };
}

/** A cell of a table with this text, in the style of such cells or of its head. */
export function cell(text: string, style = "表格文字"): Cell {
  return { style, inlines: [t(text)] };
}

export const TAB: Inline = { kind: "tab" };

export function p(style: string, ...content: readonly (string | Inline)[]): TextBlock {
  return {
    kind: "text",
    style,
    outline: null,
    inlines: content.map((each) => (typeof each === "string" ? t(each) : each)),
  };
}

export function h(style: string, outline: number, ...content: readonly (string | Inline)[]): TextBlock {
  return { ...p(style, ...content), outline };
}

export function rule(style: string): RuleBlock {
  return { kind: "rule", style };
}

export const MASTHEAD: readonly Block[] = [
  p("版头行", "内部资料　注意保存", TAB, "000012"),
  p("刊名", "信息专报"),
  p("期号", "第 12 期"),
  p("编发行", TAB, "中共××县委办公室", TAB, "2026 年 3 月 18 日"),
];

export const TAIL: Tail = {
  parts: [
    rule("报尾粗线"),
    p("报送", "报：市委办公室，县委常委，县人大常委会、县政府、县政协主要领导。"),
    p("报送", "送：县委各部委，县直各单位。"),
    p("报送", "发：各乡镇党委、街道党工委。"),
    rule("报尾细线"),
    p("印数", "编辑：张三　审核：李四　签发：王五", TAB, "（共印 50 份）"),
    rule("报尾粗线"),
  ],
};

export function document(blocks: readonly Block[], tail: Tail | null = TAIL): Document {
  return { title: "信息专报", author: "中共××县委办公室", blocks, tail };
}

const LONG =
  "今年以来，××县坚持以习近平新时代中国特色社会主义思想为指导，聚焦主责主业，推动农村人居环境整治“三大行动”提升，全县新建改造农村户厕1264座，完成投资3.2亿元，同比增长12.5%。";

/** An issue of two entries like the target picture. */
export function sampleIssue(paragraphs = 8): Document {
  const entry = (name: string, title: string): Block[] => [
    h("条目标题", 2, { kind: "anchor", name }, title),
    h("一级", 3, "一、主要做法"),
    ...Array.from({ length: paragraphs }, () => p("正文", LONG)),
    p("供稿", "（××镇党委）"),
  ];
  return document([
    ...MASTHEAD,
    p("空行"),
    p("按语", t("按语：", "标签"), "现将有关做法摘编刊发，供各地各单位学习借鉴。"),
    p("空行"),
    p("要目标题", "本期要目"),
    p("要目条目", "◇××镇推进农村人居环境整治", TAB, { kind: "page", anchor: "e1", style: null }),
    p("要目条目", "◇××局优化营商环境", TAB, { kind: "page", anchor: "e2", style: null }),
    ...entry("e1", "××镇推进农村人居环境整治"),
    ...entry("e2", "××局优化营商环境"),
  ]);
}
