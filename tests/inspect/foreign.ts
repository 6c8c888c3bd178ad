import { strToU8, zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A file made of the parts given, with what every DOCX has around them. */
export function docx(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const rels = Object.keys(parts)
    .filter((path) => /^word\/[a-z0-9]+\.xml$/u.test(path) && path !== "word/document.xml")
    .map((path, at) => {
      const name = path.slice(5);
      const type = name.replace(/\d*\.xml$/u, "");
      return `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${name}"/>`;
    });
  const all: Record<string, string | Uint8Array> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels.join("")}</Relationships>`,
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([path, part]) => [path, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}

export function documentXml(
  body: string,
  section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>',
): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${R}><w:body>${body}${section}</w:body></w:document>`;
}

export const p = (text: string, properties = "", run = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const LONG = "为做好今冬明春安全生产工作，现将有关事项通知如下，请各乡镇、各部门结合实际认真抓好落实。";

/** As Word writes it when nobody sets anything: theme fonts, Calibri, 1.08 lines. */
export const WORD = docx({
  "word/document.xml": documentXml(
    p("关于做好安全生产工作的通知", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>') +
      p("各乡镇、各部门：") +
      p(LONG.repeat(2)) +
      p("一、提高认识", "", "<w:b/>") +
      p(LONG) +
      p("（一）压实责任", "", "<w:b/>") +
      p(`　　${LONG}`) +
      p("") +
      p(LONG),
  ),
  "word/styles.xml": `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`,
  "word/theme1.xml": `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"><a:themeElements><a:fontScheme name="o"><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`,
});

const BOX = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> —</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>— 3 —</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;

/** As WPS writes it: numbers for style ids, the page number in a text box, a red name and a number. */
export const WPS = docx({
  "word/document.xml": documentXml(
    p(
      "工作简报",
      '<w:jc w:val="center"/>',
      '<w:rFonts w:eastAsia="方正小标宋简体"/><w:color w:val="FF0000"/><w:sz w:val="100"/>',
    ) +
      p("第012期", '<w:jc w:val="center"/>') +
      p("青石镇人民政府　　　　　　　　　2026年11月20日") +
      p("全镇水渠普查全面完成", '<w:pStyle w:val="2"/><w:jc w:val="center"/>', '<w:sz w:val="44"/>') +
      p(LONG.repeat(3), '<w:ind w:firstLineChars="200"/>') +
      p("报：县委办公室。") +
      p("共印30份"),
    '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1588" w:gutter="0"/><w:docGrid w:type="linesAndChars" w:linePitch="312" w:charSpace="0"/></w:sectPr>',
  ),
  "word/footer1.xml": `<w:ftr ${W}><w:p><w:r>${BOX}</w:r></w:p></w:ftr>`,
  "word/styles.xml": `<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"/><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/></w:style></w:styles>`,
});

/** As python-docx writes it: its own author, no fonts for Chinese, a table without a grid of its own. */
export const PYTHON = docx({
  "word/document.xml": documentXml(
    p("督查通报", '<w:pStyle w:val="Title"/>') +
      p("1. 总体情况", '<w:pStyle w:val="Heading1"/>') +
      p(LONG.repeat(2)) +
      "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
  ),
  "word/styles.xml": `<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:color w:val="2E74B5" w:themeColor="accent1"/></w:rPr></w:style></w:styles>`,
  "docProps/core.xml":
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>python-docx</dc:creator></cp:coreProperties>',
});

/** Strict Open XML: other names of namespaces, lengths with units. */
export const STRICT = docx({
  "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>${p(LONG)}<w:sectPr><w:pgSz w:w="210mm" w:h="297mm"/><w:pgMar w:top="37mm" w:right="26mm" w:bottom="35mm" w:left="2.8cm" w:header="0" w:footer="25mm" w:gutter="0"/></w:sectPr></w:body></w:document>`,
});

/** Another prefix for the same namespace, and the default one in another part. */
export const PREFIX = docx({
  "word/document.xml": `<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:r><ns0:rPr><ns0:sz ns0:val="28"/></ns0:rPr><ns0:t>${LONG}</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`,
  "word/styles.xml":
    '<styles xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><style xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main" q:type="paragraph" q:default="1" q:styleId="x"><name q:val="Normal"/></style></styles>',
});

/** A text in UTF-16 with a mark at its beginning. */
export function utf16(xml: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + xml.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < xml.length; at++) view.setUint16(2 + at * 2, xml.charCodeAt(at), !bigEndian);
  return bytes;
}

export const UTF16 = docx({
  "word/document.xml": utf16(documentXml(p(LONG)).replace('encoding="UTF-8"', 'encoding="UTF-16"'), false),
  "word/styles.xml": utf16(`<w:styles ${W}/>`, true),
});
