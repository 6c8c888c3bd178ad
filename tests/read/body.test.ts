import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BodyBlock, Run } from "../../src/model/body.ts";
import { readBody } from "../../src/read/body.ts";

/** Blocks as a reader sees them: `h2 head|rest`, `p text`, `- item`, `| a | b |`; bold in «». */
function shown(text: string): string[] {
  return readBody(text, () => {}).blocks.flatMap(showBlock);
}

function showBlock(block: BodyBlock): string[] {
  switch (block.kind) {
    case "paragraph":
      return [`p ${line(block.runs)}`];
    case "list-item":
      return [`- ${line(block.runs)}`];
    case "heading":
      return [`h${block.level} ${line(block.head)}${block.rest.length > 0 ? `|${line(block.rest)}` : ""}`];
    case "table":
      return [block.head, ...block.rows].map((row) => `| ${row.map(line).join(" | ")} |`);
  }
}

function line(runs: readonly Run[]): string {
  return runs.map(({ text, bold }) => (bold ? `«${text}»` : text)).join("");
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["every line is a paragraph", "甲\n乙\n\n丙", ["p 甲", "p 乙", "p 丙"]],
  ["leading spaces and U+3000 are dropped, inner ones stay", "　　甲  乙　丙 \n \t　丁", ["p 甲  乙　丙", "p 丁"]],
  ["blank lines of any white space are none", "甲\n　\n \t \n乙", ["p 甲", "p 乙"]],
  ["CRLF", "甲\r\n\r\n乙\r\n", ["p 甲", "p 乙"]],
  ["first level", "一、背景\n十二、其他", ["h1 一、背景", "h1 十二、其他"]],
  ["first level that runs on", "一、背景。近年来缺水。二是缺电。", ["h1 一、背景。|近年来缺水。二是缺电。"]],
  ["first level with its stop at the end", "一、背景。", ["h1 一、背景。"]],
  ["second level, both kinds of brackets", "（一）做法\n(二)做法。后文", ["h2 （一）做法", "h2 (二)做法。|后文"]],
  ["third level", "1.一项\n2．二项。后文\n12.十二项", ["h3 1.一项", "h3 2．二项。后文", "h3 12.十二项"]],
  ["fourth level", "（1）一项\n(2)二项", ["h4 （1）一项", "h4 (2)二项"]],
  ["figures are no headings", "1.5亿元投入\n2026.11完成\n100.一百", ["p 1.5亿元投入", "p 2026.11完成", "p 100.一百"]],
  ["other numbering is text", "①一是\n1、一项\n第一，\nA.甲", ["p ①一是", "p 1、一项", "p 第一，", "p A.甲"]],
  ["words that only begin alike are text", "一是抓实\n十、\n（一）", ["p 一是抓实", "h1 十、", "h2 （一）"]],
  ["# takes its level from the depth", "# 甲\n## 乙\n### 丙\n#### 丁", ["h1 甲", "h2 乙", "h3 丙", "h4 丁"]],
  ["# with a number takes the number's level, kept as typed", "# （一）甲\n#### 一、乙", ["h2 （一）甲", "h1 一、乙"]],
  ["lists", "- 甲\n* 乙\n-  丙", ["- 甲", "- 乙", "- 丙"]],
  ["signs without a space are text", "-5℃\n*注", ["p -5℃", "p *注"]],
  ["bold", "甲**乙**丙**丁**", ["p 甲«乙»丙«丁»"]],
  ["bold next to Chinese punctuation", "**基本情况。**二是", ["p «基本情况。»二是"]],
  ["bold across the end of a heading", "一、**甲。乙**丙", ["h1 一、«甲。»|«乙»丙"]],
  ["single stars and underlines are text", "5*3*2=30，a_b_c，__x__", ["p 5*3*2=30，a_b_c，__x__"]],
  ["a table", "| 镇 | 户数 |\n|:--|--:|\n| **青石** | 12 |\n甲", ["| 镇 | 户数 |", "| «青石» | 12 |", "p 甲"]],
  ["a table without outer bars at the end", "| 镇 | 户\n|---|---\n| 甲 | 1", ["| 镇 | 户 |", "| 甲 | 1 |"]],
  ["a line with bars is no table without its rule", "| 甲 | 乙 |\n丙", ["p | 甲 | 乙 |", "p 丙"]],
  ["a year at the beginning is no list", "1986. 年度总结", ["p 1986. 年度总结"]],
  ["four spaces make no code block", "    甲", ["p 甲"]],
];

describe("the blocks of a body", () => {
  it.each(CASES)("%s", (_, text, blocks) => {
    expect(shown(text)).toEqual(blocks);
  });
});

/** Words for the fuzz: what Chinese reports are made of, what numbering is made of, and what Markdown would act on. */
const PIECES = [
  ..."一二三十百、（）()1234567890.．。，甲乙丙丁　 \t-*#|>`~_[]!<>&=+:\\^$%@\"'/{}",
  "**",
  "一、",
  "（一）",
  "1.",
  "（1）",
  "![",
  "](",
  "<b>",
  "𬱖",
  "e\u0301",
  "\u200b",
  "\u00a0",
];

const lines = fc.array(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((parts) => parts.join("")),
  { maxLength: 12 },
);

/**
 * What must come out of a line, found without the reader: white space about it goes, and so do the signs of the subset
 * (`#`s and a space, a list sign and a space, paired `**`); nothing else may.
 */
function expected(line: string): string {
  const text = line.trim();
  const isNumbered =
    /^(?:#{1,4}\s+)?(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)]|\d{1,2}[.．](?![\d.])|[（(]\d{1,2}[）)])/u.test(
      text,
    );
  const isRule = /^(?:[-*_]\s*){3,}$/u.test(text);
  const bare = isRule && !isNumbered ? text : text.replace(/^(?:#{1,4}|[-*])\s+/u, "");
  return withoutBold(bare);
}

/** Runs of just two stars are marks where they pair, but for those between two digits; longer runs mask a number. */
function withoutBold(text: string): string {
  const runs = text.split(/(\*+)/u);
  const isMark = (run: string, at: number): boolean =>
    run === "**" && !(/\d$/u.test(runs[at - 1] ?? "") && /^\d/u.test(runs[at + 1] ?? ""));
  const count = runs.filter(isMark).length;
  return count % 2 === 0 ? runs.filter((run, at) => !isMark(run, at)).join("") : text;
}

const isTableLine = (line: string): boolean => line.trim().startsWith("|");

describe("stars that are no bold", () => {
  it.each(["群众来电138****5678", "身份证号3301************34", "2**10与3**5", "***", "****"])(
    "keeps %s whole",
    (text) => {
      const refused: string[] = [];
      const { blocks } = readBody(`甲${text}`, (_, message) => refused.push(message));
      expect([blocks.map((block) => plain(block)), refused]).toEqual([[`甲${text}`], []]);
    },
  );
});

describe("no character of a body is lost or added", { timeout: 60_000 }, () => {
  it("property: lines without tables", () => {
    fc.assert(
      fc.property(lines, (given) => {
        const text = given.filter((each) => !isTableLine(each));
        const printed = readBody(text.join("\n"), () => {}).blocks.map((block) => plain(block));
        expect(printed).toEqual(text.filter((each) => each.trim() !== "").map(expected));
      }),
      { numRuns: 2000, seed: 20261123 },
    );
  });

  it("property: tables, cell by cell", () => {
    const cell = fc
      .array(fc.constantFrom("甲", "乙", "1", " ", "　", "-", "。"), { maxLength: 5 })
      .map((parts) => parts.join(""));
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const [head, ...rest] = rows.map((row) => `|${row.join("|")}|`) as [string, ...string[]];
        const rule = `|${rows[0]?.map(() => "---").join("|")}|`;
        const refused: string[] = [];
        const { blocks } = readBody([head, rule, ...rest].join("\n"), (_, message) => refused.push(message));
        expect(refused).toEqual([]);
        expect(
          blocks.map((block) =>
            block.kind === "table" ? [block.head, ...block.rows].map((row) => row.map(line)) : block.kind,
          ),
        ).toEqual([rows.map((row) => row.map((each) => each.trim()))]);
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });
});

function plain(block: BodyBlock): string {
  if (block.kind === "table") throw new Error("no table was written");
  const runs = block.kind === "heading" ? [...block.head, ...block.rest] : block.runs;
  return runs.map(({ text }) => text).join("");
}
