import { unzipSync, strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { entryText, officeWith, type Folder } from "../commands/support.ts";
import { compiled } from "./support.ts";

const office = (lines: string): string =>
  `机关: 中共澄岭县委办公室\n刊物:\n  信息专报:\n    报: [县委书记]\n    印数: 30\n${lines}`;
const PLAN = (lines: string): string =>
  `刊物: 信息专报\n日期: 2026-11-23\n${lines}分组:\n  - 名称: 工作动态\n    条目:\n      - 编号: 甲\n`;

function folderWith(settings: string, body = "集镇敬老院添置电暖气12台。"): Folder {
  return officeWith({ "甲.yaml": entryText({ 编号: "甲", 正文: body }) }, office(settings));
}

function part(folder: Folder, path: string): string {
  return strFromU8(unzipSync(folder.bytes("稿.docx"))[path] ?? new Uint8Array());
}

describe("what an office prints besides the text", () => {
  it("is the 期号 in its own form, and of a supplement as one", async () => {
    const folder = folderWith("    期号样式: 第N期（总第M期）\n");
    expect(await compiled(folder, "信息专报")).toContain("第　期（总第　期）");
    folder.write("p.yaml", PLAN("增刊: 是\n"));
    expect(await compiled(folder, "信息专报", "--plan", "p.yaml")).toContain("增刊第　期");
  });

  it("is 份号, then 密级, then 紧急程度, above the masthead", async () => {
    const folder = folderWith("");
    folder.write("p.yaml", PLAN("紧急程度: 特急\n"));
    const text = await compiled(folder, "信息专报", "--plan", "p.yaml", "--copy-number", "12");
    expect(text.slice(0, 4)).toEqual(["000012", expect.stringContaining("送审稿"), "特急", "信息专报"]);
  });

  it("is who answers for it, in one line of the 报尾", async () => {
    const text = await compiled(
      folderWith("    责任编辑: 张三\n    签发: 李四\n    联系电话: 0830-1234567\n"),
      "信息专报",
    );
    expect(text.slice(-3)).toEqual([
      "报：县委书记。",
      "责任编辑：张三　签发：李四　电话：0830-1234567",
      expect.stringContaining("共印30份"),
    ]);
  });

  it.each(["0", "1234567", "十二"])("is no 份号 like %s", async (number) => {
    const { code, err } = await folderWith("").run(["compile", "--copy-number", number]);
    expect([code, err.includes("份号")]).toEqual([2, true]);
  });
});

describe("looks of an office", () => {
  it("are chosen by name, several at once", async () => {
    const folder = folderWith("    版式: [补偿版心, 页码居中, 仿宋楷体]\n");
    await compiled(folder, "信息专报");
    expect(part(folder, "word/document.xml")).toMatch(/<w:pgMar w:top="1960"/u);
    expect(part(folder, "word/settings.xml")).toMatch(/<w:evenAndOddHeaders w:val="(?:false|0)"\/>/u);
    expect(part(folder, "word/styles.xml")).toContain('w:eastAsia="仿宋"');
  });

  it("are a file of the office, of what differs alone", async () => {
    const folder = folderWith("    版式: 版式/本县.yaml\n");
    folder.write("版式/本县.yaml", "样式:\n  刊名:\n    字号: 48磅\n    行距: 58磅\n");
    await compiled(folder, "信息专报");
    expect(part(folder, "word/styles.xml")).toMatch(/<w:style[^>]*w:styleId="Masthead".*?<w:sz w:val="96"\/>/su);
  });

  it("that are not there, or rest on something, are told of", async () => {
    const missing = await folderWith("    版式: 补偿板心\n").run(["compile"]);
    expect([missing.code, missing.err.includes("是不是“补偿版心”")]).toEqual([2, true]);
    const folder = folderWith("    版式: 版式/本县.yaml\n");
    folder.write("版式/本县.yaml", "基于: gb9704\n");
    const based = await folder.run(["compile"]);
    expect([based.code, based.err.includes("选用的版式不写“基于”")]).toEqual([1, true]);
  });
});

describe("characters that 仿宋_GB2312 lacks", () => {
  it("are set in a font that has them, and said so", async () => {
    const folder = folderWith("", "技术员朱镕到岗。");
    const { code, err } = await folder.run(["compile", "-o", "稿.docx"]);
    expect([code, err.includes("改用“仿宋”印：镕")]).toEqual([0, true]);
    expect(part(folder, "word/document.xml")).toMatch(/w:eastAsia="仿宋"[^>]*\/><\/w:rPr><w:t[^>]*>镕<\/w:t>/u);
  });

  it("need no other where the font has them", async () => {
    const folder = folderWith("    版式: 仿宋楷体\n", "技术员朱镕到岗。");
    expect((await folder.run(["compile", "-o", "稿.docx"])).err).not.toContain("改用");
    expect(part(folder, "word/document.xml")).toMatch(/<w:t[^>]*>技术员朱镕到岗。<\/w:t>/u);
  });
});
