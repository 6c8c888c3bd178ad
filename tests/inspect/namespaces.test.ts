import { describe, expect, it } from "vitest";
import { Folder } from "../commands/support.ts";
import { proveSame } from "../../src/inspect/mend/proof.ts";
import { readPaper } from "../../src/inspect/paper/read.ts";
import { inspectPaper, mendCopy, openPaper } from "../../src/pipeline/inspect.ts";
import { readTree, writeTree } from "../../src/ooxml/tree.ts";
import { documentXml, docx, p } from "./foreign.ts";
import { BRIEF } from "./support.ts";

const DOC = "word/document.xml";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";

const doc = (root: string, more = ""): string =>
  `<m:document xmlns:m="${WORD}" ${root}><m:body>${more}<m:p><m:r><m:t>正文</m:t></m:r></m:p></m:body></m:document>`;

describe("a file whose prefixes mean something else", () => {
  it.each([
    ["w is another's", doc('xmlns:w="urn:other"')],
    ["w is another's further in", doc("", '<w:x xmlns:w="urn:other"/>')],
    ["r is another's", doc('xmlns:r="urn:other"')],
    ["both kinds of Open XML", doc(`xmlns:s="${STRICT}"`)],
    ["a prefix is named in a list", doc(`xmlns:mc="${MC}" mc:Ignorable="m"`)],
  ])("%s: is judged, and never mended", async (_, xml) => {
    const folder = new Folder({ "a.docx": docx({ [DOC]: xml }) });
    const { code, err } = await folder.run(["inspect", "a.docx", "--fix"]);
    expect([code, err]).toEqual([1, expect.stringContaining("a.docx：没有改，也没有写出。")]);
    expect(folder.list()).toEqual(["a.docx"]);
  });

  it("what is another's is no text of this one", () => {
    const foreign = doc('xmlns:w="urn:other"', "<w:p><w:r><w:t>别的</w:t></w:r></w:p>");
    expect(readPaper("a", docx({ [DOC]: foreign })).source.text).toBe("正文");
  });

  it("is mended where they only go by another name", () => {
    const file = docx({ [DOC]: doc("") });
    const mended = mendCopy(readPaper("a", file), file, BRIEF);
    if (mended === null || mended === "mixed") throw new Error("not mended");
    expect(readPaper("a", mended.bytes).trees.get(DOC)?.space).toBe(WORD);
  });

  it("is seen by the proof", () => {
    const paper = (uri: string): ReturnType<typeof readPaper> =>
      readPaper("a", docx({ [DOC]: documentXml(p("正文")).replace(WORD, uri) }));
    expect(() => proveSame(paper(WORD), paper(STRICT))).toThrow(/mending changed/u);
  });
});

describe("names that every object has", () => {
  it.each([
    ["an element", documentXml("<w:p><w:r><toString/><w:t>字</w:t></w:r><constructor/></w:p><valueOf/>")],
    ["a namespace", documentXml('<w:p xmlns:x="constructor" xmlns:y="__proto__"><w:r><x:a y:b="1"/></w:r></w:p>')],
    [
      "an alignment",
      documentXml(p("字", '<w:jc w:val="constructor"/><w:tabs><w:tab w:val="toString" w:pos="1"/></w:tabs>')),
    ],
    ["a style", documentXml(p("字", '<w:pStyle w:val="__proto__"/>', '<w:rStyle w:val="constructor"/>'))],
    ["a default", documentXml('<toString xmlns="constructor"/>')],
  ])("%s: are read like others", (_, xml) => {
    const file = docx({ [DOC]: xml });
    const { paper } = openPaper("a.docx", file);
    if (!paper) throw new Error("not read");
    expect(JSON.stringify(inspectPaper(paper, BRIEF))).not.toContain("native code");
    expect(() => mendCopy(paper, file, BRIEF)).not.toThrow();
    const root = paper.trees.get(DOC);
    expect(root && readTree(DOC, writeTree(root))).toBeDefined();
  });
});
