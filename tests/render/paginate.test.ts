import { describe, expect, it } from "vitest";
import type { Block, TextBlock } from "../../src/model/document.ts";
import { linesOf } from "../../src/render/paginate/boxes.ts";
import { columnWidths } from "../../src/render/paginate/columns.ts";
import { paginate } from "../../src/render/paginate/paginate.ts";
import { shipped } from "./support/layouts.ts";
import { cell, document, h, MASTHEAD, p, t, TAB, TAIL } from "./support/samples.ts";

const layout = shipped();
const DIGITS = "一二三四五六七八九十".repeat(20);

function lines(block: TextBlock): readonly string[] {
  const { flat, lines: found } = linesOf(block, { layout, pages: new Map() });
  return found.map(({ start, end }) => flat.text.slice(start, end));
}

function full(count: number): TextBlock {
  return p("正文", DIGITS.repeat(count).slice(0, 26 + 28 * (count - 1)));
}

describe("lines", () => {
  it("hold 28 characters, the first of a paragraph 26", () => {
    expect(lines(p("正文", DIGITS.slice(0, 80))).map((line) => line.length)).toEqual([26, 28, 26]);
  });

  // prettier-ignore
  it.each([
    ["a stop takes the character before it along", `${DIGITS.slice(0, 26)}，下`, 25],
    ["two closing signs as well", `${DIGITS.slice(0, 25)}》。下`, 24],
    ["an opening sign goes to the next line", `${DIGITS.slice(0, 25)}（下下`, 25],
    ["a number is not divided", `${DIGITS.slice(0, 24)}123456元`, 24],
    ["nor a number and its per cent sign", `${DIGITS.slice(0, 24)}12.5%。`, 24],
    ["nor a word", `${DIGITS.slice(0, 24)}Office办公`, 24],
  ])("%s", (_, text, first) => {
    expect(lines(p("正文", text))[0]?.length).toBe(first);
  });

  it("end at a break, and spaces hang at their end", () => {
    expect(lines(p("正文", "一", { kind: "break" }, "二"))).toEqual(["一\n", "二"]);
    expect(lines(p("正文", "一", { kind: "break" }))).toEqual(["一\n", ""]);
    expect(lines(p("正文", `${DIGITS.slice(0, 26)}   二`))).toEqual([`${DIGITS.slice(0, 26)}   `, "二"]);
  });

  it("with a right tab end at the edge of the text block", () => {
    expect(lines(p("版头行", "内部资料　注意保存", TAB, "000012"))).toHaveLength(1);
    expect(lines(p("要目条目", "题目", TAB, { kind: "page", anchor: "a", style: null }))).toEqual(["题目\t1"]);
  });

  it("of 按语 keep two characters free on both sides", () => {
    expect(lines(p("按语", t("按语：", "标签"), DIGITS.slice(0, 60))).map((line) => line.length)).toEqual([22, 24, 17]);
  });

  it("break a text with no place to break where it is full", () => {
    expect(lines(p("正文", "A".repeat(100))).length).toBeGreaterThan(1);
    expect(lines(p("正文", "，".repeat(60))).length).toBe(3);
  });
});

describe("pages", () => {
  const pages = (...blocks: readonly Block[]): number => paginate(document(blocks, null), layout).pages;

  it("hold 22 lines", () => {
    expect(pages(full(22))).toBe(1);
    expect(pages(full(23))).toBe(2);
    expect(pages(...Array.from({ length: 44 }, () => p("正文", "一")))).toBe(2);
    expect(pages(...Array.from({ length: 45 }, () => p("正文", "一")))).toBe(3);
  });

  it("begin with a masthead of eight lines", () => {
    expect(pages(...MASTHEAD, full(14))).toBe(1);
    expect(pages(...MASTHEAD, full(15))).toBe(2);
    expect(pages(...MASTHEAD, p("独编标题", "标题"), full(11))).toBe(1);
    expect(pages(...MASTHEAD, p("独编标题", "标题"), full(12))).toBe(2);
  });

  it("do not end with a heading", () => {
    const at = (count: number): number | undefined => {
      const heading = h("一级", 3, { kind: "anchor", name: "here" }, "一、情况");
      return paginate(document([full(count), heading, p("正文", "一")], null), layout).anchors.get("here");
    };
    expect(at(20)).toBe(1);
    expect(at(21)).toBe(2);
  });

  it("leave out the space above what begins them", () => {
    expect(pages(full(22), h("分组", 1, "一、要情"), full(21))).toBe(2);
  });

  it("put the tail below the text where it fits, and else on a page of its own", () => {
    const tail = (count: number): unknown => paginate(document([full(count)], TAIL), layout);
    expect(tail(16)).toMatchObject({ pages: 1, tailAfter: 0 });
    expect(tail(20)).toMatchObject({ pages: 2, tailAfter: 1 });
    expect(paginate(document([], TAIL), layout)).toMatchObject({ pages: 1, tailAfter: 0 });
  });

  it("count anchors in tables and tails", () => {
    const table: Block = {
      kind: "table",
      style: "表格",
      head: [],
      rows: Array.from({ length: 60 }, (_, row) => [
        { style: "表格文字", inlines: [{ kind: "anchor", name: `r${row}` }, t("一")] },
      ]),
    };
    const { anchors, pages: count } = paginate(document([table], null), layout);
    expect([anchors.get("r0"), anchors.get("r59"), count]).toEqual([1, 3, 3]);
  });
});

describe("columns", () => {
  const widths = (...cells: readonly string[]): readonly number[] =>
    columnWidths(
      {
        kind: "table",
        style: "表格",
        head: [],
        rows: [cells.map((text) => cell(text))],
      },
      layout,
    );

  it("fill the text block whatever they hold", () => {
    for (const cells of [["一"], ["一", "二"], ["一", DIGITS], Array.from({ length: 30 }, () => "一")]) {
      expect(widths(...cells).reduce((sum, width) => sum + width, 0)).toBe(8845);
    }
  });

  it("share it out by what they hold", () => {
    const [narrow = 0, wide = 0] = widths("一二", "一二三四五六七八");
    expect(wide).toBeGreaterThan(narrow * 2);
    expect(Math.min(...widths("一", DIGITS))).toBeGreaterThan(480);
  });

  it("squeeze only those that are long, the longest least", () => {
    const long = "一二三四五六七八".repeat(8);
    const [time = 0, some = 0, most = 0] = widths("2026-11-23 15:40", long, long.repeat(4));
    // Sixteen Western characters in 小四, with the space around them.
    expect(time).toBeGreaterThan(1500);
    expect(time).toBeLessThan(2300);
    expect(most / some).toBeCloseTo(2, 0);
  });
});
