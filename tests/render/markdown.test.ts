import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { shipped } from "./support/layouts.ts";
import { cell, document, h, p, sampleIssue } from "./support/samples.ts";

const layout = shipped();

describe("the issue as Markdown", () => {
  it("has headings, paragraphs, lists and tables", () => {
    const table = {
      kind: "table",
      style: "表格",
      head: [[cell("乡镇", "表头"), cell("人数", "表头")]],
      rows: [[cell("东湖"), cell("3")]],
    } as const;
    const sent = document([h("条目标题", 2, "标题"), p("正文", "一段"), p("列表项", "一项"), p("空行"), table], null);
    expect(renderMarkdown(sent, layout)).toBe(
      "## 标题\n\n一段\n\n- 一项\n\n| 乡镇 | 人数 |\n| --- | --- |\n| 东湖 | 3 |\n",
    );
  });

  it("writes out what Markdown would take for its own", () => {
    const texts = ["# 不是标题", "- 不是列表", "1. 不是编号", "*星* _线_ `码` |竖| <b>"];
    expect(
      renderMarkdown(
        document(
          texts.map((text) => p("正文", text)),
          null,
        ),
        layout,
      ),
    ).toBe("\\# 不是标题\n\n\\- 不是列表\n\n1\\. 不是编号\n\n\\*星\\* \\_线\\_ \\`码\\` \\|竖\\| \\<b\\>\n");
  });

  it("gives the page numbers of the 要目 and the 报尾", () => {
    const text = renderMarkdown(sampleIssue(2), layout);
    expect(text).toMatch(/◇××镇推进农村人居环境整治 1$/mu);
    expect(text).toMatch(/^报：市委办公室/mu);
  });
});
