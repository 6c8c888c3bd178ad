import type { Document } from "../../model/document.ts";
import type { Layout } from "../../model/layout.ts";
import { NOT_FIRST, NOT_LAST } from "../characters.ts";
import { xmlText } from "../../base/xml.ts";
import type { Parts } from "../../ooxml/pack.ts";

/** What the docx package cannot say, said in its parts. */
export function finish(parts: Parts, document: Document, layout: Layout): void {
  parts.set("docProps/core.xml", coreXml(document));
  parts.set("word/fontTable.xml", fontTableXml(layout));
  edit(parts, "word/styles.xml", (xml) => STYLE_SWAPS.reduce((done, [from, to]) => swap(done, from, to), xml));
  edit(parts, "word/settings.xml", (xml) => swap(xml, /<w:compat>/u, `${LINE_BREAKING}<w:compat>`));
}

/**
 * Puts our body in place of the package's, before the properties of the last section. Those of a section before it
 * belong into the paragraph that ends it, and are handed over for that; empty where there is one section.
 */
export function spliceBody(parts: Parts, bodyOf: (endOfSection: string) => string): void {
  edit(parts, "word/document.xml", (xml) => {
    const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gsu) ?? [];
    const body = bodyOf(sections.length > 1 ? (sections[0] ?? "") : "");
    return swap(xml, /<w:body>.*(?=<w:sectPr)/su, `<w:body>${body}`);
  });
}

/**
 * Every line is as high as its style says, whatever the grid, and no sign hangs in the margin. LibreOffice reads
 * overflowPunct backwards, and Word hangs signs in any case where it is not 0: see docs/decisions/0003.
 */
const PARAGRAPH_DEFAULTS =
  '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:kinsoku w:val="1"/><w:overflowPunct w:val="1"/><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault>';

const LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>';

const STYLE_SWAPS: readonly (readonly [RegExp, string])[] = [
  [/<w:pPrDefault\s*\/>/u, PARAGRAPH_DEFAULTS],
  [/<\/w:rPr><\/w:rPrDefault>/u, `${LANGUAGE}</w:rPr></w:rPrDefault>`],
  [/<w:style w:type="paragraph" w:styleId="Normal"/u, '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"'],
];

const LINE_BREAKING =
  '<w:characterSpacingControl w:val="doNotCompress"/>' +
  `<w:noLineBreaksAfter w:lang="zh-CN" w:val="${xmlText(NOT_LAST)}"/><w:noLineBreaksBefore w:lang="zh-CN" w:val="${xmlText(NOT_FIRST)}"/>`;

/** Stands for the day of making, which must not depend on the machine. */
const MADE = "2000-01-01T00:00:00Z";

function coreXml({ title, subject = title, author }: Document): string {
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${MADE}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(author)}</dc:creator>` +
    `<cp:lastModifiedBy>${xmlText(author)}</cp:lastModifiedBy>${date("created")}${date("modified")}</cp:coreProperties>`
  );
}

function fontTableXml({ fonts }: Layout): string {
  const known = new Set([...fonts.values()].map(({ eastAsian }) => eastAsian));
  const rare = [...fonts.values()].flatMap((font) => (font.rare === null || known.has(font.rare) ? [] : [font.rare]));
  const others = [...new Set(rare)].map((name) => `<w:font w:name="${xmlText(name)}"><w:charset w:val="86"/></w:font>`);
  const named = [...fonts.values()].map(({ eastAsian, fallbacks }) => {
    const other = fallbacks.length > 0 ? `<w:altName w:val="${xmlText(fallbacks.join(","))}"/>` : "";
    return `<w:font w:name="${xmlText(eastAsian)}">${other}<w:charset w:val="86"/></w:font>`;
  });
  const uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${uri}">${[...named, ...others].join("")}</w:fonts>`;
}

function edit(parts: Parts, path: string, change: (xml: string) => string): void {
  const xml = parts.get(path);
  if (xml === undefined) throw new Error(`the docx package made no ${path}`);
  parts.set(path, change(xml));
}

/** A swap that must take place: where the docx package writes something else than expected, that is a bug to hear of. */
function swap(xml: string, from: RegExp, to: string): string {
  if (!from.test(xml)) throw new Error(`nothing in the skeleton matches ${String(from)}`);
  return xml.replace(from, () => to);
}
