import { describe, expect, it } from "vitest";
import { Folder, officeWith, SOUND, type Ran } from "../commands/support.ts";
import { documentXml, docx, p, WORD } from "./foreign.ts";
import { changed, office, ownBrief, swap } from "./support.ts";

const DOC = "word/document.xml";

async function withBrief(more: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Folder> {
  return new Folder({ "稿.docx": await ownBrief(), ...more });
}

const wide = swap(DOC, 'w:left="1587"', 'w:left="1814"');
const json = ({
  out,
}: Ran): { diagnostics: { rule: string; line: number; column: number; file: string }[]; errors: number } =>
  JSON.parse(out) as never;

describe("zhuanbao inspect", () => {
  it("says which layout it went by, how much it looked at, and 0 for our own", async () => {
    const folder = await withBrief();
    const { code, out, err } = await folder.run(["inspect", "稿.docx"]);
    expect([code, out]).toEqual([0, ""]);
    expect(err).toContain("稿.docx：按 信息专报（按刊名“信息专报”） 的版式检查\n");
    expect(err).toMatch(/检查 1 个文件（\d 页、\d+ 段）：0 个差错，0 个提醒，0 个提示\n/u);
  });

  it("exits 1 for what is 规定, 0 for what is 实务, and 1 where 推荐 is beyond what is allowed", async () => {
    const folder = await withBrief({
      "规定.docx": changed(await ownBrief(), wide),
      "推荐.docx": changed(
        await ownBrief(),
        swap(DOC, '<w:tcBorders><w:top w:val="single" w:sz="8"', '<w:tcBorders><w:top w:val="single" w:sz="4"'),
      ),
      "实务.docx": changed(
        await ownBrief(),
        swap(DOC, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:trPr><w:tblHeader/></w:trPr>"),
      ),
    });
    expect((await folder.run(["inspect", "规定.docx"])).code).toBe(1);
    expect((await folder.run(["inspect", "推荐.docx"])).code).toBe(0);
    expect((await folder.run(["inspect", "推荐.docx", "--max-warnings", "0"])).code).toBe(1);
    expect((await folder.run(["inspect", "实务.docx", "--max-warnings", "0"])).code).toBe(0);
    const quiet = await folder.run(["inspect", "推荐.docx", "--quiet"]);
    expect(quiet.out).toBe("");
  });

  it("shows the paragraph with carets below it, and none for what is said of the whole", async () => {
    const folder = await withBrief({
      "坏.docx": changed(await ownBrief(), (parts) => (wide(parts), swap(DOC, "水渠普查", "水渠,普查")(parts))),
    });
    const { out } = await folder.run(["inspect", "坏.docx"]);
    expect(out).toMatch(
      / 1:1 差错 左边距是 32毫米，应为 28毫米（规定：GB\/T 9704-2012 5.2.1（订口）） \[page-margin\]\n {4}→ /u,
    );
    expect(out).toMatch(/\n {4}6 \| .*水渠,普查.*\n {6}\| +\^\n/u);
  });

  it("reports in every format, a paragraph as a line", async () => {
    const folder = await withBrief({ "坏.docx": changed(await ownBrief(), swap(DOC, "水渠普查", "水渠,普查")) });
    const { code, out } = await folder.run([
      "inspect",
      "坏.docx",
      "-f",
      "json",
      ...["sarif", "junit", "github", "compact"].flatMap((each) => ["-f", `${each}=out/${each}`]),
    ]);
    expect(code).toBe(0);
    expect(json({ code, out, err: "" }).diagnostics).toMatchObject([
      { rule: "half-width-punctuation", file: "坏.docx", line: 6, column: 16 },
    ]);
    expect(folder.read("out/sarif")).toContain('"id": "half-width-punctuation"');
    expect(folder.read("out/junit")).toContain('<testsuites name="zhuanbao inspect"');
    expect(folder.read("out/github")).toContain("::notice file=坏.docx,line=6,col=16");
    expect(folder.read("out/compact")).toMatch(/^坏.docx:6:16: 提示 第 1 页第 6 段：/u);
  });

  it("takes the layout that is named: a publication, a paper, a file of one's own", async () => {
    const own =
      "基于: gb9704\n名称: 本县\n版心: { 左: { 值: 32mm, 性质: 规定, 依据: 本县规定 }, 宽: 152mm }\n网格: { 字数: 27 }\n";
    const folder = await withBrief({
      "本县.yaml": own,
      "坏.docx": changed(await ownBrief(), wide),
      "错.yaml": "基于: 没有\n",
    });
    expect((await folder.run(["inspect", "稿.docx", "--publication", "信息专报"])).code).toBe(0);
    const { out } = await folder.run(["inspect", "稿.docx", "--layout", "本县.yaml", "-f", "compact"]);
    expect(out).toContain("左边距是 28毫米，应为 32毫米（规定：本县规定）");
    expect((await folder.run(["inspect", "坏.docx", "--layout", "本县.yaml", "-f", "compact"])).out).not.toContain(
      "page-margin",
    );
    expect((await folder.run(["inspect", "稿.docx", "--layout", "错.yaml"])).code).toBe(1);
    const unknown = await folder.run(["inspect", "稿.docx", "--layout", "没有的"]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("没有版式“没有的”")]);
    expect((await folder.run(["inspect", "稿.docx", "--layout", "gb9704", "--publication", "参阅"])).code).toBe(2);
  });

  it("knows a publication of the office by its name", async () => {
    const folder = officeWith(
      { "甲.yaml": SOUND },
      "机关: 中共澄岭县委办公室\n刊物:\n  澄岭晨讯: { 模板: 每日要情, 报: [县委书记], 印数: 3 }\n",
    );
    await folder.run(["compile", "--publication", "澄岭晨讯", "-o", "稿.docx"]);
    const { code, err } = await folder.run(["inspect", "稿.docx"]);
    expect([code, err]).toEqual([0, expect.stringContaining("按 澄岭晨讯（按刊名“澄岭晨讯”） 的版式检查")]);
  });

  it("goes by the standard where it is no brief, and says so", async () => {
    const folder = new Folder({ "通知.docx": WORD });
    const { code, err } = await folder.run(["inspect", "通知.docx"]);
    expect([code, err]).toEqual([1, expect.stringContaining("按 GB/T 9704-2012（没有认出是哪种刊物） 的版式检查")]);
  });

  it("cannot run without a file, or where there is none", async () => {
    const folder = new Folder({});
    expect((await folder.run(["inspect"])).code).toBe(2);
    expect((await folder.run(["inspect", "没有.docx"])).code).toBe(2);
  });

  it("says of a file that cannot be read what it is, with exit 1", async () => {
    const folder = new Folder({ "a.docx": "不是" });
    const { code, out } = await folder.run(["inspect", "a.docx", "-f", "compact"]);
    expect([code, out]).toEqual([1, "a.docx:1:1: 差错 不是 DOCX 文件（DOCX 应是一个 ZIP 包） [unreadable-file]\n"]);
  });
});

describe("classified material", () => {
  const HIDING: readonly (readonly [string, Record<string, string>])[] = [
    ["in the text", { [DOC]: documentXml(p("机密★1年") + p("布防图")) }],
    [
      "cut into runs",
      { [DOC]: documentXml(`<w:p><w:r><w:t>机</w:t></w:r><w:r><w:t>密</w:t></w:r></w:p>${p("布防图")}`) },
    ],
    [
      "in a text box",
      {
        [DOC]: documentXml(
          `<w:p><w:r><w:pict><w:txbxContent>${p("绝密")}</w:txbxContent></w:pict></w:r></w:p>${p("布防图")}`,
        ),
      },
    ],
    [
      "in a header",
      {
        [DOC]: documentXml(p("布防图")),
        "word/header1.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p("秘密")}</w:hdr>`,
      },
    ],
    [
      "in what was deleted",
      { [DOC]: documentXml(`<w:p><w:del><w:r><w:delText>【机密】</w:delText></w:r></w:del></w:p>${p("布防图")}`) },
    ],
    ["in a file that cannot be read", { [DOC]: `${documentXml(p("机密★") + p("布防图"))}<` }],
  ];

  it.each(HIDING)("%s stops everything with exit 4, and nothing of it is shown or written", async (_, parts) => {
    const folder = new Folder({ "布防.docx": docx(parts), "稿.docx": changed(await ownBrief(), wide) });
    for (const more of [[], ["-f", "json"], ["-f", "sarif=out/a.sarif"], ["--fix"]]) {
      const { code, out, err } = await folder.run(["inspect", "布防.docx", "稿.docx", ...more]);
      expect(code).toBe(4);
      expect(out + err).not.toMatch(/布防图|机密|绝密|秘密★|page-margin/u);
    }
    expect(folder.list()).toEqual(["布防.docx", "稿.docx"]);
  });

  it("a bare word in a sentence is none", async () => {
    const folder = new Folder({ "a.docx": docx({ [DOC]: documentXml(p("严守党和国家秘密，做好保密工作。")) }) });
    expect((await folder.run(["inspect", "a.docx"])).code).toBe(1);
  });
});

describe("--fix", () => {
  it("writes a copy beside the file, leaves the file alone, and says what remains", async () => {
    const bad = changed(await ownBrief(), (parts) => (wide(parts), swap(DOC, "水渠普查", "水渠,普查")(parts)));
    const folder = new Folder({ "坏.docx": bad });
    const { code, out, err } = await folder.run(["inspect", "坏.docx", "--fix"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^坏-改.docx\n {2}6:16 提示 第 1 页第 6 段/u);
    expect(err).toContain("已写出 坏-改.docx：改正了 1 类，文字一字未动\n  page-margin 1 处：");
    expect(new Uint8Array(folder.bytes("坏.docx"))).toEqual(bad);
    expect(folder.list()).toEqual(["坏-改.docx", "坏.docx"]);
    const again = await folder.run(["inspect", "坏.docx", "--fix"]);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("已经有 坏-改.docx，没有覆盖")]);
    // The same file gives the same bytes.
    await folder.run(["inspect", "坏.docx", "--fix", "-o", "二.docx"]);
    expect(folder.bytes("二.docx").equals(folder.bytes("坏-改.docx"))).toBe(true);
  });

  it("takes the place of the file where -o says so", async () => {
    const folder = new Folder({ "坏.docx": changed(await ownBrief(), wide) });
    expect((await folder.run(["inspect", "坏.docx", "--fix", "-o", "坏.docx"])).code).toBe(0);
    expect((await folder.run(["inspect", "坏.docx"])).code).toBe(0);
    expect(folder.list()).toEqual(["坏.docx"]);
  });

  it("only says what it would do with --dry-run", async () => {
    const folder = new Folder({ "坏.docx": changed(await ownBrief(), wide) });
    expect((await folder.run(["inspect", "坏.docx"])).err).toContain("先看 zhuanbao inspect 坏.docx --fix --dry-run，");
    const { code, err } = await folder.run(["inspect", "坏.docx", "--fix", "--dry-run"]);
    expect(err).toContain("改正后：检查 1 个文件");
    expect([code, err]).toEqual([0, expect.stringContaining("坏.docx：可以改正 1 类，没有写入\n  page-margin")]);
    expect(folder.list()).toEqual(["坏.docx"]);
  });

  it("has nothing to do for our own", async () => {
    const folder = await withBrief();
    const { code, err } = await folder.run(["inspect", "稿.docx", "--fix"]);
    expect([code, err]).toEqual([0, expect.stringContaining("没有可以自动改正的")]);
    expect(folder.list()).toEqual(["稿.docx"]);
  });

  it.each([
    [["--dry-run"], "--dry-run 要与 --fix 同用"],
    [["-o", "a.docx"], "-o 要与 --fix 同用"],
    [["--fix", "-o", "a.pdf"], "应以 .docx 结尾"],
    [["--fix", "-o", "a.docx", "二.docx"], "几个文件不能写成一个"],
    [["--fix", "--dry-run", "-f", "json=a.json"], "不能把报告写进文件"],
  ])("%j is refused", async (argv, words) => {
    const folder = await withBrief();
    const { code, err } = await folder.run(["inspect", "稿.docx", ...argv]);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });
});

it("stands beside the office it is run in, without touching it", async () => {
  const folder = office();
  await folder.run(["compile", "-o", "稿.docx", "--skip-invalid"]);
  const before = folder.list();
  expect((await folder.run(["inspect", "稿.docx"])).code).toBe(0);
  expect(folder.list()).toEqual(before);
});
