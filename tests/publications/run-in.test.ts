import { describe, expect, it } from "vitest";
import type { Body, BodyBlock } from "../../src/model/body.ts";
import { composeDocument, type Content } from "../../src/compose/document.ts";
import { loadTemplate } from "../../src/compose/template.ts";
import { compose, LAYOUT, shown } from "../compose/support.ts";

const run = (text: string): { text: string; bold: boolean }[] => [{ text, bold: false }];
const paragraph = (text: string): BodyBlock => ({ kind: "paragraph", runs: run(text) });
const table: BodyBlock = { kind: "table", head: [run("头")], rows: [[run("格")]] };
const heading: BodyBlock = { kind: "heading", level: 1, head: run("一、情况"), rest: [] };
const runIn: BodyBlock = { kind: "heading", level: 2, head: run("（一）做法。"), rest: run("接着说。") };
const item: BodyBlock = { kind: "list-item", runs: run("项") };

const TEMPLATE = '<p class="按语"><span class="标签">{{题}}</span><entry-body></entry-body>（尾）</p>';

function lines(...blocks: BodyBlock[]): string[] {
  const bodies = new Map<string, Body>([["k", { text: "", blocks }]]);
  const { document, findings } = compose(TEMPLATE, { 题: "题", 键: "k" }, bodies);
  expect(findings).toEqual([]);
  return shown(document);
}

describe("a body in a paragraph", () => {
  it("begins with what stands before it and ends with what stands after, its paragraphs in the paragraph's style", () => {
    expect(lines(paragraph("一句。"))).toEqual(["按语 题一句。（尾）"]);
    expect(lines(paragraph("甲。"), paragraph("乙。"), paragraph("丙。"))).toEqual([
      "按语 题甲。",
      "按语 乙。",
      "按语 丙。（尾）",
    ]);
  });

  it("keeps the looks of both", () => {
    const bodies = new Map([
      ["k", { text: "", blocks: [{ kind: "paragraph", runs: [{ text: "粗", bold: true }] }] as const }],
    ]);
    const { document } = compose(TEMPLATE, { 题: "题", 键: "k" }, bodies);
    const [block] = document?.blocks ?? [];
    expect(block?.kind === "text" ? block.inlines : []).toEqual([
      { kind: "text", text: "题", style: "标签", bold: false, italic: false },
      { kind: "text", text: "粗", style: null, bold: true, italic: false },
      { kind: "text", text: "（尾）", style: null, bold: false, italic: false },
    ]);
  });

  it("leaves headings and tables their own paragraphs", () => {
    expect(lines(heading, paragraph("甲。"))).toEqual(["按语 题", "一级 一、情况", "按语 甲。（尾）"]);
    expect(lines(table)).toEqual(["按语 题", "table 头 / 格", "按语 （尾）"]);
    expect(lines(paragraph("甲。"), heading)).toEqual(["按语 题甲。", "一级 一、情况", "按语 （尾）"]);
    expect(lines(runIn)).toEqual(["按语 题（一）做法。接着说。（尾）"]);
    expect(lines(item)).toEqual(["按语 题", "列表项 项（尾）"]);
    expect(lines()).toEqual(["按语 题（尾）"]);
  });

  it("passes through no markup", () => {
    expect(lines(paragraph("</p><entry-body></entry-body>{{题}}&lt;"))).toEqual([
      "按语 题</p><entry-body></entry-body>{{题}}&lt;（尾）",
    ]);
  });

  it("stands in a paragraph alone: not in a heading, a span or a cell", () => {
    for (const [text, outer] of [
      ["<h2>甲<entry-body></entry-body></h2>", "h2"],
      ["<p><span>甲<entry-body></entry-body></span></p>", "span"],
      ["<table><tr><td><entry-body></entry-body></td></tr></table>", "td"],
    ] as const)
      expect(compose(text, { 键: "k" }).findings[0]).toContain(`<${outer}> 里不能放 <entry-body>`);
  });
});

describe("forms of a body", () => {
  const body = (text: string): Body => ({ text, blocks: [paragraph(text)] });
  const content: Content = {
    title: "",
    author: "",
    values: { 键: "k", 短: { 键: "k_短" } },
    bodies: new Map([
      ["k", body("全文。")],
      ["k_短", body("短。")],
    ]),
    forms: new Map([["k_短", "k"]]),
  };
  const made = (text: string): { shown: string[]; findings: string[] } => {
    const { template } = loadTemplate({ path: "template.hbs", text }, LAYOUT);
    if (!template) throw new Error("no template");
    const { document, findings } = composeDocument(template, content, LAYOUT);
    return { shown: shown(document), findings: findings.map(({ message }) => message) };
  };

  it("stand for the body: either is enough, one must be there, both are one too many", () => {
    expect(made("<entry-body></entry-body>")).toEqual({ shown: ["正文 全文。"], findings: [] });
    expect(made("{{#with 短}}<entry-body></entry-body>{{/with}}")).toEqual({ shown: ["正文 短。"], findings: [] });
    expect(made("<p>无</p>").findings).toEqual(["模板漏印了 1 条信息的正文"]);
    expect(made("<entry-body></entry-body>{{#with 短}}<entry-body></entry-body>{{/with}}").findings).toEqual([
      "模板把同一条信息的正文印了两次",
    ]);
  });
});
