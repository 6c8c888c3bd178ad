import type { Parts } from "../../src/ooxml/pack.ts";
import { swap } from "./support.ts";

const DOC = "word/document.xml";
const STYLES = "word/styles.xml";
const SETTINGS = "word/settings.xml";
const CORE = "docProps/core.xml";

/** A seeded fault: what must be found, and nothing else. */
export interface Seed {
  readonly name: string;
  /** All rules that must be found, each of them and no other. */
  readonly rules: readonly string[];
  readonly edit: (parts: Parts) => void;
  /** What the first of them must say. */
  readonly says: string | RegExp;
  /** Words the paragraph that is pointed at begins with; null for the file as a whole. */
  readonly at: string | null;
  /** Whether the mended copy must be without it. */
  readonly fixed: boolean;
}

/** A change in the definition of one style. */
function style(id: string, from: RegExp, to: string): (parts: Parts) => void {
  return (parts) => {
    const xml = parts.get(STYLES) ?? "";
    const found = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, "u").exec(xml)?.[0] ?? "";
    const done = found.replace(from, to);
    if (done === found) throw new Error(`nothing to change in style ${id}`);
    parts.set(
      STYLES,
      xml.replace(found, () => done),
    );
  };
}

/** Changes the first paragraph of a style. */
function paragraph(id: string, change: (xml: string) => string, nth = 0): (parts: Parts) => void {
  return (parts) => {
    const xml = parts.get(DOC) ?? "";
    const all = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gu)].filter(([each]) =>
      each.includes(`<w:pStyle w:val="${id}"/>`),
    );
    const found = all[nth];
    if (!found) throw new Error(`no paragraph of ${id}`);
    const done = change(found[0]);
    if (done === found[0]) throw new Error(`nothing changed in a paragraph of ${id}`);
    parts.set(DOC, xml.slice(0, found.index) + done + xml.slice(found.index + found[0].length));
  };
}

const pPr =
  (extra: string) =>
  (xml: string): string =>
    xml.replace("</w:pPr>", `${extra}</w:pPr>`);
/** Gives every run of a paragraph properties of its own. */
const rPr =
  (extra: string) =>
  (xml: string): string =>
    xml.replace(
      /<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?/gu,
      (_, own: string | undefined) => `<w:r><w:rPr>${own ?? ""}${extra}</w:rPr>`,
    );
const text =
  (from: string | RegExp, to: string) =>
  (xml: string): string =>
    xml.replace(from, to);

const both =
  (...edits: readonly ((parts: Parts) => void)[]) =>
  (parts: Parts): void =>
    edits.forEach((edit) => edit(parts));

const relation = (type: string, target: string, external: boolean): ((parts: Parts) => void) =>
  swap(
    "word/_rels/document.xml.rels",
    "</Relationships>",
    `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/></Relationships>`,
  );

const header = (inside: string): ((parts: Parts) => void) =>
  both(
    relation("header", "header9.xml", false),
    swap(DOC, "<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rIdX"/>'),
    (parts) => {
      parts.set(
        "word/header9.xml",
        `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">${inside}</w:hdr>`,
      );
    },
  );

const footers = (from: RegExp, to: string): ((parts: Parts) => void) =>
  both(swap("word/footer1.xml", from, to), swap("word/footer2.xml", from, to));

const BODY = "青石镇2026年10月";
const TITLE = "青石镇摸清";
/** Name or first words, rules, what is said, the change, and whether it can be mended. */
type Row = readonly [string, string | readonly string[], string | RegExp, Seed["edit"], boolean?];

const whole = (...[name, rule, says, edit, fixed = true]: Row): Seed => ({
  name,
  rules: typeof rule === "string" ? [rule] : rule,
  says,
  edit,
  at: null,
  fixed,
});

const local = (...row: Row): Seed => {
  const [at, rule] = row;
  return { ...whole(...row), name: `${typeof rule === "string" ? rule : rule.join("+")}: ${at}`, at };
};

export const SEEDS: readonly Seed[] = [
  // The page.
  whole(
    "上边距 25 毫米",
    ["page-margin", "lines-per-page"],
    /上边距是 25毫米，应为 37毫米/u,
    swap(DOC, 'w:top="2098"', 'w:top="1417"'),
  ),
  whole(
    "下边距 20 毫米",
    ["page-margin", "lines-per-page", "page-number-distance"],
    /下边距是 20毫米，应为 35毫米/u,
    swap(DOC, 'w:bottom="1984"', 'w:bottom="1134"'),
  ),
  whole(
    "左边距 32 毫米",
    ["page-margin", "chars-per-line", "table-width"],
    /左边距是 32毫米，应为 28毫米/u,
    swap(DOC, 'w:left="1587"', 'w:left="1814"'),
  ),
  whole(
    "右边距 20 毫米",
    ["page-margin", "chars-per-line"],
    /右边距是 20毫米，应为 26毫米/u,
    swap(DOC, 'w:right="1474"', 'w:right="1134"'),
  ),
  whole(
    "B5 纸",
    ["paper-size", "lines-per-page", "chars-per-line", "table-width"],
    /纸张是 182毫米 × 257毫米/u,
    swap(DOC, 'w:w="11906" w:h="16838"', 'w:w="10318" w:h="14570"'),
  ),
  whole(
    "装订线",
    ["text-block", "chars-per-line", "table-width"],
    /装订线/u,
    swap(DOC, 'w:gutter="0"', 'w:gutter="283"'),
  ),
  whole("分栏", "text-block", /2 栏/u, swap(DOC, "<w:docGrid", '<w:cols w:num="2"/><w:docGrid'), false),
  whole(
    "字符网格",
    "grid-type",
    /指定行和字符网格/u,
    swap(DOC, '<w:docGrid w:type="lines"', '<w:docGrid w:type="linesAndChars" w:charSpace="-841"'),
  ),
  whole(
    "行距 29 磅",
    ["line-pitch", "lines-per-page"],
    /一面排 21 行，应为 22 行/u,
    style("BodyText", /w:line="579"/u, 'w:line="580"'),
  ),
  whole(
    "字距没有收紧",
    ["letter-spacing", "chars-per-line"],
    /一行排 27 字，应为 28 字/u,
    style("BodyText", /<w:spacing w:val="-5"\/>/u, ""),
  ),
  // The head.
  // What stands below it was set by where it stood.
  whole(
    "没有刊名",
    ["masthead-missing", "space-around"],
    /没有找到刊名/u,
    (parts) => paragraph("Masthead", () => "")(parts),
    false,
  ),
  whole("没有期号", "issue-number-missing", /没有期号/u, (parts) => paragraph("IssueNumber", () => "")(parts), false),
  local("第012期", "issue-number-form", /编了虚位/u, paragraph("IssueNumber", text("第　期", "第012期")), false),
  local("第（12）期", "issue-number-form", /加了括号/u, paragraph("IssueNumber", text("第　期", "第（12）期")), false),
  local(
    "信息专报",
    "masthead-colour",
    /颜色是 000000/u,
    style("Masthead", /<w:color w:val="FF0000"\/>/u, '<w:color w:val="000000"/>'),
  ),
  local(
    "信息专报",
    "masthead-size",
    /字号是初号（42磅），应为60磅/u,
    style("Masthead", /<w:sz w:val="120"\/>/u, '<w:sz w:val="84"/>'),
  ),
  local(
    "信息专报",
    "masthead-font",
    /字体是“黑体”，应为“方正小标宋简体”/u,
    style("Masthead", /w:eastAsia="方正小标宋简体"/u, 'w:eastAsia="黑体"'),
  ),
  local(
    "信息专报",
    "alignment",
    /刊名左对齐，应为居中/u,
    style("Masthead", /<w:jc w:val="center"\/>/u, '<w:jc w:val="left"/>'),
  ),
  local(
    "信息专报",
    "space-around",
    /刊名段前空 0磅，应为 21\.1磅/u,
    paragraph("Masthead", (xml) => xml.replace(/w:before="\d+"/u, 'w:before="0"')),
  ),
  local(
    "\t中共澄岭县委办公室",
    "red-line-missing",
    /没有红色横线/u,
    style("OfficeAndDate", /<w:pBdr>.*<\/w:pBdr>/u, ""),
  ),
  local(
    "\t中共澄岭县委办公室",
    "red-line-width",
    /粗 0.5磅（0.18毫米），应为 1.75磅/u,
    style("OfficeAndDate", /w:sz="14"/u, 'w:sz="4"'),
  ),
  local(
    "\t中共澄岭县委办公室",
    "red-line-colour",
    /颜色是 000000/u,
    style("OfficeAndDate", /w:color="FF0000"/u, 'w:color="000000"'),
  ),
  local(
    "\t中共澄岭县委办公室",
    ["red-line-indent", "side-indent"],
    /不与版心等宽/u,
    style("OfficeAndDate", /w:left="0" w:right="0"/u, 'w:left="315" w:right="315"'),
  ),
  local(
    "　　中共澄岭县委办公室",
    ["masthead-spaces", "space-indent"],
    /个空格对齐，应用制表位/u,
    paragraph("OfficeAndDate", (xml) =>
      xml
        .replace("<w:r><w:tab/></w:r>", "<w:r><w:t>　　</w:t></w:r>")
        .replace("<w:r><w:tab/></w:r>", "<w:r><w:t>　　　　　　　</w:t></w:r>"),
    ),
    false,
  ),
  // The text.
  local(
    BODY,
    "body-font",
    /正文的字体是“宋体”，应为“仿宋_GB2312”/u,
    style("BodyText", /w:eastAsia="仿宋_GB2312"/u, 'w:eastAsia="宋体"'),
  ),
  local(
    BODY,
    ["body-size", "chars-per-line"],
    /正文的字号是四号（14磅），应为三号（16磅）/u,
    style("BodyText", /<w:sz w:val="32"\/>/u, '<w:sz w:val="28"/>'),
  ),
  local(BODY, "body-bold", /正文加粗了/u, style("BodyText", /<w:b w:val="false"\/>/u, "<w:b/>")),
  local(
    BODY,
    "body-colour",
    /正文的颜色是 333333，应为黑色/u,
    style("BodyText", /<w:color w:val="000000"\/>/u, '<w:color w:val="333333"/>'),
  ),
  local(
    BODY,
    "first-line-indent",
    /正文首行没有缩进，应左空2字/u,
    style("BodyText", /w:firstLine="630" w:firstLineChars="200"/u, ""),
  ),
  local(BODY, "side-indent", /左边缩进 1字/u, style("BodyText", /w:left="0"/u, 'w:left="315"')),
  local(BODY, "alignment", /正文居中/u, style("BodyText", /<w:jc w:val="both"\/>/u, '<w:jc w:val="center"/>')),
  local(
    BODY,
    "line-rule",
    /行距是1.5 倍行距，应为固定值 28.95磅/u,
    style("BodyText", /w:line="579" w:lineRule="exact"/u, 'w:line="360" w:lineRule="auto"'),
  ),
  local(BODY, "space-around", /正文段后空 10磅，应为 0磅/u, style("BodyText", /w:after="0"/u, 'w:after="200"')),
  local(BODY, "widow-control", /孤行控制/u, paragraph("BodyText", pPr('<w:widowControl w:val="1"/>'))),
  whole("对齐网格", ["snap-to-grid"], /对齐网格/u, (parts) => {
    swap(STYLES, '<w:snapToGrid w:val="0"/>', "")(parts);
  }),
  local(
    BODY,
    "theme-font",
    /字体由主题决定/u,
    both(paragraph("BodyText", rPr('<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')), themePart("仿宋")),
  ),
  local(
    BODY,
    ["theme-font", "body-font"],
    /字体由主题决定（现为“等线”）/u,
    both(paragraph("BodyText", rPr('<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')), themePart("等线")),
  ),
  local(
    BODY,
    "latin-font",
    /西文的字体是“Calibri”，应为“Times New Roman”/u,
    paragraph("BodyText", (xml) =>
      xml.replace(/<w:r>(?=<w:t)/u, '<w:r><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/></w:rPr>'),
    ),
  ),
  local(
    "各村按",
    "shared-sign-font",
    "会用西文字体“Times New Roman”显示",
    paragraph("BodyText", (xml) => xml.replace(/<w:rPr><w:rFonts [^>]*w:hint="eastAsia"\/><\/w:rPr>/gu, ""), 1),
  ),
  local(
    BODY,
    "mixed-font",
    /有几个字的字体是“微软雅黑”/u,
    paragraph("BodyText", (xml) =>
      xml.replace(
        "水渠普查",
        `</w:t></w:r><w:r><w:rPr><w:rFonts w:eastAsia="微软雅黑"/></w:rPr><w:t>水渠普查</w:t></w:r><w:r><w:t>`,
      ),
    ),
  ),
  local(
    BODY,
    "mixed-size",
    /有几个字的字号是小四（12磅）/u,
    paragraph("BodyText", (xml) =>
      xml.replace("水渠普查", `</w:t></w:r><w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t>水渠普查</w:t></w:r><w:r><w:t>`),
    ),
  ),
  local(
    BODY,
    "emphasis",
    /下划线/u,
    paragraph("BodyText", (xml) =>
      xml.replace(
        "水渠普查",
        `</w:t></w:r><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>水渠普查</w:t></w:r><w:r><w:t>`,
      ),
    ),
    false,
  ),
  local(BODY, "not-in-gb2312", /“镕”不在 GB 2312/u, paragraph("BodyText", text("水渠普查", "水镕普查")), false),
  local(BODY, "half-width-punctuation", /“,”是半角标点/u, paragraph("BodyText", text("水渠普查", "水渠,普查")), false),
  local(BODY, "straight-quotes", /直引号/u, paragraph("BodyText", text("水渠普查", "&quot;水渠&quot;普查")), false),
  local(BODY, "year-brackets", /应为“〔2026〕”/u, paragraph("BodyText", text("水渠普查", "〈清办〉[2026]12号")), false),
  local(BODY, "document-number-zero", /应为“8”/u, paragraph("BodyText", text("水渠普查", "清办〔2026〕08号")), false),
  local(
    "　　青石镇2026",
    "space-indent",
    /段首用空格缩进/u,
    paragraph("BodyText", (xml) => xml.replace(/(<w:t[^>]*>)/u, "$1　　")),
    false,
  ),
  local(
    BODY,
    "space-alignment",
    /用 4 个空格对齐/u,
    paragraph("BodyText", text("水渠普查", "水渠　　　　普查")),
    false,
  ),
  local(
    "",
    "empty-paragraph",
    /正文两段之间有空行/u,
    paragraph("BodyText", (xml) => `${xml}<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>`),
    false,
  ),
  local(
    BODY,
    "page-break",
    /手工分了页/u,
    paragraph("BodyText", (xml) => xml.replace("</w:p>", '<w:r><w:br w:type="page"/></w:r></w:p>')),
    false,
  ),
  // Headings and the title.
  local(
    "一、基本情况",
    "heading-font",
    /一级标题的字体是“宋体”，应为“黑体”/u,
    paragraph("Heading3", rPr('<w:rFonts w:eastAsia="宋体"/>')),
  ),
  local("一、基本情况", "heading-bold", /一级标题加粗了/u, paragraph("Heading3", rPr("<w:b/>"))),
  local(
    "（一）渠道数量",
    "heading-size",
    /二级标题的字号是小二（18磅）/u,
    paragraph("Heading4", rPr('<w:sz w:val="36"/>')),
  ),
  local("一、基本情况", "heading-colour", /颜色是 2E74B5/u, paragraph("Heading3", rPr('<w:color w:val="2E74B5"/>'))),
  local("一、基本情况", "heading-keep-next", /与下段同页/u, paragraph("Heading3", pPr('<w:keepNext w:val="0"/>'))),
  local(
    "1. 干渠",
    "heading-outline",
    /没有大纲级别/u,
    paragraph("Level3", (xml) => xml.replace(/<w:outlineLvl w:val="\d"\/>/u, "")),
  ),
  local(
    TITLE,
    "title-size",
    /标题的字号是三号（16磅），应为二号（22磅）/u,
    style("Title", /<w:sz w:val="44"\/>/u, '<w:sz w:val="32"/>'),
  ),
  local(
    TITLE,
    "title-font",
    /标题的字体是“黑体”/u,
    style("Title", /w:eastAsia="方正小标宋简体"/u, 'w:eastAsia="黑体"'),
  ),
  local(TITLE, "title-bold", /标题加粗了/u, style("Title", /<w:b w:val="false"\/>/u, "<w:b/>")),
  local(
    TITLE,
    "alignment",
    /标题左对齐，应为居中/u,
    style("Title", /<w:jc w:val="center"\/>/u, '<w:jc w:val="left"/>'),
  ),
  local(
    "青石镇落实",
    "title-lone-char",
    "标题末行只有一个字",
    paragraph("Title", (xml) =>
      xml
        .replace(/<w:r><w:br\/><\/w:r>.*(?=<\/w:p>)/su, "")
        .replace(/青石镇摸清[^<]*/u, "青石镇落实水渠管护责任保障今年冬灌明年春播"),
    ),
    false,
  ),
  // The page number.
  whole("没有页码", "page-number-missing", /没有页码/u, swap(DOC, /<w:footerReference [^>]*\/>/gu, "")),
  whole("页码 - 1 -", "page-number-form", /页码写成“- 1 -”，应为“— 1 —”/u, footers(/—/gu, "-")),
  whole(
    "页码第 1 页",
    "page-number-form",
    /页码写成“第 1 页”/u,
    both(footers(/— </u, "第 <"), footers(/> —/u, "> 页")),
  ),
  whole(
    "页码字体",
    "page-number-font",
    /页码的字体是“Times New Roman”/u,
    footers(/w:ascii="宋体"/gu, 'w:ascii="Times New Roman"'),
  ),
  whole(
    "页码字号",
    "page-number-size",
    /页码的字号是小五（9磅），应为四号（14磅）/u,
    footers(/<w:sz w:val="28"\/>/gu, '<w:sz w:val="18"/>'),
  ),
  whole(
    "页码居中",
    ["page-number-place"],
    /单页的页码居中，应右对齐/u,
    footers(/<w:jc w:val="(?:left|right)"\/>/u, '<w:jc w:val="center"/>'),
  ),
  whole("页码不分单双", "page-number-odd-even", /单双页的页码没有分开/u, swap(SETTINGS, "<w:evenAndOddHeaders/>", "")),
  whole("页码不空字", "page-number-inset", /外侧空 0字，应空 1字/u, footers(/<w:ind [^>]*\/>/u, "")),
  whole(
    "页码太低",
    "page-number-distance",
    /版心下 19.\d毫米，应为 7毫米/u,
    swap(DOC, 'w:footer="1447"', 'w:footer="720"'),
  ),
  // The foot.
  whole("没有报尾", "tail-missing", /没有报尾/u, swap(DOC, /<w:tbl><w:tblPr><w:tblpPr.*?<\/w:tbl>/u, ""), false),
  local(
    "报：县委书记",
    "tail-place",
    /不在末页版心底部/u,
    swap(DOC, /<w:tblpPr [^>]*\/><w:tblOverlap [^>]*\/>/u, ""),
    false,
  ),
  local(
    "报：县委书记",
    "tail-rule",
    /首条横线粗 0.5磅（0.18毫米），应为 1磅（0.35毫米）/u,
    swap(DOC, '<w:tcBorders><w:top w:val="single" w:sz="8"', '<w:tcBorders><w:top w:val="single" w:sz="4"'),
  ),
  local(
    "中共澄岭县委办公室\t共印",
    "tail-rule",
    /没有末条横线/u,
    swap(DOC, '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>', ""),
  ),
  local(
    "报：县委书记",
    "tail-width",
    /报尾宽 140毫米/u,
    swap(DOC, /(<w:tblOverlap w:val="never"\/>)<w:tblW w:w="8845"/u, '$1<w:tblW w:w="7937"'),
    false,
  ),
  local(
    "报：市委",
    "tail-order",
    /报、送、发/u,
    both(
      paragraph("SentTo", text("报：县委书记", "送：县委书记")),
      paragraph("SentTo", text("送：县政府办公室", "报：市委"), 1),
    ),
    false,
  ),
  local("中共澄岭县委办公室", "copies-missing", /没有印数/u, swap(DOC, "共印45份", ""), false),
  local(
    "报：县委书记",
    "tail-size",
    /报送的字号是三号（16磅），应为四号（14磅）/u,
    style("SentTo", /<w:sz w:val="28"\/>/u, '<w:sz w:val="32"/>'),
  ),
  // Tables.
  local(
    "村",
    "table-width",
    /表格宽 180毫米，超出版心/u,
    swap(DOC, '<w:tblPr><w:tblW w:w="8845"', '<w:tblPr><w:tblW w:w="10205"'),
    false,
  ),
  local(
    "村",
    "table-row-split",
    /跨页断开/u,
    swap(DOC, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:trPr><w:tblHeader/></w:trPr>"),
  ),
  local("村", "table-head", "没有设“重复标题行”", (parts) => {
    swap(DOC, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:trPr><w:cantSplit/></w:trPr>")(parts);
    const row = /<w:tr>(?:(?!<w:tr>).)*?高岭村.*?<\/w:tr>/u;
    swap(DOC, row, (row.exec(parts.get(DOC) ?? "")?.[0] ?? "").repeat(40))(parts);
  }),
  // The file.
  whole(
    "没有标题属性",
    "document-title",
    /没有标题/u,
    swap(CORE, /<dc:title>[^<]*<\/dc:title>/u, "<dc:title></dc:title>"),
  ),
  whole(
    "作者 Un-named",
    "document-author",
    /默认名“Un-named”/u,
    swap(CORE, /<dc:creator>[^<]*<\/dc:creator>/u, "<dc:creator>Un-named</dc:creator>"),
  ),
  whole("挂模板", "attached-template", /挂着模板/u, relation("attachedTemplate", "file:///D:/旧模板.dotm", true)),
  whole("嵌字体", "embedded-fonts", /嵌入了 1 个字体/u, relation("font", "fonts/font1.odttf", false), false),
  whole("有宏", "macro", /带有宏/u, (parts) => parts.set("word/vbaProject.bin", "x"), false),
  whole("外部图片", "external-link", /文件以外的内容/u, relation("image", "http://example.com/a.png", true), false),
  whole("嵌入表格", "embedded-object", /别的文件或控件/u, relation("package", "embeddings/a.xlsx", false), false),
  local(
    BODY,
    "unknown-field",
    /域 DATE/u,
    paragraph("BodyText", (xml) => xml.replace("</w:p>", '<w:fldSimple w:instr="DATE \\@ yyyy"/></w:p>')),
    false,
  ),
  whole("更新域", "update-fields", /更新域/u, swap(SETTINGS, "<w:compat>", '<w:updateFields w:val="true"/><w:compat>')),
  local(
    BODY,
    "text-box",
    /文本框/u,
    paragraph("BodyText", (xml) =>
      xml.replace(
        "</w:p>",
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
      ),
    ),
    false,
  ),
  whole(
    "页面底色",
    "page-background",
    /底色/u,
    swap(DOC, "<w:body>", '<w:background w:color="C7EDCC"/><w:body>'),
    false,
  ),
  whole(
    "水印",
    "watermark",
    /水印/u,
    header('<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"/></w:pict></w:r></w:p>'),
    false,
  ),
  whole("页眉", "header-present", /有页眉“内部资料”/u, header("<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>"), false),
  // Traces.
  local(
    BODY,
    "tracked-changes",
    /1 处修订/u,
    paragraph("BodyText", (xml) =>
      xml.replace("</w:p>", '<w:del w:id="90"><w:r><w:delText>旧字</w:delText></w:r></w:del></w:p>'),
    ),
    false,
  ),
  whole(
    "批注",
    "comments",
    /1 条批注/u,
    (parts) =>
      parts.set(
        "word/comments.xml",
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1"><w:p><w:r><w:t>核</w:t></w:r></w:p></w:comment></w:comments>',
      ),
    false,
  ),
  local(
    BODY,
    "hidden-text",
    /隐藏文字/u,
    paragraph("BodyText", (xml) =>
      xml.replace("水渠普查", `</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>水渠普查</w:t></w:r><w:r><w:t>`),
    ),
    false,
  ),
  local(
    BODY,
    "white-text",
    /白色文字/u,
    paragraph("BodyText", (xml) =>
      xml.replace(
        "水渠普查",
        `</w:t></w:r><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>水渠普查</w:t></w:r><w:r><w:t>`,
      ),
    ),
    false,
  ),
  local(
    BODY,
    "highlighted-text",
    /突出显示/u,
    paragraph("BodyText", (xml) =>
      xml.replace(
        "水渠普查",
        `</w:t></w:r><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>水渠普查</w:t></w:r><w:r><w:t>`,
      ),
    ),
  ),
  local(
    BODY,
    "hyperlink",
    /蓝字、下划线/u,
    paragraph("BodyText", (xml) =>
      xml.replace(
        "水渠普查",
        `</w:t></w:r><w:hyperlink w:anchor="a"><w:r><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr><w:t>水渠普查</w:t></w:r></w:hyperlink><w:r><w:t>`,
      ),
    ),
  ),
  local(BODY, "language", /标成 ja-JP/u, paragraph("BodyText", rPr('<w:lang w:eastAsia="ja-JP"/>'))),
];

function themePart(name: string): (parts: Parts) => void {
  return both(relation("theme", "theme/theme1.xml", false), (parts) => {
    parts.set(
      "word/theme/theme1.xml",
      `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont><a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="${name}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`,
    );
  });
}
