import { allOf, childOf, textOf, type XmlElement } from "../../ooxml/tree.ts";
import { quote } from "../../base/visible.ts";
import { practice, type Check, type Context, type Fault } from "../check.ts";
import { coreOf } from "../mend/package.ts";
import { ensure, remove } from "../mend/edit.ts";
import { isOn } from "../paper/values.ts";

/** The file besides its text: what it tells of its making, and what it brings along. */
export const FILE: readonly Check[] = [
  check("document-title", "文件属性里没有标题", documentTitle, { fixable: true }),
  check("document-author", "文件属性里的作者是软件的默认名", documentAuthor, { fixable: true }),
  check("attached-template", "挂着别处的模板", (context) => relation(context, "attachedTemplate", TEMPLATE), {
    fixable: true,
  }),
  check("embedded-fonts", "嵌入了字体：多有版权，文件也大", embeddedFonts),
  check("macro", "带有宏", macros),
  check("external-link", "引用了文件以外的内容", externalLinks),
  check("embedded-object", "嵌有别的文件", embeddedObjects),
  check("unknown-field", "有会自动变化的域（日期、文件名、链接等）", unknownFields),
  check("update-fields", "打开时要求更新域，会弹出提示", updateFields, { fixable: true }),
  check("text-box", "有文本框：换软件会移位，文字也不在正文里", textBoxes),
  check("page-background", "页面有底色", background),
  check("watermark", "有水印", watermark),
  check("header-present", "有页眉：国标没有页眉", headers),
];

function check(name: string, what: string, look: Check["check"], { fixable = false } = {}): Check {
  return { name, group: "file", what, ground: practice(), fixable, check: look };
}

function whole(message: string, hint: string, mend?: () => void): Fault {
  return { at: null, message, hint, ...(mend && { mend }) };
}

function setText(core: XmlElement, name: string, text: string): void {
  const element = ensure(core, name);
  element.children.splice(0, element.children.length, text);
}

function* documentTitle(context: Context): Generator<Fault> {
  const { paper, roles } = context;
  if (paper.properties.title !== "") return;
  const core = coreOf(paper);
  const titles = [...roles].filter(([, { style }]) => ["独编标题", "刊名"].includes(style.name));
  const text = titles.map(([at]) => at.text.trim()).find((each) => each !== "");
  const mend = core && text !== undefined && (() => setText(core, "dc:title", text));
  yield whole("文件属性里没有标题", "请在“文件—信息”里填标题", mend || undefined);
}

/** What programs put there where nobody says who made a file. */
const DEFAULT_AUTHORS =
  /^(?:un-?named|python-docx|docx|user|users?|admin|administrator|author|微软用户|microsoft|openpyxl|root|pc|windows 用户|windows user|lenovo|dell|hp|asus)$/iu;

function* documentAuthor({ paper, roles }: Context): Generator<Fault> {
  const { author, modifiedBy } = paper.properties;
  const wrong = [author, modifiedBy].find((name) => DEFAULT_AUTHORS.test(name));
  if (author !== "" && wrong === undefined) return;
  const core = coreOf(paper);
  const office = [...roles].find(([, { style }]) => style.name === "编发行")?.[0].text;
  const name = office === undefined ? "" : (/[^\s\d][^\t\d]*?(?=\s*[\t\d])/u.exec(office)?.[0].trim() ?? "");
  const found = author === "" ? "没有作者" : `作者是软件的默认名“${quote(wrong ?? author, 20)}”`;
  const mend =
    core && name !== ""
      ? () => ["dc:creator", "cp:lastModifiedBy"].forEach((key) => setText(core, key, name))
      : undefined;
  yield whole(`文件属性里${found}`, "请在“文件—信息”里把作者改为单位名称", mend);
}

const TEMPLATE = ["挂着模板", "请在“开发工具—文档模板”里改为 Normal"] as const;

function* relation({ paper }: Context, type: string, [message, hint]: readonly [string, string]): Generator<Fault> {
  if (!paper.relations.some((each) => each.type === type)) return;
  const { settings } = paper;
  yield whole(message, hint, settings ? () => dropTemplate(paper.trees, settings) : undefined);
}

function dropTemplate(trees: ReadonlyMap<string, XmlElement>, settings: XmlElement): void {
  remove(settings, "w:attachedTemplate");
  for (const [path, root] of trees) {
    if (!path.endsWith(".rels")) continue;
    const kept = root.children.filter(
      (each) => typeof each === "string" || !(each.attributes["Type"] ?? "").endsWith("/attachedTemplate"),
    );
    root.children.splice(0, root.children.length, ...kept);
  }
}

function* embeddedFonts({ paper }: Context): Generator<Fault> {
  const count = paper.relations.filter(({ type }) => type === "font").length;
  if (count > 0) yield whole(`嵌入了 ${count} 个字体文件`, "请在“选项—保存”里去掉“将字体嵌入文件”");
}

function* macros({ paper }: Context): Generator<Fault> {
  const named = [...paper.parts.keys()].some((path) => /vbaProject\.bin$|vbaData\.xml$/iu.test(path));
  const types = paper.trees.get("[Content_Types].xml");
  const typed = types !== undefined && JSON.stringify(types).includes("macroEnabled");
  if (named || typed) yield whole("文件带有宏", "请另存为不带宏的 .docx；来路不明的不要启用宏");
}

function* externalLinks({ paper }: Context): Generator<Fault> {
  const found = paper.relations.filter(
    ({ external, type }) => external && type !== "hyperlink" && type !== "attachedTemplate",
  );
  const [first] = found;
  if (first)
    yield whole(
      `引用了文件以外的内容（${found.length} 处，如 ${quote(first.target, 40)}）`,
      "请断开链接，把内容放进文件",
    );
}

function* embeddedObjects({ paper }: Context): Generator<Fault> {
  const found = paper.relations.filter(
    ({ type, external }) => !external && /^(?:oleObject|package|aFChunk|control)$/u.test(type),
  );
  if (found.length > 0) yield whole(`嵌有 ${found.length} 个别的文件或控件`, "请改为文字、表格或图片");
}

const KNOWN_FIELDS = /^(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|TOC|HYPERLINK|REF|SEQ)(?:\s|\\|$)/iu;

function* unknownFields({ paper }: Context): Generator<Fault> {
  for (const { code, at } of paper.fields) {
    if (code === "" || KNOWN_FIELDS.test(code)) continue;
    yield {
      at,
      message: `有会自动变化的域 ${quote(code.split(/\s/u)[0] ?? "", 20)}`,
      hint: "请选中它按 Ctrl+Shift+F9 变成文字；日期以签发的为准",
    };
  }
}

function* updateFields({ paper: { settings } }: Context): Generator<Fault> {
  const found = childOf(settings, "w:updateFields");
  if (found && isOn(found))
    yield whole("打开文件时会弹出“更新域”的提示", "请更新后另存一次", () => remove(settings, "w:updateFields"));
}

function* textBoxes({ paper }: Context): Generator<Fault> {
  for (const at of paper.paragraphs)
    if (at.holds.includes("box")) yield { at, message: "有文本框", hint: "请把文字移到正文、表格里" };
}

function* background({ paper }: Context): Generator<Fault> {
  const colour = childOf(paper.trees.get(paper.main), "w:background")?.attributes["w:color"];
  if (colour !== undefined && !["auto", "FFFFFF"].includes(colour))
    yield whole("页面有底色", "请在“设计—页面颜色”里选“无颜色”");
}

function* watermark({ paper }: Context): Generator<Fault> {
  const drawn = paper.sections.flatMap(({ headers }) => [...headers.values()].filter((each) => each.drawn));
  const isMark = drawn.some(({ root }) => /watermark|textpath|水印/iu.test(JSON.stringify([...allOf(root, "w:pict")])));
  if (isMark) yield whole("有水印", "请在“设计—水印”里选“删除水印”");
}

function* headers({ paper }: Context): Generator<Fault> {
  const found = paper.sections
    .flatMap((section) => [...section.headers.values()])
    .find(({ text }) => text.trim() !== "");
  if (found) yield whole(`有页眉“${quote(textOf(found.root).trim(), 20)}”`, "请删去页眉");
}
