import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { FileError, type FileFault } from "../../src/world.ts";
import { nodeFiles } from "../../src/world/files.ts";
import { shippedFile } from "../compose/support.ts";
import {
  entryText,
  LATE,
  OFFICE,
  officeWith,
  SOUND,
  SOUND_TOO,
  STOPPED,
  urgentText,
  type Folder,
  type Ran,
} from "./support.ts";

interface Compiled {
  readonly plan: string | null;
  readonly date: string;
  readonly groups: readonly { readonly name: string; readonly entries: readonly { readonly id: string }[] }[];
  readonly left: readonly { readonly id: string; readonly why: string }[];
  readonly outputs: readonly {
    readonly format: string;
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly pages: number;
  }[];
  readonly errors: number;
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
}

const parsed = ({ out }: Ran): Compiled => JSON.parse(out) as Compiled;
const DRAFT = "out/信息专报-2026-11-23-草稿.docx";

describe("compile --json", () => {
  it("has the keys of the contract, in its order", async () => {
    const folder = officeWith({ "甲.yaml": SOUND, "迟.yaml": LATE, "错.yaml": STOPPED });
    const ran = await folder.run(["compile", "--skip-invalid", "--json"]);
    const report = parsed(ran);
    expect(Object.keys(report)).toEqual([
      "version",
      "publication",
      "number",
      "date",
      "plan",
      "groups",
      "left",
      "outputs",
      "errors",
      "warnings",
      "notes",
      "diagnostics",
    ]);
    expect(report).toMatchObject({
      version: 1,
      publication: "信息专报",
      number: null,
      date: "2026-11-23",
      plan: null,
      errors: 3,
      warnings: 0,
      notes: 1,
    });
    expect(report.groups.map((group) => Object.keys(group))).toEqual([
      ["name", "entries"],
      ["name", "entries"],
    ]);
    expect(report.groups.map(({ name, entries }) => [name, ...entries.map(({ id }) => id)])).toEqual([
      ["紧急要情", "迟"],
      ["工作动态", "甲"],
    ]);
    expect(report.groups[0]?.entries[0]).toEqual({
      id: "迟",
      title: "迟修复水渠",
      unit: ["青石镇"],
      score: 13,
      reasons: [
        { text: "紧急要情", points: 10 },
        { text: "事件未了（首报）", points: 3 },
      ],
    });
    expect(Object.keys(report.groups[0]?.entries[0] ?? {})).toEqual(["id", "title", "unit", "score", "reasons"]);
    expect(report.left).toEqual([{ id: "错", why: expect.stringContaining("校核未过") as string }]);
    expect(report.outputs.map((output) => Object.keys(output))).toEqual([
      ["format", "path", "bytes", "sha256", "pages"],
    ]);
  });

  it("tells of the file that is there", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const [output] = parsed(await folder.run(["compile", "--json"])).outputs;
    const bytes = folder.bytes(DRAFT);
    expect(output).toEqual({
      format: "docx",
      path: DRAFT,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      pages: 1,
    });
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    expect(value).toContain("甲修复水渠");
  });

  it("says what stopped it, and lists no group and no output", async () => {
    const folder = officeWith({ "甲.yaml": SOUND, "错.yaml": STOPPED });
    const report = parsed(await folder.run(["compile", "--json"]));
    expect(report).toMatchObject({ groups: [], left: [], outputs: [], errors: 1 });
    expect(report.diagnostics.map(({ file, line, column, rule }) => `${file} ${line}:${column} ${rule}`)).toEqual([
      "entries/错.yaml 2:5 unknown-category",
    ]);
  });

  it("names merged entries in their row", async () => {
    const follow = urgentText({
      编号: "续",
      标题: "续报",
      报送时间: "2026-11-23 10:00",
      报告: "{阶段: 续报, 次: 1, 续: 首}",
    });
    const folder = officeWith({ "首.yaml": urgentText({ 编号: "首", 标题: "首报" }), "续.yaml": follow });
    const [row] = parsed(await folder.run(["compile", "--json"])).groups[0]?.entries ?? [];
    expect(row).toMatchObject({ id: "续", merged: [{ id: "首", title: "首报", unit: ["青石镇"] }] });
  });
});

describe("which plan", () => {
  const entries = { "甲.yaml": SOUND, "乙.yaml": SOUND_TOO };

  async function planned(...dates: string[]): Promise<Folder> {
    const folder = officeWith(entries);
    for (const date of dates) await folder.run(["plan", "--date", date]);
    return folder;
  }

  const planOf = async (folder: Folder, ...argv: string[]): Promise<string | null> =>
    parsed(await folder.run(["compile", "--json", ...argv])).plan;

  it("none: it ranks in memory and writes none", async () => {
    const folder = await planned();
    expect(await planOf(folder)).toBeNull();
    expect(folder.list()).toEqual(["entries/乙.yaml", "entries/甲.yaml", DRAFT, "zhuanbao.yaml"].toSorted());
  });

  it("the newest that is not later than --date", async () => {
    const folder = await planned("2026-11-23", "2026-11-24", "2026-11-26");
    expect(await planOf(folder, "--date", "2026-11-25")).toBe("plans/信息专报-2026-11-24.yaml");
    expect(await planOf(folder, "--date", "2026-11-26")).toBe("plans/信息专报-2026-11-26.yaml");
    expect(await planOf(folder, "--date", "2027-01-01")).toBe("plans/信息专报-2026-11-26.yaml");
  });

  it("no other file that stands there", async () => {
    const folder = await planned("2026-11-23");
    for (const name of [
      "信息专报-2026-11-31.yaml",
      "信息专报-2026-11-22.yaml.bak",
      "信息专报副刊-2026-11-23.yaml",
      "信息专报-2026-11-22 副本.yaml",
    ])
      folder.write(`plans/${name}`, "坏的: [\n");
    expect(await planOf(folder)).toBe("plans/信息专报-2026-11-23.yaml");
  });

  it("none where paths are named, but the one that --plan names", async () => {
    const folder = await planned("2026-11-23");
    expect(await planOf(folder, "entries/甲.yaml")).toBeNull();
    expect(await planOf(folder, "--plan", "plans/信息专报-2026-11-23.yaml")).toBe("plans/信息专报-2026-11-23.yaml");
  });

  it("of another publication is refused", async () => {
    const folder = await planned("2026-11-23");
    folder.write(
      "plans/别的.yaml",
      folder.read("plans/信息专报-2026-11-23.yaml").replace("刊物: 信息专报", "刊物: 每日要情"),
    );
    const ran = await folder.run(["compile", "--plan", "plans/别的.yaml"]);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain("每日要情");
  });

  it("that names an id there is none of is an error at its place", async () => {
    const folder = await planned("2026-11-23");
    const path = "plans/信息专报-2026-11-23.yaml";
    folder.write(
      path,
      folder
        .read(path)
        .replace("编号: 乙", "编号: 丙")
        .replace(/(编号: 丙\n.*\n +指纹: ).*/u, "$1x"),
    );
    const ran = await folder.run(["compile", "--json"]);
    expect(ran.code).toBe(1);
    const line =
      folder
        .read(path)
        .split("\n")
        .findIndex((each) => each.includes("编号: 丙")) + 1;
    expect(parsed(ran).diagnostics.map((each) => `${each.file} ${each.line}:${each.column} ${each.rule}`)).toEqual([
      `${path} ${line}:13 bad-value`,
    ]);
    expect(folder.has(DRAFT)).toBe(false);
  });

  it.each([
    ["that is no YAML", "分组: [\n"],
    ["that is no text", Uint8Array.from([0x80, 0xff, 0xfe, 0xff])],
    ["that is empty", ""],
  ])("%s is an error", async (_, content) => {
    const folder = officeWith(entries);
    folder.write("plans/信息专报-2026-11-23.yaml", content);
    for (const command of ["compile", "plan"]) {
      const ran = await folder.run([command]);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain("plans/信息专报-2026-11-23.yaml");
    }
    expect(folder.bytes("plans/信息专报-2026-11-23.yaml")).toEqual(Buffer.from(content));
  });
});

describe("template, layout and profile at fault", () => {
  const layout = shippedFile("publications/信息专报/layout.yaml").text;
  const template = shippedFile("publications/信息专报/template.hbs").text;

  it.each([
    [
      "a template",
      { "模板/template.hbs": `${template}\n<div>甲</div>\n`, "模板/layout.yaml": layout },
      "模板/template.hbs",
      "template",
    ],
    [
      "a value the template lacks",
      { "模板/template.hbs": template.replace("{{编发单位}}", "{{编发单为}}"), "模板/layout.yaml": layout },
      "模板/template.hbs",
      "template",
    ],
    [
      "a layout",
      { "模板/template.hbs": template, "模板/layout.yaml": layout.replace("45磅", "45尺") },
      "模板/layout.yaml",
      "template",
    ],
  ])("%s: exit 1, its file named, nothing written", async (_, files, file, rule) => {
    const folder = officeWith({ "甲.yaml": SOUND }, `${OFFICE}刊物: {信息专报: {模板: 模板}}\n`);
    for (const [path, text] of Object.entries(files)) folder.write(path, text);
    const ran = await folder.run(["compile", "--skip-invalid", "--json"]);
    expect(ran.code).toBe(1);
    expect(parsed(ran).diagnostics.map((each) => `${each.file} ${each.rule}`)).toEqual([`${file} ${rule}`]);
    expect(parsed(ran).diagnostics[0]?.line).toBeGreaterThan(1);
    expect(folder.has("out")).toBe(false);
  });

  it("a profile of the office's own", async () => {
    const folder = officeWith({ "甲.yaml": SOUND }, `${OFFICE}规则集: [county, 本县.yaml]\n`);
    folder.write("本县.yaml", "名称: 本县\n标题字数: 很多\n");
    const ran = await folder.run(["compile", "--json"]);
    expect(ran.code).toBe(1);
    expect(new Set(parsed(ran).diagnostics.map(({ file, line }) => `${file} ${line}`))).toEqual(
      new Set(["本县.yaml 2"]),
    );
  });
});

describe("where it writes", () => {
  it.each([
    [["-o", "新/夹/稿.docx"], ["新/夹/稿.docx"]],
    [["-o", "稿"], ["稿.docx"]],
    [
      ["-o", "稿.docx", "--format", "docx,txt"],
      ["稿.docx", "稿.txt"],
    ],
    [["--format", "txt"], ["out/信息专报-2026-11-23-草稿.txt"]],
    [["--format", "docx,docx"], [DRAFT]],
    [
      ["-o", "2026.11.23号", "--format", "docx,txt"],
      ["2026.11.23号.docx", "2026.11.23号.txt"],
    ],
  ])("%j → %j", async (argv, paths) => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const before = folder.list();
    const ran = await folder.run(["compile", ...argv]);
    expect(ran.code).toBe(0);
    expect(folder.list().filter((path) => !before.includes(path))).toEqual(paths.toSorted());
    for (const path of paths) expect(ran.out).toContain(path);
  });

  it("outside the office, with an absolute path in JSON", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const other = officeWith({});
    const ran = await folder.run(["compile", "--json", "-o", join(other.path, "深/稿.docx")]);
    expect(parsed(ran).outputs[0]?.path).toBe(join(other.path, "深/稿.docx"));
    expect(other.has("深/稿.docx")).toBe(true);
  });

  it("relative to -C", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const ran = await folder.run(["-C", "entries", "compile", "--json", "-o", "稿.docx"]);
    expect(parsed(ran).outputs[0]?.path).toBe("entries/稿.docx");
  });

  it("nothing with --dry-run, and says what it would be", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const before = folder.list();
    const dry = parsed(await folder.run(["compile", "--dry-run", "--json"]));
    expect(folder.list()).toEqual(before);
    expect(parsed(await folder.run(["compile", "--json"]))).toEqual(dry);
  });

  it("the same bytes again", async () => {
    const folder = officeWith({ "甲.yaml": SOUND, "迟.yaml": LATE });
    const hash = async (): Promise<unknown> =>
      parsed(await folder.run(["compile", "--json", "--format", "docx,txt"])).outputs;
    expect(await hash()).toEqual(await hash());
  });

  it.each(["full", "locked", "forbidden", "other"] as const)(
    "a target that is %s: exit 2, the old file whole, nothing half beside it",
    async (fault: FileFault) => {
      const folder = officeWith({ "甲.yaml": SOUND });
      folder.write(DRAFT, "旧稿");
      const before = folder.list();
      const replace = (path: string): void => {
        throw new FileError(fault, path, "");
      };
      const ran = await folder.run(["compile", "--json"], { files: { replace } });
      expect([ran.code, ran.out]).toEqual([2, ""]);
      expect(ran.err).toContain(DRAFT);
      expect(folder.read(DRAFT)).toBe("旧稿");
      expect(folder.list()).toEqual(before);
    },
  );

  it("a target that is a folder", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    mkdirSync(join(folder.path, DRAFT), { recursive: true });
    const ran = await folder.run(["compile"]);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain("应是普通文件");
  });

  it("a folder that is a file", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    folder.write("out", "不是目录");
    const ran = await folder.run(["compile"]);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(folder.read("out")).toBe("不是目录");
  });

  it("a link is replaced; what it points at is left alone", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    folder.write("别处.docx", "别处");
    mkdirSync(join(folder.path, "out"));
    symlinkSync("../别处.docx", join(folder.path, DRAFT));
    expect((await folder.run(["compile"])).code).toBe(0);
    expect(folder.read("别处.docx")).toBe("别处");
    expect(folder.bytes(DRAFT).subarray(0, 2).toString()).toBe("PK");
  });

  it("a read-only old file keeps its permissions and is replaced whole", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    folder.write(DRAFT, "旧稿");
    chmodSync(join(folder.path, DRAFT), 0o444);
    expect((await folder.run(["compile"])).code).toBe(0);
    expect(folder.bytes(DRAFT).subarray(0, 2).toString()).toBe("PK");
  });
});

describe("what is printed", () => {
  it("untrusted text has no effect beyond being shown", async () => {
    const title = "<b>{{刊名}}</b>&amp;“=”`$(x)`";
    const folder = officeWith({
      "甲.yaml": entryText({ 编号: '"../../etc/甲"', 标题: `'${title}'`, 正文: "甲&lt;乙>丙 {{题}} ${x} %s \\n" }),
    });
    const before = folder.list();
    const ran = await folder.run(["compile", "--json"]);
    expect(ran.code).toBe(0);
    const { value } = await mammoth.extractRawText({ buffer: folder.bytes(DRAFT) });
    expect(value).toContain(title);
    expect(value).toContain("甲&lt;乙>丙 {{题}} ${x} %s \\n");
    expect(folder.list().filter((path) => !before.includes(path))).toEqual([DRAFT]);
  });

  it("the name of a publication leads nowhere else", async () => {
    const folder = officeWith({ "甲.yaml": SOUND }, `${OFFICE}刊物: {"../外": {模板: 信息专报}}\n`);
    const ran = await folder.run(["compile", "--publication", "../外", "--json"]);
    expect(parsed(ran).outputs[0]?.path).toMatch(/^out\/[^/]+\.docx$/u);
  });
});

describe("plan", () => {
  const PLAN = "plans/信息专报-2026-11-23.yaml";

  it("writes where it is told, a dry run nothing", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const before = folder.list();
    expect((await folder.run(["plan", "--dry-run"])).out).toContain(`将写出编排单 ${PLAN}`);
    expect(folder.list()).toEqual(before);
    expect((await folder.run(["plan", "--plan", "别处/单.yaml"])).code).toBe(0);
    expect(folder.has("别处/单.yaml")).toBe(true);
    expect((await folder.run(["plan"])).code).toBe(0);
    expect(folder.read(PLAN)).toBe(folder.read("别处/单.yaml"));
  });

  it("says what changed, and that nothing did", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    await folder.run(["plan"]);
    expect((await folder.run(["plan"])).out).toMatch(/与上次相(?:同|比没有变化)/u);
    folder.write("entries/乙.yaml", SOUND_TOO);
    expect((await folder.run(["plan"])).out).toContain("新增：乙 → 工作动态");
  });

  it("keeps what was planned when only some paths are named", async () => {
    const folder = officeWith({ "甲.yaml": SOUND, "乙.yaml": SOUND_TOO });
    await folder.run(["plan", "entries/甲.yaml"]);
    const report = parsed(await folder.run(["plan", "--json", "entries/乙.yaml"]));
    expect(report.groups.flatMap(({ entries }) => entries.map(({ id }) => id)).toSorted()).toEqual(["乙", "甲"]);
    expect(report).toMatchObject({ plan: PLAN, outputs: [] });
  });

  it("keeps the old plan whole where it cannot be written", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    await folder.run(["plan"]);
    const old = folder.read(PLAN);
    folder.write("entries/乙.yaml", SOUND_TOO);
    const replace = (path: string): void => {
      throw new FileError("full", path, "ENOSPC");
    };
    const ran = await folder.run(["plan"], { files: { ...nodeFiles(), replace } });
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(folder.read(PLAN)).toBe(old);
  });

  it("leaves a faulty plan alone", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    mkdirSync(join(folder.path, "plans"));
    writeFileSync(join(folder.path, PLAN), "刊物: 信息专报\n日期: 2026-11-23\n分组: 甲\n");
    const ran = await folder.run(["plan", "--json"]);
    expect(ran.code).toBe(1);
    expect(parsed(ran).diagnostics.map((each) => `${each.file} ${each.line}:${each.column} ${each.rule}`)).toEqual([
      `${PLAN} 3:5 bad-value`,
    ]);
    expect(folder.read(PLAN)).toContain("分组: 甲");
  });
});
