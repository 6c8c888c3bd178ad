import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import type { Folder } from "../commands/support.ts";
import { readInk, type PageInk } from "./support/ink.ts";
import { issueFolder, LONGEST, SHORTEST, type Extent, type IssueSize } from "./support/issues.ts";
import { readPages, type PrintedPage } from "./support/pages.ts";
import { canPrint, print } from "./support/printer.ts";

/** Each publication with the size of one of its entries, in sentences, where an issue has many; null where it prints one. */
const PUBLICATIONS: readonly (readonly [name: string, many: number | null])[] = [
  ["信息专报", 2],
  ["每日要情", 4],
  ["紧急信息快报", null],
  ["每周信息", 2],
  ["参阅", 2],
  ["上报信息", null],
];
const PAGES = [1, 2, 3, 12];

interface Case {
  readonly name: string;
  readonly publication: string;
  readonly extent: Extent;
  readonly looks: readonly string[];
  /** Pages that the program counts. */
  readonly counted: number;
  readonly text: string;
  readonly pages: readonly PrintedPage[];
  readonly ink: readonly PageInk[];
}

interface Made extends Omit<Case, "pages" | "ink"> {
  readonly file: Uint8Array;
}

interface Wanted {
  readonly publication: string;
  readonly extent?: Extent;
  readonly looks?: readonly string[];
}

async function make(name: string, wanted: Wanted, size: IssueSize): Promise<Made> {
  const { publication, extent = SHORTEST, looks = [] } = wanted;
  const folder = issueFolder(publication, { extent, looks, ...size });
  const counted = await pagesOf(folder, publication);
  const file = folder.bytes("稿.docx");
  const { value } = await mammoth.extractRawText({ buffer: file });
  return { name, publication, extent, looks, counted, text: plain(value), file };
}

async function pagesOf(folder: Folder, publication: string): Promise<number> {
  const argv = ["compile", "--publication", publication, "--plan", "p.yaml", "-o", "稿.docx", "--json"];
  const { code, out, err } = await folder.run(argv);
  if (code !== 0) throw new Error(`${publication}: ${err}`);
  return (JSON.parse(out) as { outputs: { pages: number }[] }).outputs[0]?.pages ?? 0;
}

/** An issue of so many pages: entries or sentences are added until it has them. */
async function ofPages(wanted: Wanted, many: number | null, pages: number): Promise<Made> {
  const name = `${wanted.publication} ${pages} 页`;
  const sizeOf = (amount: number): IssueSize =>
    many === null ? { count: 1, length: amount } : { count: amount, length: many };
  let low = 0;
  let high = 1;
  let made = await make(name, wanted, sizeOf(high));
  while (made.counted < pages) {
    [low, high] = [high, high * 2];
    made = await make(name, wanted, sizeOf(high));
  }
  while (made.counted !== pages && high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    made = await make(name, wanted, sizeOf(middle));
    if (made.counted < pages) low = middle;
    else high = middle;
  }
  return made;
}

/** Without white space and the dots that lead to a page number. */
function plain(text: string): string {
  return text.replace(/\s|·{3,}/gu, "");
}

/** Where two texts part, with what stands there in each; null where they are the same. */
function difference(sent: string, found: string): string | null {
  let at = 0;
  while (at < sent.length && sent[at] === found[at]) at++;
  return sent === found ? null : `${at}: “${sent.slice(at, at + 30)}” … “${found.slice(at, at + 30)}”`;
}

async function makeAll(): Promise<Made[]> {
  const made: Made[] = [];
  for (const [publication, many] of PUBLICATIONS) {
    for (const pages of PAGES) made.push(await ofPages({ publication }, many, pages));
    const count = many === null ? 1 : 5;
    made.push(
      await make(`${publication} 最长`, { publication, extent: LONGEST }, { count, length: 9 }),
      await make(`${publication} 有表`, { publication }, { count, length: 3, table: true }),
    );
  }
  const publication = "信息专报";
  for (const look of ["补偿版心", "刊名35毫米", "页码居中", "首页不显页码", "仿宋楷体", "西文仿宋"])
    made.push(await make(look, { publication, looks: [look] }, { count: 1, length: 40 }));
  for (const length of [4, 16, 17, 18, 30])
    made.push(await make(`偶数面 ${length}`, { publication, looks: ["报尾偶数面"] }, { count: 1, length }));
  return made;
}

/** From the top of the text block to the masthead, mm: two lines stand above that of the urgent one. */
function mastheadAt(publication: string, looks: readonly string[]): number {
  if (looks.includes("刊名35毫米")) return 35;
  return publication === "紧急信息快报" ? 23 : 20;
}

async function printAll(): Promise<readonly Case[]> {
  const made = await makeAll();
  const pdfs = await print(made.map(({ file }) => file));
  return Promise.all(
    made.map(async (each, index) => {
      const pdf = pdfs[index] ?? "";
      const pages = await readPages(pdf);
      const last = pages.length;
      const ink = await Promise.all([...new Set([1, last])].map(async (page) => readInk(pdf, page)));
      return { ...each, pages, ink };
    }),
  );
}

describe.skipIf(!canPrint())("every publication, printed", { timeout: 900_000 }, () => {
  let made: Promise<readonly Case[]> | null = null;
  const printed = (): Promise<readonly Case[]> => (made ??= printAll());

  it("has 1, 2, 3 and 12 pages, and those that the program counts", async () => {
    const all = await printed();
    const wanted = PUBLICATIONS.flatMap(([name]) => PAGES.map((pages) => `${name} ${pages} 页: ${pages}`));
    expect(all.flatMap(({ name, counted }) => (/ \d+ 页$/u.test(name) ? [`${name}: ${counted}`] : []))).toEqual(wanted);
    expect(all.map(({ name, pages }) => `${name}: ${pages.length}`)).toEqual(
      all.map(({ name, counted }) => `${name}: ${counted}`),
    );
  });

  it("prints every line of its text, in order", async () => {
    const all = await printed();
    const wrong = all.flatMap(({ name, pages, text }) => {
      const found = plain(pages.flatMap(({ lines }) => lines.map((line) => line.text)).join(""));
      const where = difference(text, found);
      return where === null ? [] : [`${name} ${where}`];
    });
    expect(wrong).toEqual([]);
  });

  it("keeps within the text block to 0.5 mm", async () => {
    const all = await printed();
    for (const { name, pages } of all)
      for (const { x0, x1 } of pages.flatMap(({ lines }) => lines)) {
        expect(x0, name).toBeGreaterThan(27.5);
        expect(x1, name).toBeLessThan(184.5);
      }
  });

  it("has its masthead 20 mm below the top of the text block, or 35, and its red rule across it", async () => {
    const all = await printed();
    for (const { name, publication, ink, looks } of all) {
      const [first] = ink;
      const top = Math.min(...(first?.large.map(({ y0 }) => y0) ?? []));
      expect(Math.abs(top - (37 + mastheadAt(publication, looks))), `${name} ${top}`).toBeLessThan(0.5);
      const red = first?.rules.find((rule) => rule.red);
      expect(Math.abs((red?.x0 ?? 0) - 28), name).toBeLessThan(0.5);
      expect(Math.abs((red?.x1 ?? 0) - 184), name).toBeLessThan(0.5);
    }
  });

  it("ends its 报尾 on the foot of the standard's text block, whatever the look", async () => {
    const all = await printed();
    for (const { name, ink } of all) {
      const foot = ink.at(-1)?.rules.findLast(({ red }) => !red)?.y1 ?? 0;
      expect(Math.abs(foot - 262), `${name} ${foot}`).toBeLessThan(0.5);
    }
  });

  it("has its page numbers 7 mm below that foot, each with its line on either side", async () => {
    const all = await printed();
    for (const { name, pages, ink, looks } of all) {
      const numbers = pages.map(({ number }) => number?.text ?? null);
      const behind = looks.includes("报尾偶数面") && pages.at(-2)?.lines.length === 0 ? 2 : 0;
      const expected = pages.map((_, index) =>
        (looks.includes("首页不显页码") && index === 0) || index >= pages.length - behind ? null : `—${index + 1}—`,
      );
      expect(numbers, name).toEqual(expected);
      for (const page of ink)
        for (const { y0 } of page.dashes.filter((dash) => dash.y0 > 264))
          expect(Math.abs(y0 - 269), `${name} ${y0}`).toBeLessThan(0.5);
    }
  });

  it("puts them right on odd pages and left on even ones, or in the middle", async () => {
    const all = await printed();
    for (const { name, pages, looks } of all)
      for (const [index, { number }] of pages.entries()) {
        if (!number) continue;
        const middle = (number.x0 + number.x1) / 2;
        if (looks.includes("页码居中")) expect(Math.abs(middle - 106), name).toBeLessThan(0.5);
        else expect(index % 2 === 0 ? 184 - number.x1 : number.x0 - 28, name).toBeCloseTo(4.94, 0);
      }
  });

  it("fills a page that should be full: 22 lines of 28 characters", async () => {
    const all = await printed();
    for (const name of ["上报信息 12 页", "紧急信息快报 12 页", "补偿版心", "仿宋楷体"]) {
      const { pages = [] } = all.find((each) => each.name === name) ?? {};
      for (const { lines } of pages.slice(1, -2)) {
        expect(lines.length, name).toBe(22);
        const full = lines.filter(({ x1, x0 }) => Math.abs(x1 - 184) < 0.5 && x0 < 29);
        // A line gives its last character to the next where that would begin with a stop.
        expect(Math.max(...full.map(({ text }) => text.length)), name).toBe(28);
        expect(Math.min(...full.map(({ text }) => text.length)), name).toBeGreaterThan(26);
        expect(full.length, name).toBeGreaterThan(14);
      }
    }
  });

  it("parts a long title into lines of which none is a scrap, and none runs over", async () => {
    const all = await printed();
    for (const { name, pages, publication, extent } of all.filter((each) => each.extent === LONGEST)) {
      if (["每日要情", "每周信息"].includes(publication)) continue;
      const lines = pages.flatMap((page) => page.lines);
      const first = lines.findIndex(({ text, x0 }) => text.startsWith("县人力资源和社会保障局关于") && x0 > 30);
      const title = lines.slice(first).slice(
        0,
        lines.slice(first).findIndex(({ text }) => !extent.title.includes(text.replace(/之\d$/u, ""))),
      );
      expect(
        title
          .map(({ text }) => text)
          .join("")
          .replace(/之\d$/u, ""),
        name,
      ).toBe(extent.title);
      expect(title.length, name).toBeGreaterThan(1);
      for (const { x0, x1 } of title) {
        expect(x1 - x0, name).toBeGreaterThan(30);
        expect(Math.abs(x0 + x1 - 2 * 106), name).toBeLessThan(1);
      }
    }
  });

  it("puts the 报尾 on an even page where that is asked for, behind an empty one where need be", async () => {
    const cases = (await printed()).filter(({ looks }) => looks.includes("报尾偶数面"));
    expect(cases.map(({ pages }) => pages.length % 2)).toEqual(cases.map(() => 0));
    const empty = cases.map(({ pages }) => pages.filter(({ lines }) => lines.length === 0).length);
    expect(Math.max(...empty)).toBe(1);
    expect(Math.min(...empty)).toBe(0);
    for (const { pages } of cases) expect(pages.at(-1)?.lines.some(({ text }) => text.startsWith("报："))).toBe(true);
  });
});
