import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { byCodePoint } from "../../src/base/order.ts";
import { FileError, type Files } from "../../src/world.ts";
import { entryText, Folder, matter, OFFICE, SECRET, STOPPED, urgentText } from "../commands/support.ts";
import { gb18030 } from "../helpers/gb18030.ts";
import { testWorld } from "../helpers/world.ts";
import { spawned } from "../digest/support.ts";

const DAY = "2026-11-23";
const STAMP = "登记号: 2026-0001\n收到时间: 2026-11-23 17:00\n";
const SOUND = entryText({ 编号: "甲" });

function inbox(
  files: Readonly<Record<string, string | Uint8Array>>,
  more: Readonly<Record<string, string>> = {},
): Folder {
  const inside = Object.entries(files).map(([name, content]) => [`收件/${name}`, content] as const);
  return new Folder({ "zhuanbao.yaml": OFFICE, "entries/.gitkeep": "", ...more, ...Object.fromEntries(inside) });
}

const sorted = (folder: Folder): string[] =>
  folder.list().filter((path) => !/^(?:台账|zhuanbao|entries\/\.)/u.test(path));
/** The register: number, way and 编号 of each record. */
const register = (folder: Folder): string[] =>
  (folder.has("台账") ? folder.list("台账/登记/2026") : []).map((path) => {
    const record = JSON.parse(folder.read(path)) as Record<string, string>;
    return `${record["序号"]} ${record["去向"]} ${record["编号"]}`;
  });

describe("sort", () => {
  it("takes sound entries in and sends faulty ones back, each under a number", async () => {
    const folder = inbox({ "甲.yaml": SOUND, "下级/错.yaml": STOPPED, "照片.jpg": "", "说明.docx": "" });
    const { code, out, err } = await folder.run(["sort", "收件"]);
    expect([code, err]).toEqual([0, ""]);
    expect(sorted(folder)).toEqual([
      `entries/${DAY}/甲.yaml`,
      `收件/已收/${DAY}/下级/错.yaml`,
      `收件/已收/${DAY}/甲.yaml`,
      "收件/照片.jpg",
      "收件/说明.docx",
      `退稿/${DAY}/退稿单-青石镇-${DAY}.docx`,
      `退稿/${DAY}/错.yaml`,
    ]);
    expect(register(folder)).toEqual(["1 退回 错", "2 收下 甲"]);
    expect(folder.read(`entries/${DAY}/甲.yaml`)).toBe(STAMP.replace("0001", "0002") + SOUND);
    for (const path of [`退稿/${DAY}/错.yaml`, `收件/已收/${DAY}/下级/错.yaml`])
      expect(folder.read(path)).toBe(STOPPED);
    expect(out).toContain(`收下 2026-0002 甲修复水渠（甲） → entries/${DAY}/甲.yaml\n`);
    expect(out).toMatch(
      /^退回 2026-0001 错小学加装路灯|^退回 2026-0001 .+（错） → 退稿\/2026-11-23\/错\.yaml：没有类别/mu,
    );
    expect(out).toContain("没收 收件/照片.jpg：不是条目文件");
    expect(out.trimEnd().split("\n").at(-1)).toBe("收下 1 条，退回 1 条，登记过 0 条，重复 0 个文件，没收 2 个文件");
    expect((await folder.run(["check"])).code).toBe(0);
  });

  it("goes on counting, and a second run finds nothing to do", async () => {
    const folder = inbox({ "甲.yaml": SOUND });
    await folder.run(["sort", "收件"]);
    const before = folder.list();
    const { out } = await folder.run(["sort", "收件"]);
    expect(out).toBe("收下 0 条，退回 0 条，登记过 0 条，重复 0 个文件，没收 0 个文件\n");
    expect(folder.list()).toEqual(before);
    folder.write("收件/乙.yaml", entryText({ 编号: "乙" }));
    await folder.run(["sort", "收件", "--clerk", "何小满"]);
    expect(folder.read(`entries/${DAY}/乙.yaml`)).toMatch(
      /^登记号: 2026-0002\n收到时间: 2026-11-23 17:00\n录入人: 何小满\n标题: 乙敬老院/u,
    );
    folder.write("收件/丙.yaml", entryText({ 编号: "丙", 报送时间: "2026-12-31 08:00", 事发时间: "2026-12-30" }));
    await folder.run(["sort", "收件"], { now: "2026-12-31T16:30:00Z" });
    expect(folder.read("entries/2027-01-01/丙.yaml")).toContain("登记号: 2027-0001\n收到时间: 2027-01-01 00:30\n");
  });

  it("never sends an urgent entry back, whatever is wrong with it", async () => {
    const broken = "标题: [坏\n类别: 紧急\n密级: 内部\n";
    const folder = inbox({
      "急.yaml": urgentText({ 编号: "急", 签发人: "" }),
      "破.yaml": broken,
      "漏报.yaml": entryText({
        编号: "漏",
        签发人: "",
        标题: "石坝村民房倒塌致3人死亡",
        伤亡: "{死亡: 3}",
        正文: "石坝村一民房倒塌，3人死亡。",
      }),
    });
    const { code, out, err } = await folder.run(["sort", "收件"]);
    expect(code).toBe(0);
    expect(register(folder).map((one) => one.slice(0, 4))).toEqual(["1 收下", "2 收下", "3 收下"]);
    expect(err).toMatch(/^！紧急信息有差错，已照收，请立即核，边报边改：\n/u);
    expect(err).toContain("missing-field");
    expect(err).toMatch(/登记号 2026-000\d 没有写进 entries\/2026-11-23\/破\.yaml：文件改不动，登记在台账里/u);
    expect(folder.read(`entries/${DAY}/破.yaml`)).toBe(broken);
    expect(out).toContain("【紧急】");
    expect(folder.list("退稿")).toEqual(expect.arrayContaining([`退稿/${DAY}/退稿单-青石镇-${DAY}.docx`]));
    expect(folder.list("退稿").filter((path) => path.endsWith(".yaml"))).toEqual([]);
  });

  it("stops at classified material, by text or by name, and touches nothing", async () => {
    for (const [name, content] of [
      ["机要.yaml", SECRET],
      ["（机密）图纸.docx", ""],
    ] as const) {
      const folder = inbox({ "甲.yaml": SOUND, [name]: content });
      const before = folder.list();
      const { code, out } = await folder.run(["sort", "收件", "--json"]);
      expect(code).toBe(4);
      expect(JSON.parse(out)).toMatchObject({ entries: [], stay: [] });
      expect(folder.list()).toEqual(before);
    }
  });

  it("looks at doubles among all entries, and returns what has the 编号 of another", async () => {
    const folder = inbox({ "甲.yaml": entryText({ 编号: "甲", ...matter(1) }) }, { "entries/旧.yaml": SOUND });
    await folder.run(["sort", "收件"]);
    expect(register(folder)).toEqual(["1 退回 甲"]);
    expect(folder.read("entries/旧.yaml")).toBe(SOUND);
  });

  it("gives one number to the same bytes, however often they come", async () => {
    const folder = inbox({ "甲.yaml": SOUND, "又一份.yaml": SOUND });
    const first = await folder.run(["sort", "收件"]);
    expect(first.out).toContain("重复 收件/甲.yaml：与 收件/又一份.yaml 一字不差");
    folder.write("收件/再来.yaml", SOUND);
    const { out } = await folder.run(["sort", "收件"]);
    expect(out).toContain("登记过 2026-0001 甲修复水渠（甲）\n");
    expect(register(folder)).toEqual(["1 收下 甲"]);
    expect(folder.list("entries").filter((path) => path.endsWith(".yaml"))).toEqual([`entries/${DAY}/又一份.yaml`]);
    expect(folder.list("收件")).toHaveLength(3);
  });

  it("takes in two files of the same name without 编号, and gives each its own", async () => {
    const bare = (one: number): string => entryText(matter(one)).replace(/^编号: .*\n/mu, "");
    const folder = inbox({ "青石镇/信息.yaml": bare(1), "水利局/信息.yaml": bare(2) });
    const { out } = await folder.run(["sort", "收件"]);
    expect(out).toContain("收下 2 条，退回 0 条");
    const ids = register(folder).map((one) => one.replace(/^\d /u, ""));
    expect(ids).toEqual(["收下 20261123-青石镇-01", "收下 20261123-青石镇-02"]);
    const texts = ["信息", "信息-2"].map((name) => folder.read(`entries/${DAY}/${name}.yaml`));
    for (const [index, text] of texts.entries())
      expect(text).toMatch(new RegExp(`^编号: 20261123-青石镇-0${index + 1}\n登记号: 2026-000${index + 1}\n`, "u"));
    expect(texts.map((text) => text.split("\n").slice(3).join("\n")).toSorted()).toEqual([bare(1), bare(2)].toSorted());
    expect((await folder.run(["check"])).code).toBe(0);
  });

  it("takes in what was returned once, when it is sound now", async () => {
    const folder = inbox({ "甲.yaml": entryText({ 编号: "甲", ...matter(1) }) }, { "entries/旧.yaml": SOUND });
    await folder.run(["sort", "收件"]);
    folder.write("entries/旧.yaml", entryText({ 编号: "旧" }));
    folder.write("收件/甲.yaml", entryText({ 编号: "甲", ...matter(1) }));
    await folder.run(["sort", "收件"]);
    expect(register(folder)).toEqual(["1 退回 甲", "2 收下 甲"]);
    expect(folder.read(`entries/${DAY}/甲.yaml`)).toContain("登记号: 2026-0002");
  });

  it("leaves in the inbox what was changed while it was taken in", async () => {
    const folder = inbox({ "甲.yaml": SOUND });
    const later = entryText({ 编号: "乙" });
    const real = testWorld().world.files;
    const files: Files = {
      ...real,
      create: (path, bytes) => {
        if (path.includes("/entries/")) folder.write("收件/甲.yaml", later);
        return real.create(path, bytes);
      },
    };
    const { out } = await folder.run(["sort", "收件"], { files });
    expect(out).toContain("没收 收件/甲.yaml：收的时候有人改过");
    expect(folder.read("收件/甲.yaml")).toBe(later);
    expect(folder.list("收件")).toEqual(["收件/甲.yaml"]);
  });

  it("overwrites nothing: a name that is taken gets a number", async () => {
    const folder = inbox(
      { "甲.yaml": SOUND, "下级/甲.yaml": entryText({ 编号: "乙" }) },
      {
        [`entries/${DAY}/甲.yaml`]: entryText({ 编号: "丙" }),
        [`收件/已收/${DAY}/甲.yaml`]: "别的",
        [`退稿/${DAY}/甲.yaml`]: "别的",
      },
    );
    await folder.run(["sort", "收件"]);
    expect(folder.read(`entries/${DAY}/甲.yaml`)).toBe(entryText({ 编号: "丙" }));
    expect(folder.list("entries").filter((path) => path.endsWith(".yaml"))).toEqual(
      ["甲-2.yaml", "甲-3.yaml", "甲.yaml"].map((name) => `entries/${DAY}/${name}`),
    );
    expect(folder.list("收件")).toEqual(
      ["下级/甲.yaml", "甲-2.yaml", "甲.yaml"].map((name) => `收件/已收/${DAY}/${name}`),
    );
  });

  it("parts a stream whose entries go different ways, and leaves every byte of each", async () => {
    const other = entryText({ 编号: "乙" });
    const folder = inbox({ "几条.yaml": `# 本镇\n${SOUND}---\n${STOPPED}--- # 三\n${other}` });
    await folder.run(["sort", "收件"]);
    expect(register(folder)).toEqual(["1 收下 甲", "2 收下 乙", "3 退回 错"]);
    expect(folder.read(`entries/${DAY}/几条.yaml`)).toBe(
      `# 本镇\n${STAMP}${SOUND}--- # 三\n${STAMP.replace("0001", "0002")}${other}`,
    );
    expect(folder.read(`退稿/${DAY}/几条.yaml`)).toBe(`---\n${STOPPED}`);
  });

  it("says what would happen, and does nothing", async () => {
    const folder = inbox({ "甲.yaml": SOUND, "错.yaml": STOPPED });
    const before = folder.list();
    const { code, out } = await folder.run(["sort", "收件", "--dry-run"]);
    expect(code).toBe(0);
    expect(out).toContain("收下 （待登记） 甲修复水渠（甲）\n");
    expect(out).toContain("（只看，没有动）收下 1 条，退回 1 条");
    expect(folder.list()).toEqual(before);
  });

  it("has one JSON document", async () => {
    const folder = inbox({ "甲.yaml": SOUND, "错.yaml": STOPPED, "图.png": "" });
    const json = JSON.parse((await folder.run(["sort", "收件", "--json"])).out) as Record<string, unknown>;
    expect(Object.keys(json).join(" ")).toBe(
      "version date inbox dryRun entries repeats stay slips errors warnings notes diagnostics",
    );
    expect(json).toMatchObject({
      inbox: "收件",
      dryRun: false,
      errors: 1,
      entries: [
        {
          register: "2026-0001",
          id: "甲",
          unit: ["青石镇"],
          urgent: false,
          way: "in",
          from: "收件/甲.yaml",
          to: `entries/${DAY}/甲.yaml`,
          why: null,
        },
        { register: "2026-0002", id: "错", way: "returned", to: `退稿/${DAY}/错.yaml` },
      ],
      stay: [{ path: "收件/图.png" }],
      slips: [`退稿/${DAY}/退稿单-青石镇-${DAY}.docx`],
    });
  });

  it.each([
    [["sort", "没有"], 2, "没有这个目录"],
    [["sort", "entries"], 2, "不能当收件夹"],
    [["sort", "."], 2, "不能当收件夹"],
    [["sort", "退稿"], 2, "没有这个目录"],
    [["sort", "收件", "--clerk", " "], 2, "无法识别"],
    [["sort"], 2, "收件夹"],
  ])("%j is %i", async (argv, code, says) => {
    const ran = await inbox({ "甲.yaml": SOUND }).run(argv);
    expect([ran.code, ran.out]).toEqual([code, ""]);
    expect(ran.err).toContain(says);
  });

  it("takes nothing in while the office's own file is at fault", async () => {
    const folder = new Folder({ "zhuanbao.yaml": `${OFFICE}单拉: []\n`, "收件/甲.yaml": SOUND });
    const before = folder.list();
    expect((await folder.run(["sort", "收件"])).code).toBe(1);
    expect(folder.list()).toEqual(before);
  });

  it("takes in an inbox outside the office", async () => {
    const outside = new Folder({ "甲.yaml": SOUND });
    const folder = inbox({});
    expect((await folder.run(["sort", outside.path])).code).toBe(0);
    expect(outside.list()).toEqual([`已收/${DAY}/甲.yaml`]);
    expect(folder.has(`entries/${DAY}/甲.yaml`)).toBe(true);
  });
});

describe("the stamp leaves every other byte", () => {
  const markdown = `---\n# 信息头\n标题: 修复水渠 # 注\n编号: 甲\n类别: 动态\n报送单位: 青石镇\n报送员: 王敏\n签发人: 李建国\n密级: 内部\n报送时间: 2026-11-23 09:10\n---\n\n石坝村水渠已修复。\n`;
  const after = (text: string): string => text.replace("标题:", `${STAMP}标题:`);
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const crlf = (text: string): string => text.replaceAll("\n", "\r\n");

  it.each([
    ["Markdown", "甲.md", utf8(markdown), utf8(after(markdown))],
    ["CRLF", "甲.md", utf8(crlf(markdown)), utf8(crlf(after(markdown)))],
    ["a byte order mark", "甲.md", utf8(`\ufeff${markdown}`), utf8(`\ufeff${after(markdown)}`)],
    ["GB18030", "甲.md", gb18030(markdown), gb18030(after(markdown))],
    ["no last line feed", "甲.yaml", utf8(SOUND.trimEnd()), utf8(STAMP + SOUND.trimEnd())],
    [
      "a 登记号 of the unit's own",
      "甲.yaml",
      utf8(`${SOUND}登记号: "镇 5"\n`),
      utf8(`收到时间: 2026-11-23 17:00\n${SOUND}登记号: 2026-0001\n`),
    ],
    ["English keys", "甲.yaml", utf8(SOUND.replace("标题:", "title:")), utf8(STAMP + SOUND.replace("标题:", "title:"))],
    [
      "quoted keys",
      "甲.yaml",
      utf8(SOUND.replace("编号:", '"编号":')),
      utf8(STAMP + SOUND.replace("编号:", '"编号":')),
    ],
    [
      "indented keys",
      "甲.yaml",
      utf8(SOUND.replaceAll(/^/gmu, "  ").trimEnd()),
      utf8(`  ${STAMP.trimEnd().replace("\n", "\n  ")}\n${SOUND.replaceAll(/^/gmu, "  ").trimEnd()}`),
    ],
  ])("%s", async (_, name, bytes, expected) => {
    const folder = inbox({ [name]: bytes });
    const { code, err } = await folder.run(["sort", "收件"]);
    expect([code, err]).toEqual([0, ""]);
    expect(new Uint8Array(folder.bytes(`entries/${DAY}/${name}`))).toEqual(expected);
    expect(new Uint8Array(folder.bytes(`收件/已收/${DAY}/${name}`))).toEqual(bytes);
  });

  it("in braces", async () => {
    const flow = `{编号: 甲, 标题: 修复水渠, 类别: 动态, 报送单位: 青石镇, 报送员: 王敏,\n 签发人: 李建国, 密级: 内部, 报送时间: 2026-11-23 09:10, 正文: 石坝村水渠已修复。}\n`;
    const folder = inbox({ "甲.yaml": flow });
    await folder.run(["sort", "收件"]);
    expect(folder.read(`entries/${DAY}/甲.yaml`)).toBe(
      flow.replace("{", "{登记号: 2026-0001, 收到时间: 2026-11-23 17:00, "),
    );
  });
});

describe("a run that breaks off", { timeout: 120_000 }, () => {
  const FILES = {
    "几条.yaml": `${SOUND}---\n${STOPPED}`,
    "乙.yaml": entryText({ 编号: "乙" }),
    "错.yaml": STOPPED.replace("编号: 错", "编号: 误"),
  };

  /** All that is there. Where the run broke off over the very last moves, those slips are written that it may lack: one too many is no harm. */
  const state = (folder: Folder): string =>
    folder
      .list()
      .filter((path) => !/链头|-2\.docx$/u.test(path))
      .toSorted(byCodePoint)
      .map((path) => `${path} ${createHash("sha256").update(folder.bytes(path)).digest("hex")}`)
      .join("\n");

  /** Fails at this change of the disk, before or after it is made, and at all that follow: as a pulled plug does. */
  function dying(at: number, after: boolean): { files: Partial<Files>; died: () => boolean } {
    const { files } = testWorld().world;
    let count = 0;
    const step =
      <A extends unknown[], R>(work: (...args: A) => R) =>
      (...args: A): R => {
        count++;
        if (count < at) return work(...args);
        if (count === at && after) work(...args);
        throw new FileError("other", String(args[0]), "EIO");
      };
    return {
      files: {
        create: step((path: string, bytes: Uint8Array) => files.create(path, bytes)),
        move: step((from: string, to: string) => files.move(from, to)),
        replace: step((path: string, bytes: Uint8Array) => files.replace(path, bytes)),
      },
      died: () => count >= at,
    };
  }

  it("at any change of the disk is gone on with: nothing twice, nothing lost, no number twice", async () => {
    const whole = inbox(FILES);
    await whole.run(["sort", "收件"]);
    const expected = state(whole);
    let steps = 0;
    for (const after of [false, true]) {
      for (let at = 1; ; at++) {
        const folder = inbox(FILES);
        const { files, died } = dying(at, after);
        await folder.run(["sort", "收件"], { files });
        if (!died()) break;
        steps++;
        expect((await folder.run(["sort", "收件"])).code).toBe(0);
        expect(state(folder), `${at} ${after}`).toBe(expected);
      }
    }
    expect(steps).toBeGreaterThan(20);
  });

  it("and runs at once share the work: every entry once, every number once", async () => {
    const files = Object.fromEntries(
      "甲乙丙丁戊"
        .split("")
        .map((id) => [`${id}.yaml`, entryText({ 编号: id, 报送时间: "2026-11-20 09:10", 事发时间: "2026-11-19" })]),
    );
    const folder = inbox({ ...files, "错.yaml": STOPPED });
    const argv = ["-C", folder.path, "--date", "2026-11-23 17:00", "sort", "收件", "--json"];
    const runs = await Promise.all(Array.from({ length: 4 }, () => spawned(argv)));
    expect(runs.map(({ code, err }) => [code, err])).toEqual(runs.map(() => [0, ""]));
    expect(folder.list("entries").filter((path) => path.endsWith(".yaml"))).toHaveLength(5);
    expect(register(folder)).toHaveLength(6);
    const numbers = folder.list("entries").flatMap((path) => /登记号: (\S+)/u.exec(folder.read(path))?.[1] ?? []);
    expect(new Set(numbers).size).toBe(5);
    expect(folder.list("收件")).toHaveLength(6);
    expect(folder.list("退稿")).toHaveLength(2);
  });
});
