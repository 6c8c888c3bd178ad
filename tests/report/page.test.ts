import { expect, test } from "vitest";
import { width } from "../../src/base/width.ts";
import { renderRuleList } from "../../src/report/list.ts";
import { renderPage } from "../../src/report/page.ts";
import { HOSTILE, NASTY } from "./support.ts";

const PAGE = `# 迟报

查**紧急**信息，见 [规定](https://example.org/a) 和 [另一条](late-written.md)。
<!-- 不显示 -->

- 一项\`代码\`，${"很长的说明".repeat(12)}
1. 第一

\`\`\`yaml
标题: **不改**  两个空格
\`\`\`

| 键 | 值 |
|---|---|
| 电话 | 30 |
| 书面报告 | 60 |
`;

test("headings, lists, code and tables are readable without their marks", () => {
  const text = renderPage(PAGE, { colour: false, columns: 40 });
  expect(text).toMatch(/^迟报\n\n查紧急信息，见 规定/u);
  expect(text).not.toMatch(/^#|<!--|late-written\.md|```/mu);
  expect(text).toContain("\n- 一项代码，");
  expect(text).toContain("\n1. 第一\n");
  expect(text).toContain("\n    标题: **不改**  两个空格\n");
  expect(text).toContain("\n键        值\n电话      30\n书面报告  60\n");
  for (const line of text.split("\n")) expect(width(line)).toBeLessThanOrEqual(40);
});

test("a page holds nothing hostile", () => {
  expect(renderPage(NASTY, { colour: false, columns: 80 })).not.toMatch(HOSTILE);
});

test("rules are listed in columns that align", () => {
  const rules = [
    { name: "late-phone", severity: "error", summary: "电话迟报" },
    { name: "no", severity: "note", summary: "说明".repeat(30) },
  ] as const;
  const text = renderRuleList(new Map([["时效", rules]]), { colour: false, columns: 50 });
  expect(text).toContain("时效\n  late-phone  差错  电话迟报\n  no          提示  说明");
  for (const line of text.split("\n")) expect(width(line)).toBeLessThanOrEqual(50);
});
