import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Body } from "../../src/model/body.ts";
import type { Cell } from "../../src/model/document.ts";
import { compose, shippedFile, shown, textOf } from "./support.ts";

const VALUES = { 题: "标题", 空: "", 组: [{ 题: "甲" }, { 题: "乙" }], 内: { 题: "深" } };

/** Template, and the finding it must bring. */
const FAULTS: readonly (readonly [string, string, string])[] = [
  ["an unknown element", '<p class="正文">甲</p>\n<div>乙</div>', "2:1 不能用元素 <div>"],
  ["a script", "<script>alert(1)</script>", "1:1 不能用元素 <script>"],
  ["an unknown class", '\n<p class="不存在">甲</p>', "2:1 版式里没有 <p> 用的样式“不存在”"],
  ["the class of another kind of element", '<hr class="正文">', "1:1 版式里没有 <hr> 用的样式“正文”"],
  ["another attribute", '<p style="color:red">甲</p>', '1:1 <p> 只能带 class="样式名"'],
  ["a second attribute", '<p class="正文" id="x">甲</p>', '1:1 <p> 只能带 class="样式名"'],
  ["a class in single quotes", "<p class='正文'>甲</p>", '1:1 <p> 只能带 class="样式名"'],
  ["a class from a value", '<p class="{{题}}">甲</p>', "1:1 标签里不能有 {{…}}"],
  ["a tag from a value", "<p><{{题}}>甲</p>", "1:4 标签里不能有 {{…}}"],
  ["a closing tag from a value", "<p>甲</{{题}}></p>", "1:5 标签里不能有 {{…}}"],
  ["an attribute from a value", "<p {{题}}>甲</p>", "1:1 标签里不能有 {{…}}"],
  ["a tag cut by a block", "<p{{#if 题}}>甲{{/if}}</p>", "1:1 标签里不能有 {{…}}"],
  ["three braces", "<p>甲\n  {{{题}}}</p>", "2:3 不能用三个花括号 {{{…}}}"],
  ["an ampersand for three braces", "<p>{{&题}}</p>", "1:4 不能用三个花括号 {{{…}}}"],
  ["an unknown helper", "<p>{{大写 题}}</p>", "1:4 没有“大写”这个助手"],
  ["lookup", '<p>{{lookup 内 "题"}}</p>', "1:4 没有“lookup”这个助手"],
  ["log", '<p>{{log "题"}}</p>', "1:4 没有“log”这个助手"],
  ["an unknown block helper", "{{#大写 题}}<p>甲</p>{{/大写}}", "1:1 没有“大写”这个助手"],
  ["a section", "{{#题}}<p>甲</p>{{/题}}", "1:1 没有“题”这个助手"],
  ["a helper inside a helper", '{{#if (lookup 内 "题")}}<p>甲</p>{{/if}}', "1:1 {{#if}} 后面只能写一个名称"],
  ["two parameters", "{{#if 题 空}}<p>甲</p>{{/if}}", "1:1 {{#if}} 后面只能写一个名称"],
  ["no parameter", "{{#if}}<p>甲</p>{{/if}}", "1:1 {{#if}} 后面只能写一个名称"],
  ["a partial", "<p>甲</p>\n{{> 页眉}}", "2:1 模板里不能引入别的模板或装饰器"],
  ["a dynamic partial", '{{> (lookup . "题")}}', "1:1 模板里不能引入别的模板或装饰器"],
  ["a partial block", "{{#> 页眉}}{{/页眉}}", "1:1 模板里不能引入别的模板或装饰器"],
  ["a decorator", "{{* 装饰}}", "1:1 模板里不能引入别的模板或装饰器"],
  ["braces that do not close", "<p>甲</p>\n<p>{{题</p>", "2:1 模板写法有误，{{…}} 不成对或写错"],
  ["a block that does not close", "{{#if 题}}\n<p>甲</p>", "2:1 模板写法有误，{{…}} 不成对或写错"],
  ["a missing value", "<p>甲</p>\n<p>乙{{题名}}</p>", "2:7 模板要的“题名”没有值"],
  ["a missing value in a list", "{{#each 组}}\n<p>{{题名}}</p>\n{{/each}}", "2:6 模板要的“题名”没有值"],
  ["a missing value in a condition", "\n{{#if 题名}}<p>甲</p>{{/if}}", "2:7 模板要的“题名”没有值"],
  ["a missing list", "{{#each 分租}}<p>甲</p>{{/each}}", "1:9 模板要的“分租”没有值"],
  ["a missing deep value", "<p>{{内.题名}}</p>", "1:6 模板要的“题名”没有值"],
  ["an element left open", "<p>甲</p>\n<section><p>乙</p>", "2:1 <section> 没有结束"],
  ["an element closed twice", "<p>甲</p></p>", "1:5 </p> 没有对应的 <p>"],
  ["elements that cross", "<p><b>甲</p></b>", "1:8 </p> 没有对应的 <p>"],
  ["a paragraph in a paragraph", "<p>甲<p>乙</p></p>", "1:1 <p> 里不能放 <p>"],
  ["a cell outside a table", "<td>甲</td>", "1:1 最外层不能放 <td>"],
  ["bold outside a paragraph", "<b>甲</b>", "1:1 最外层不能放 <b>"],
  ["text outside a paragraph", "<section>甲</section>", "1:10 <section> 里不能直接放文字“甲”"],
  ["a value outside a paragraph", "<p>甲</p>{{题}}", "1:1 最外层不能直接放文字“标题”"],
  ["a comment of HTML", "<p>甲</p><!-- 注 -->", "1:9 最外层不能直接放文字“<!-- 注 -->”"],
  ["something in <entry-body>", "<entry-body>甲</entry-body>", "1:1 <entry-body> 里不能写东西"],
  ["a value in <entry-body>", "<entry-body>{{题}}</entry-body>", "1:1 <entry-body> 里不能写东西"],
];

describe("a template that is at fault", () => {
  it.each(FAULTS)("%s", (_, text, finding) => {
    const { document, findings } = compose(text, VALUES);
    expect(document).toBeNull();
    expect(findings[0]).toBe(finding);
  });

  it("is told of every fault at once", () => {
    expect(compose("<div>甲</div>\n<p>{{{题}}}</p>\n<p>{{大写 题}}</p>", VALUES).findings).toHaveLength(3);
  });

  it("must print the body of every entry", () => {
    const { findings } = compose("<p>{{题}}</p>", VALUES, new Map([["甲", body("一句。")]]));
    expect(findings).toEqual(["1:1 模板漏印了 1 条信息的正文"]);
  });
});

function body(...lines: string[]): Body {
  return {
    text: lines.join("\n"),
    blocks: lines.map((text) => ({ kind: "paragraph", runs: [{ text, bold: false }] })),
  };
}

describe("a sound template", () => {
  it("may use every element there is", () => {
    const text = `<header><h1 class="刊名">刊</h1></header>
<section>
<h2>二</h2><h3>三</h3><h4>四</h4>
<p>甲<br>乙<b>丙</b><i>丁</i><span>戊</span></p>
<table><thead><tr><th>头</th></tr></thead><tbody><tr><td>格</td></tr></tbody></table>
<ul><li>一</li></ul><ol><li>二</li></ol>
<hr class="报尾粗线">
</section>
<footer><hr class="报尾粗线"><p>尾</p><hr class="报尾粗线"></footer>
`;
    const { document, findings } = compose(text);
    expect(findings).toEqual([]);
    expect(shown(document).map((line) => line.replace(/^\S+ /u, ""))).toEqual([
      "刊",
      "二",
      "三",
      "四",
      "甲⟨br⟩乙«丙»丁戊",
      "头 / 格",
      "一",
      "二",
      "报尾粗线",
      "hr 报尾粗线",
      "正文 尾",
      "hr 报尾粗线",
    ]);
  });

  it("puts bodies where they belong, in their own styles", () => {
    const text = "{{#each 组}}<h3>{{题}}</h3><entry-body></entry-body>{{/each}}";
    const values = {
      组: [
        { 题: "甲", 键: "k1" },
        { 题: "乙", 键: "k2" },
      ],
    };
    const { document } = compose(
      text,
      values,
      new Map([
        ["k2", body("乙一", "乙二")],
        ["k1", body("甲一")],
      ]),
    );
    expect(shown(document).map((line) => line.replace(/^\S+ /u, ""))).toEqual(["甲", "甲一", "乙", "乙一", "乙二"]);
  });

  it("gives each cell of a table the style it names, or that of its kind", () => {
    const text = `<table>
<thead><tr><th>头</th><td class="按语">头</td></tr></thead>
<tbody><tr><th>甲</th><td>乙</td><td class="正文">丙</td></tr><tr><td>丁</td></tr></tbody>
</table>
<table><tbody>{{#each 空}}<tr><td>{{this}}</td></tr>{{/each}}</tbody></table>`;
    const { document } = compose(text, { 空: [] });
    // A table without rows is none, and rows are as long as the longest.
    expect(document?.blocks).toHaveLength(1);
    const [table] = document?.blocks ?? [];
    const styles = (rows: readonly (readonly Cell[])[]): string[] =>
      rows.map((row) => row.map(({ style }) => style).join(" "));
    expect(table?.kind === "table" ? [styles(table.head), styles(table.rows)] : []).toEqual([
      ["表头 按语 表格文字"],
      ["表头 表格文字 正文", "表格文字 表格文字 表格文字"],
    ]);
  });

  it("drops text of white space only, and keeps all other text as it is", () => {
    const { document } = compose("\n  <p>　　甲  乙　 </p>\n\n<p>{{题}}</p>  ", { 题: " 　前后  皆空　" });
    expect(shown(document)).toEqual(["正文 　　甲  乙　 ", "正文  　前后  皆空　"]);
  });

  it("takes a tab for the next tab stop", () => {
    expect(shown(compose("<p>甲\t乙</p>").document)).toEqual(["正文 甲⟨tab⟩乙"]);
  });

  it("knows if, unless, each and with, and values above", () => {
    const text =
      "{{#if 空}}<p>不</p>{{else}}<p>空</p>{{/if}}{{#unless 空}}<p>无</p>{{/unless}}{{#with 内}}<p>{{题}}{{../题}}</p>{{/with}}{{#each 组}}{{#if @first}}<p>{{题}}{{@index}}</p>{{/if}}{{/each}}";
    expect(shown(compose(text, VALUES).document)).toEqual(["正文 空", "正文 无", "正文 深标题", "正文 甲0"]);
  });

  it("is the shipped one", () => {
    const { text } = shippedFile("publications/信息专报/template.hbs");
    expect(compose(text, {}).findings).toEqual([expect.stringContaining("没有值")]);
  });
});

/** What HTML, Handlebars, XML and Markdown would act upon. */
const SIGNS = [
  "<script>alert(1)</script>",
  "</p><p>",
  '<p class="刊名">',
  "{{题}}",
  "{{{题}}}",
  "{{> x}}",
  "&amp;",
  "&lt;b&gt;",
  "&#x3D;",
  "&#10;",
  "&nbsp;",
  "=",
  "'",
  '"',
  "`",
  "\\{{题}}",
  "<entry-body></entry-body>",
  "<br>",
  "<!--",
  "]]>",
  "__proto__",
  "constructor",
  "　",
  "  ",
  "𬱖",
  "e\u0301",
  "\u200b",
  "**粗**",
];

describe("text of an entry arrives exactly", { timeout: 60_000 }, () => {
  it.each(SIGNS)("%s", (sign) => {
    const text = `前${sign}后`;
    const { document, findings } = compose(
      "<p>{{题}}</p><entry-body></entry-body>",
      { 题: text, 键: "k" },
      new Map([["k", body(text)]]),
    );
    expect(findings).toEqual([]);
    expect(document?.blocks).toHaveLength(2);
    expect(shown(document)).toEqual([`正文 ${text}`, `正文 ${text}`]);
  });

  it("property: any mixture of them", () => {
    const piece = fc.oneof(
      fc.constantFrom(...SIGNS),
      fc.string({ unit: "binary", maxLength: 6 }).map((text) => text.replace(/\t/gu, "")),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = `|${parts.join("")}|`;
        const { document, findings } = compose("<p><b>{{题}}</b></p>", { 题: text });
        expect(findings).toEqual([]);
        expect(textOf(document)).toBe(text);
      }),
      { numRuns: 1000, seed: 20261123 },
    );
  });
});
