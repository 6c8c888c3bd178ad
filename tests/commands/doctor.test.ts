import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Ended, Programs } from "../../src/world.ts";
import { entryText, officeWith, OFFICE, SOUND, type Folder } from "./support.ts";

const ended = (stdout: string): Promise<Ended> => Promise.resolve({ code: 0, stdout });

/** A machine with these fonts, and a LibreOffice that makes such a PDF of whatever it is given. */
const machine = (fonts: string, pdf: string | null): Partial<Programs> => ({
  run: (program, argv) => {
    if (program === "fc-list") return ended(fonts);
    if (program !== "soffice" || pdf === null) return Promise.resolve(null);
    if (argv[0] === "--version") return ended("LibreOffice 7.4.7.2\n");
    writeFileSync(join(argv[argv.indexOf("--outdir") + 1] ?? "", "a.pdf"), pdf, "latin1");
    return ended("");
  },
});

const ALL = "仿宋_GB2312\nTimes New Roman\n楷体_GB2312,KaiTi_GB2312\n黑体,SimHei\n方正小标宋简体\n宋体,SimSun\n";
const office = (): Folder => officeWith({ "甲.yaml": SOUND });

describe("doctor", () => {
  it("says what is there", async () => {
    const { code, out } = await office().run(["doctor"], { programs: machine(ALL, "") });
    expect(code).toBe(0);
    expect(out).toContain("√ 字体 仿宋_GB2312：有");
    expect(out).toContain("√ LibreOffice：LibreOffice 7.4.7.2");
    expect(out).toContain("√ 2026 年节假日表：国务院办公厅");
    expect(out).not.toContain("×");
  });

  it("says what a reader would see instead of a font that is not there, and what to do", async () => {
    const { out } = await office().run(["doctor"], { programs: machine("FangSong\nLiberation Serif\n", null) });
    expect(out).toContain("× 字体 仿宋_GB2312：没有，读的人会看到 FangSong");
    expect(out).toContain("× 字体 Times New Roman：没有，读的人会看到 Liberation Serif");
    expect(out).toContain("× 字体 黑体：没有，也没有相近的");
    expect(out).toContain("！ LibreOffice：没有\n    → 只有 --format pdf 要用");
  });

  it("looks at the next year's holidays in November, and at this year's always", async () => {
    const run = async (date: string): Promise<string> =>
      (await office().run(["doctor", "--date", date], { programs: machine(ALL, "") })).out;
    expect(await run("2026-11-23")).toContain("！ 2027 年节假日表：还没有");
    expect(await run("2026-06-01")).not.toContain("2027 年节假日表");
    expect(await run("2031-06-01")).toContain("× 2031 年节假日表：没有，工作日只按周末算");
  });

  it("gives it as JSON", async () => {
    const { out } = await office().run(["doctor", "--json"], { programs: machine(ALL, null) });
    const { checks } = JSON.parse(out) as { checks: { name: string; ok: boolean }[] };
    expect(checks.find(({ name }) => name === "LibreOffice")).toMatchObject({ ok: false, state: "注意" });
    expect(checks.find(({ name }) => name === "字体 宋体")).toMatchObject({ ok: true });
  });
});

const PDF = "%PDF-1.6\n1 0 obj<</Type /Page>>\n2 0 obj<</Type /Pages>>\n%%EOF\n";

describe("compile --format pdf", () => {
  const compile = (folder: Folder, programs: Partial<Programs>) =>
    folder.run(["compile", "--format", "pdf", "-o", "out/a.pdf"], { programs });

  it("is what LibreOffice made of the DOCX", async () => {
    const folder = office();
    const { code, err } = await compile(folder, machine(ALL, PDF));
    expect([code, err]).toEqual([0, expect.not.stringContaining("替代字体")]);
    expect(folder.bytes("out/a.pdf").toString("latin1")).toBe(PDF);
  });

  it("is said to be set in stand-in fonts where it is, and to have other pages than it should", async () => {
    const { err } = await compile(
      office(),
      machine("宋体\n", PDF.replace("2 0 obj", "3 0 obj<</Type /Page>>\n2 0 obj")),
    );
    expect(err).toContain("PDF 用的是替代字体（这台机器没有 仿宋_GB2312、");
    expect(err).toContain("PDF 是 2 页，按版式应为 1 页");
  });

  it.each([
    ["there is no LibreOffice", null, "这台机器没有 LibreOffice，写不出 PDF"],
    ["it wrote nothing that is a PDF", "", "LibreOffice 没有写出 PDF"],
    ["it wrote half a PDF", "%PDF-1.6\n1 0 obj<</Type /Page>>", "LibreOffice 没有写出 PDF"],
  ])("writes nothing where %s", async (_, pdf, message) => {
    const folder = officeWith({ "甲.yaml": entryText({ 编号: "甲" }) }, OFFICE);
    const { code, err } = await compile(folder, machine(ALL, pdf));
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(folder.has("out")).toBe(false);
  });
});
