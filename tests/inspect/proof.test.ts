import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proveSame } from "../../src/inspect/mend/proof.ts";
import { readPaper } from "../../src/inspect/paper/read.ts";
import { ensure } from "../../src/inspect/mend/edit.ts";
import { elementsOf, readTree, writeTree } from "../../src/ooxml/tree.ts";
import { xmlText } from "../../src/base/xml.ts";
import { documentXml, docx, p } from "./foreign.ts";
import { changed, ownBrief, swap } from "./support.ts";

const DOC = "word/document.xml";

describe("the proof that a text is unchanged", () => {
  it("holds for the same file", async () => {
    const own = await ownBrief();
    expect(() => proveSame(readPaper("a", own), readPaper("a", own))).not.toThrow();
  });

  it.each<[string, string, RegExp | string, string]>([
    ["a character", DOC, "水渠普查", "水渠調查"],
    ["a space", DOC, "水渠普查", "水渠 普查"],
    ["a tab", DOC, "<w:tab/>", ""],
    ["a paragraph", DOC, "</w:p>", "</w:p><w:p/>"],
    ["a cell", DOC, "高岭村", ""],
    ["the foot", DOC, "共印45份", "共印46份"],
    [
      "a comment",
      "word/comments.xml",
      /(<w:comments[^>]*?)\/?>/u,
      '$1><w:comment w:id="1"><w:p><w:r><w:t>批</w:t></w:r></w:p></w:comment>',
    ],
    ["words beside the page number", "word/footer1.xml", "— ", "内部 — "],
  ])("%s more, less or other is seen", async (_, path, from, to) => {
    const own = await ownBrief();
    const other = changed(own, (parts) => {
      swap(path, from, to)(parts);
      if (path === "word/comments.xml" && !parts.get(path)?.includes("</w:comments>"))
        parts.set(path, `${parts.get(path)}</w:comments>`);
    });
    expect(() => proveSame(readPaper("a", own), readPaper("a", other))).toThrow(/mending (?:changed|added)/u);
  });

  it("the form of a page number alone is no text", async () => {
    const own = await ownBrief();
    const other = changed(own, swap("word/footer1.xml", "— ", "- "));
    expect(() => proveSame(readPaper("a", own), readPaper("a", other))).not.toThrow();
  });
});

describe("a tree", () => {
  it("writes what it read, whatever the text is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (raw, more) => {
        const text = (raw + more).replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/gu, "");
        const file = docx({ [DOC]: documentXml(p(xmlText(text))) });
        const paper = readPaper("a", file);
        const root = paper.trees.get(DOC);
        if (!root) throw new Error("no text");
        const again = readTree(DOC, writeTree(root));
        expect(again).toEqual(root);
        expect(paper.paragraphs[0]?.text).toBe(text.replace(/\n/gu, " "));
      }),
    );
  });

  it("takes properties at the place the schema gives them", () => {
    const root = readTree("a.xml", '<w:pPr><w:pStyle w:val="a"/><w:jc w:val="left"/></w:pPr>');
    for (const name of ["w:ind", "w:spacing", "w:keepNext", "w:outlineLvl", "w:snapToGrid"]) ensure(root, name);
    expect(elementsOf(root).map(({ name }) => name)).toEqual([
      "w:pStyle",
      "w:keepNext",
      "w:snapToGrid",
      "w:spacing",
      "w:ind",
      "w:jc",
      "w:outlineLvl",
    ]);
  });
});
