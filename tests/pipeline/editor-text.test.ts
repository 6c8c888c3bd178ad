import { BASES } from "../render/support/layouts.ts";
import { describe, expect, it } from "vitest";
import { planOf } from "../../src/pipeline/draft.ts";
import { layOut, type Issue } from "../../src/pipeline/issue.ts";
import { shippedFile, shown } from "../compose/support.ts";
import { entryText, filesOf, OFFICE, publicationOf, surveyOf } from "./support.ts";

const entry = (id: string, more: Record<string, string> = {}): string =>
  entryText({ 编号: id, 标题: `${id}题`, ...more });

function issueOf(files: readonly string[], rows: string, template?: string): Issue {
  const found = surveyOf(filesOf(...files), { office: OFFICE });
  const text = `刊物: 信息专报\n日期: 2026-11-23\n分组:\n  - 名称: 工作动态\n    条目:\n${rows}`;
  const words = shippedFile("publications/信息专报/template.hbs");
  return layOut(found, {
    publication: publicationOf(found),
    plan: planOf({ path: "plans/p.yaml", text }, found.grounds.office.zone),
    template: template === undefined ? words : { path: "template.hbs", text: template },
    layout: shippedFile("publications/信息专报/layout.yaml"),
    bases: BASES,
    looks: [],
    skipInvalid: true,
    day: found.grounds.now.day,
  });
}

const printed = ({ print }: Issue): string => (print ? shown(print.document).join("\n") : "");

describe("what the editor wrote of an entry that may not be printed", () => {
  const rows = [
    "      - 编号: 甲\n        改题: 甲的秘密题\n        改文: 甲乙合写的全文\n        合并: [乙]",
    "      - 编号: 丙",
  ].join("\n");

  it.each([
    ["above the 密级上限", entry("甲", { 密级: "工作秘密" })],
    ["at fault", entry("甲", { 类别: "没有的类别" })],
  ])("is not printed over another: %s", (_, lead) => {
    const issue = issueOf([lead, entry("乙"), entry("丙")], rows);
    expect(printed(issue)).toContain("丙题");
    expect(printed(issue)).not.toMatch(/甲|合写/u);
    expect(issue.arranged.left.map(({ id }) => id).toSorted()).toEqual(["乙", "甲"].toSorted());
  });

  it("leaves out the text where a merged entry is above it", () => {
    const issue = issueOf([entry("甲"), entry("乙", { 密级: "工作秘密" }), entry("丙")], rows);
    expect(printed(issue)).not.toContain("合写");
    expect(issue.arranged.left.map(({ id }) => id).toSorted()).toEqual(["乙", "甲"].toSorted());
  });

  it("drops only the title where there is no text of the editor's", () => {
    const row = "      - 编号: 甲\n        改题: 甲的秘密题\n        合并: [乙]";
    const issue = issueOf([entry("甲", { 密级: "工作秘密" }), entry("乙")], row);
    expect(printed(issue)).toContain("乙题");
    expect(printed(issue)).not.toContain("甲");
  });
});

describe("a template that prints an entry twice or points nowhere", () => {
  const body = "{{#each 分组}}{{#each 条目}}BODY{{/each}}{{/each}}";
  it.each([
    ["<entry-body></entry-body><entry-body></entry-body>", "模板把同一条信息的正文印了两次"],
    [
      '<p><span class="书签">{{键}}</span><span class="书签">{{键}}</span>{{题}}</p><entry-body></entry-body>',
      "模板里有两个相同的书签",
    ],
    ['<p>{{题}}<span class="页码">{{键}}</span></p><entry-body></entry-body>', "页码所指的书签不在模板里"],
  ])("%s", (markup, message) => {
    const issue = issueOf([entry("甲")], "      - 编号: 甲", body.replace("BODY", markup));
    expect(issue.print).toBeNull();
    expect(issue.refusals.map((finding) => [finding.rule, finding.message])).toEqual([["template", message]]);
  });
});
