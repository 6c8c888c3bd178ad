import { describe, expect, it } from "vitest";
import { Folder } from "../commands/support.ts";
import { documentXml, docx, p } from "./foreign.ts";

const DOC = "word/document.xml";
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const V = 'xmlns:v="urn:schemas-microsoft-com:vml"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const MARK = "机密★10年";

const t = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const field = (result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const watermark = (string: string): string =>
  `<w:r><w:pict><v:shape ${V}><v:textpath string="${string}"/></v:shape></w:pict></w:r>`;
const ruby = (over: string, base: string): string =>
  `<w:r><w:ruby><w:rt>${t(over)}</w:rt><w:rubyBase>${t(base)}</w:rubyBase></w:ruby></w:r>`;
const sym = (attributes: string): string => `<w:r><w:sym ${attributes}/></w:r>`;

/** Each form inside one paragraph of the text. */
const FORMS: readonly (readonly [string, string])[] = [
  ["below ruby", ruby("mi", MARK)],
  ["in characters each with ruby", `${ruby("ji", "机")}${ruby("mi", "密")}${t("★10年")}`],
  ["above ruby", ruby("机密", "字")],
  ["in a watermark", watermark(MARK)],
  ["in a field's result", field(t(MARK))],
  ["in a simple field", `<w:fldSimple w:instr="PAGE">${t(MARK)}</w:fldSimple>`],
  ["in a field's code", `<w:fldSimple w:instr='QUOTE "${MARK}"'/>`],
  ["around a field", `${t("机")}<w:r><w:instrText>PAGE</w:instrText></w:r>${t("密★")}`],
  ["in a fallback alone", `<mc:AlternateContent ${MC}><mc:Fallback>${t(MARK)}</mc:Fallback></mc:AlternateContent>`],
  [
    "in a fallback beside a choice",
    `${t("机")}<mc:AlternateContent ${MC}><mc:Choice Requires="x">${t("字")}</mc:Choice><mc:Fallback>${t("密")}</mc:Fallback></mc:AlternateContent>${t("★")}`,
  ],
  ["in a formula", `<m:oMath ${M}><m:r><m:t>${MARK}</m:t></m:r></m:oMath>`],
  [
    "in a diagram, over two runs",
    `<w:r><w:drawing><a:p ${A}><a:r><a:t>机密</a:t></a:r><a:r><a:t>★</a:t></a:r></a:p></w:drawing></w:r>`,
  ],
  [
    "in words for a picture",
    `<w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" id="1" name="图" descr="${MARK}"/></w:drawing></w:r>`,
  ],
  ["in an unknown element", `<x:y xmlns:x="urn:x"><x:z>${t("机密")}</x:z></x:y>${t("★10年")}`],
  ["in an unknown element's own text", `<x:y xmlns:x="urn:x">${MARK}</x:y>`],
  ["with a star of Wingdings", `${t("机密")}${sym('w:font="Wingdings" w:char="F0AB"')}${t("10年")}`],
  ["with a star of Wingdings, short", `${t("机密")}${sym('w:font="Wingdings" w:char="AB"')}`],
  ["with a star by its own number", `${t("机密")}${sym('w:font="宋体" w:char="2605"')}`],
  [
    "with a star in a run of Wingdings",
    `${t("机密")}<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>«</w:t></w:r>`,
  ],
  ["with a private character", t("机密\uf0ab10年")],
  ["alone between line breaks", `${t("第1号")}<w:r><w:br/></w:r>${t("机密")}<w:r><w:br/></w:r>${t("布防图")}`],
  ["around hidden text", `${t("机")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>字</w:t></w:r>${t("密★")}`],
  ["around what was put in", `${t("机")}<w:ins>${t("字")}</w:ins>${t("密★")}`],
];

async function inspected(parts: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const folder = new Folder({ "布防.docx": docx(parts) });
  for (const more of [[], ["-f", "json"], ["--fix"]]) {
    const { code, out, err } = await folder.run(["inspect", "布防.docx", ...more]);
    expect(code).toBe(4);
    expect(out + err).not.toMatch(/布防图|机密|★|page-margin/u);
  }
  expect(folder.list()).toEqual(["布防.docx"]);
}

describe("a mark of a state secret", () => {
  it.each(FORMS)("%s stops everything", async (_, inside) => {
    await inspected({ [DOC]: documentXml(`<w:p>${inside}</w:p>${p("布防图")}`) });
  });

  it.each(FORMS)("%s in a header stops everything", async (_, inside) => {
    await inspected({
      [DOC]: documentXml(p("布防图")),
      "word/header1.xml": `<w:hdr ${W}><w:p>${inside}</w:p></w:hdr>`,
    });
  });

  it.each<readonly [string, Readonly<Record<string, string | Uint8Array>>]>([
    ["between paragraphs", { [DOC]: documentXml(`<x:y xmlns:x="urn:x">${MARK}</x:y>${p("布防图")}`) }],
    [
      "in a fallback of blocks",
      { [DOC]: documentXml(`<mc:AlternateContent ${MC}><mc:Fallback>${p(MARK)}</mc:Fallback></mc:AlternateContent>`) },
    ],
    ["in data of its own", { [DOC]: documentXml(p("字")), "customXml/item1.xml": `<a><b>${MARK}</b></a>` }],
    [
      "in the sign of a list",
      {
        [DOC]: documentXml(p("字")),
        "word/numbering.xml": `<w:numbering ${W}><w:lvlText w:val="${MARK}"/></w:numbering>`,
      },
    ],
    ["in a page taken in", { [DOC]: documentXml(p("字")), "word/a.htm": `<p>机<b>密</b>&#9733;</p>` }],
    ["by number in a broken file", { [DOC]: `${documentXml(p("机密&#x2605;"))}<` }],
    ["in a watermark of a broken file", { [DOC]: `${documentXml(`<w:p>${watermark(MARK)}</w:p>`)}<` }],
    [
      "with another prefix",
      {
        [DOC]: `<q:document ${W.replace("xmlns:w", "xmlns:q")}><q:body><q:p><q:r><q:z>机</q:z></q:r>\n<q:r><q:t>密★</q:t></q:r></q:p></q:body></q:document>`,
      },
    ],
  ])("%s stops everything", async (_, parts) => {
    await inspected(parts);
  });

  it.each([
    p("密级：由定密责任人确定"),
    `<w:p>${t("做好")}${t("机密")}${t("文件管理")}</w:p>`,
    `<w:p>${t("做好")}${ruby("ji mi", "机密")}${t("文件管理")}</w:p>`,
    `<w:p>${t("保守秘密")}${sym('w:font="Wingdings" w:char="F0FE"')}</w:p>`,
    `<w:p><w:bookmarkStart w:id="1" w:name="机密"/>${t("字")}</w:p>`,
  ])("is not a word in a sentence: %s", async (body) => {
    const folder = new Folder({ "a.docx": docx({ [DOC]: documentXml(body) }) });
    expect((await folder.run(["inspect", "a.docx"])).code).toBe(1);
  });
});
