import { beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../../src/model/document.ts";
import { renderDocx } from "../../src/render/docx/render.ts";
import { paginate } from "../../src/render/paginate/paginate.ts";
import { shipped } from "../render/support/layouts.ts";
import { document, MASTHEAD, p, sampleIssue, TAIL } from "../render/support/samples.ts";
import { readInk, type PageInk } from "./support/ink.ts";
import { readPages, type PrintedPage } from "./support/pages.ts";
import { canPrint, print } from "./support/printer.ts";

const layout = shipped();
const DIGITS = "一二三四五六七八九十";

/** A paragraph of `lines` full lines on the grid: 26 characters in the first, 28 in the others. */
function full(lines: number): string {
  return DIGITS.repeat(lines * 3).slice(0, 26 + 28 * (lines - 1));
}

/** The masthead takes 8 of the first page's 22 lines; each further page has 22. */
const CASES: readonly {
  readonly name: string;
  readonly document: Document;
  readonly pages: number;
  readonly apart: boolean;
}[] = [
  { name: "one page, tail fits", document: document([...MASTHEAD, p("正文", full(3))]), pages: 1, apart: false },
  {
    name: "full first page, tail apart",
    document: document([...MASTHEAD, p("正文", full(14))]),
    pages: 2,
    apart: true,
  },
  { name: "two pages, tail fits", document: document([...MASTHEAD, p("正文", full(20))]), pages: 2, apart: false },
  {
    name: "three pages, tail fits",
    document: document([...MASTHEAD, p("正文", full(14 + 22 + 5))]),
    pages: 3,
    apart: false,
  },
  {
    name: "five full pages, tail apart on the sixth",
    document: document([...MASTHEAD, p("正文", full(14 + 22 * 4))]),
    pages: 6,
    apart: true,
  },
  { name: "an issue of two entries", document: sampleIssue(12), pages: 6, apart: false },
];

interface Printed {
  readonly pages: readonly PrintedPage[];
  readonly ink: readonly PageInk[];
}

describe.skipIf(!canPrint())("printed pages", () => {
  const printed: Printed[] = [];

  beforeAll(async () => {
    const pdfs = await print(await Promise.all(CASES.map(async (each) => renderDocx(each.document, layout))));
    for (const pdf of pdfs) {
      const pages = await readPages(pdf);
      printed.push({ pages, ink: await Promise.all(pages.map(async (_, index) => readInk(pdf, index + 1))) });
    }
  }, 300_000);

  it.each(CASES.map((each, index) => ({ ...each, index })))(
    "$name: the pages we count are the pages printed",
    ({ document: sent, pages, apart, index }) => {
      const counted = paginate(sent, layout);
      expect(printed[index]?.pages.length).toBe(counted.pages);
      if (index < 5) expect(counted).toMatchObject({ pages, tailAfter: apart ? 1 : 0 });
    },
  );

  it.each(CASES.map(({ name }, index) => ({ name, index })))("$name: text stays within 28.0–184.0 mm", ({ index }) => {
    for (const { lines } of printed[index]?.pages ?? []) {
      expect(Math.min(...lines.map(({ x0 }) => x0))).toBeGreaterThan(27.5);
      expect(Math.max(...lines.map(({ x1 }) => x1))).toBeLessThan(184.5);
    }
  });

  it("full lines hold 28 characters, the first of a paragraph 26, and a full page 22 lines", () => {
    const pages = printed[4]?.pages ?? [];
    const body = pages.slice(0, 5).flatMap(({ lines }, page) => lines.slice(page === 0 ? 4 : 0));
    expect(body[0]?.text.length).toBe(26);
    expect(new Set(body.slice(1).map(({ text }) => text.length))).toEqual(new Set([28]));
    expect(pages.slice(1, 5).map(({ lines }) => lines.length)).toEqual([22, 22, 22, 22]);
    for (const { x1 } of body) expect(Math.abs(x1 - 184)).toBeLessThan(0.5);
  });

  it("the red rule is as wide as the text block and stands a third down it", () => {
    for (const { ink } of printed) {
      const red = ink[0]?.rules.find((rule) => rule.red);
      expect(Math.abs((red?.x0 ?? 0) - 28)).toBeLessThan(0.5);
      expect(Math.abs((red?.x1 ?? 0) - 184)).toBeLessThan(0.5);
      expect(Math.abs((red?.y0 ?? 0) - (37 + 225 / 3))).toBeLessThan(2);
    }
  });

  it("the last rule of the 报尾 lies on the foot of the text block of the last page", () => {
    for (const { ink } of printed) {
      const rules = ink.at(-1)?.rules.filter(({ red }) => !red) ?? [];
      expect(rules).toHaveLength(3);
      expect(Math.abs((rules.at(-1)?.y1 ?? 0) - 262)).toBeLessThan(0.5);
      expect(ink.slice(0, -1).flatMap((page) => page.rules.filter(({ red }) => !red))).toEqual([]);
    }
  });

  it("the page number stands 7 mm below the text block, right on odd pages and left on even ones", () => {
    for (const { pages, ink } of printed) {
      pages.forEach(({ number }, index) => {
        expect(number?.text).toBe(`—${index + 1}—`);
        const odd = index % 2 === 0;
        const inset = odd ? 184 - (number?.x1 ?? 0) : (number?.x0 ?? 0) - 28;
        expect(Math.abs(inset - 4.94)).toBeLessThan(0.6);
        for (const dash of ink[index]?.dashes.filter(({ y0 }) => y0 > 262) ?? [])
          expect(Math.abs(dash.y0 - 269)).toBeLessThan(1);
        expect(ink[index]?.dashes.filter(({ y0 }) => y0 > 262)).toHaveLength(2);
      });
    }
  });

  it("the tail never meets the text above it", () => {
    for (const { pages, ink } of printed) {
      const top = ink.at(-1)?.rules.find(({ red }) => !red)?.y0 ?? 0;
      const text = pages.at(-1)?.lines.filter(({ middle }) => middle < top) ?? [];
      const tail = (pages.at(-1)?.lines.length ?? 0) - text.length;
      expect(tail).toBe(5);
      expect(TAIL.parts).toHaveLength(7);
    }
  });
});
