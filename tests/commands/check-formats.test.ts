import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sarifFaults } from "../report/sarif-schema.ts";
import { entryText, Folder, LATE, officeWith, OFFICE, SECRET, SOUND, STOPPED, WARNED } from "./support.ts";

const FORMATS = ["pretty", "compact", "json", "sarif", "junit", "github"] as const;

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly partialFingerprints?: object;
        readonly locations: readonly {
          readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
        }[];
      }[];
    },
  ];
}

/** The text with its URIs read back. */
const withPaths = (text: string): string => text.replace(/(?:%[0-9A-F]{2})+/gu, decodeURIComponent);

const sarifRun = (text: string): Sarif["runs"][0] => (JSON.parse(text) as Sarif).runs[0];

describe("where a report goes", () => {
  it("to standard output where no file is named, into files where one is", async () => {
    const folder = officeWith({ "甲.yaml": STOPPED });
    const ran = await folder.run([
      "check",
      "-f",
      "pretty",
      "-f",
      "sarif=出/a b.sarif",
      "--format",
      "junit=出/深/x.xml",
    ]);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain("2:5 差错");
    expect(sarifFaults(folder.read("出/a b.sarif"))).toEqual([]);
    expect(folder.read("出/深/x.xml")).toContain('<failure type="unknown-category"');
    expect(ran.err).toMatch(/已写出 出\/a b\.sarif\n已写出 出\/深\/x\.xml\n$/u);
    expect(folder.list("出")).toEqual(["出/a b.sarif", "出/深/x.xml"]);
  });

  it("counts a file's path from -C, and puts a whole new file in the place of the old", async () => {
    const folder = new Folder({
      "a/zhuanbao.yaml": OFFICE,
      "a/entries/甲.yaml": STOPPED,
      "a/x.json": "旧".repeat(9999),
    });
    const ran = await folder.run(["-C", "a", "check", "-f", "json=x.json", "-f", "compact=../b.txt"]);
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(JSON.parse(folder.read("a/x.json"))).toMatchObject({ errors: 1 });
    expect(folder.read("b.txt")).toMatch(/^entries\/甲\.yaml:2:5: 差错 /u);
    expect(ran.err).toBe(
      `检查 1 个文件、1 条信息：1 个差错，0 个提醒，0 个提示\n已写出 x.json\n已写出 ${folder.path}/b.txt\n`,
    );
  });

  it.each(FORMATS)("%s is the same in a file as on standard output, without colour", async (format) => {
    const folder = officeWith({ "甲.yaml": STOPPED, "乙.yaml": WARNED });
    const { out } = await folder.run(["check", "-f", format]);
    await folder.run(["check", "-f", `${format}=x`, "--color"], { columns: 40 });
    expect(folder.read("x")).toBe(out);
  });

  it("a file that cannot be written is exit 2, with nothing on standard output", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const ran = await folder.run(["check", "-f", "json", "-f", "sarif=entries"]);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    const under = await folder.run(["check", "-f", "sarif=zhuanbao.yaml/x"]);
    expect([under.code, under.out]).toEqual([2, ""]);
    expect(under.err).toMatch(/^zhuanbao：这里应是目录，却不是/u);
  });

  it.each(["plans/x.json", "台账/x.json", "台账", "zhuanbao-suppressions.json", "./plans/../plans/深/x"])(
    "never over what the office keeps: %s",
    async (path) => {
      const ran = await officeWith({ "甲.yaml": SOUND }).run(["check", "-f", `json=${path}`]);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain("工作区自己的文件");
    },
  );
});

describe("what a report holds", () => {
  it("sarif and junit tell of the same findings as json, under the same places", async () => {
    const folder = officeWith({ "甲.yaml": STOPPED, "乙.yaml": WARNED, "迟.yaml": LATE }, `${OFFICE}单拉: []\n`);
    await folder.run(["check", "-f", "json=j", "-f", "sarif=s", "-f", "junit=u", "-f", "github=g"]);
    const { diagnostics } = JSON.parse(folder.read("j")) as { diagnostics: { rule: string; file: string }[] };
    const { results, tool } = sarifRun(folder.read("s"));
    expect(
      results.map(({ ruleId, locations: [at] }) => [
        ruleId,
        withPaths(at?.physicalLocation.artifactLocation.uri ?? ""),
      ]),
    ).toEqual(diagnostics.map(({ rule, file }) => [rule, file]));
    expect(new Set(tool.driver.rules.map(({ id }) => id))).toEqual(new Set(diagnostics.map(({ rule }) => rule)));
    expect(folder.read("g").trimEnd().split("\n")).toHaveLength(diagnostics.length);
    expect(folder.read("u")).toContain('<testcase classname="zhuanbao.yaml" name="zhuanbao.yaml"');
    expect(folder.read("u").match(/: (?:差错|提醒|提示) /gu)).toHaveLength(diagnostics.length);
  });

  it("sarif tells findings alike apart, and knows one again whose line moved", async () => {
    const prints = async (text: string): Promise<unknown[]> => {
      const { out } = await officeWith({ "甲.yaml": text }).run(["check", "-f", "sarif"]);
      return sarifRun(out).results.map(({ partialFingerprints }) => partialFingerprints);
    };
    const text = entryText({ 编号: "甲", 类别: "没有的", 正文: "费用××万元。\n费用××万元。" });
    const before = await prints(text);
    expect(new Set(before.map((print) => JSON.stringify(print))).size).toBe(3);
    expect(await prints(`# 注\n# 注\n${text}`)).toEqual(before);
  });

  it("--quiet holds where people read, and leaves whole documents whole", async () => {
    const folder = officeWith({ "甲.yaml": STOPPED, "乙.yaml": WARNED });
    for (const format of FORMATS) {
      const [all, quiet] = [
        await folder.run(["check", "-f", format]),
        await folder.run(["check", "-f", format, "--quiet"]),
      ];
      expect(all.out).toMatch(/title-length|标题/u);
      if (["pretty", "compact", "github"].includes(format)) {
        expect(quiet.out).not.toContain("title-length");
        expect(quiet.out).toContain("unknown-category");
      } else expect(quiet.out).toBe(all.out);
      expect([all.code, quiet.code]).toEqual([1, 1]);
      // Counted are all of them.
      expect(quiet.err.split("\n")[0]).toBe(all.err.split("\n")[0]);
    }
  });

  it("stdin has its name in every format", async () => {
    const folder = officeWith({});
    for (const format of FORMATS) {
      const ran = await folder.run(["check", "-", "--stdin-filename", "entries/子/甲.yaml", "-f", format], {
        stdin: STOPPED,
      });
      expect(ran.code).toBe(1);
      expect(withPaths(ran.out)).toContain("entries/子/甲.yaml");
    }
  });

  it.each(FORMATS)("%s: exit codes are the same in every format", async (format) => {
    const run = async (text: string, ...more: string[]): Promise<number> =>
      (await officeWith({ "甲.yaml": text }).run(["check", "-f", format, ...more])).code;
    expect(await run(SOUND)).toBe(0);
    expect(await run(WARNED)).toBe(0);
    expect(await run(WARNED, "--max-warnings", "0")).toBe(1);
    expect(await run(STOPPED)).toBe(1);
    expect(await run(SECRET)).toBe(4);
    const unable = await officeWith({}).run(["check", "-f", format]);
    expect([unable.code, unable.out]).toEqual([2, ""]);
  });

  it("services that run checks get paths from the repository on", async () => {
    const folder = new Folder({ "信息科/zhuanbao.yaml": OFFICE, "信息科/entries/甲.yaml": STOPPED });
    const run = async (format: string, env: Record<string, string>): Promise<string> =>
      (await folder.run(["-C", "信息科", "check", "-f", format], { env })).out;
    const github = { GITHUB_WORKSPACE: folder.path };
    expect(await run("github", github)).toContain("file=信息科/entries/甲.yaml,");
    expect(await run("junit", { CI_PROJECT_DIR: folder.path })).toContain('file="信息科/entries/甲.yaml"');
    expect(withPaths(await run("sarif", github))).toContain('"uri": "信息科/entries/甲.yaml"');
    expect(await run("json", github)).toContain('"file": "entries/甲.yaml"');
    // A repository that the office does not lie in says nothing of it.
    expect(await run("github", { GITHUB_WORKSPACE: join(folder.path, "别处") })).toContain("file=entries/甲.yaml,");
    expect(await run("github", { GITHUB_WORKSPACE: "" })).toContain("file=entries/甲.yaml,");
  });
});

describe("a classified run", () => {
  const CANARY = "金丝雀青鸟壹号";
  const secret = entryText({
    编号: `${CANARY}号`,
    标题: `${CANARY}题`,
    类别: CANARY,
    密级: "机密",
    正文: `${CANARY}。`,
  });

  it.each(FORMATS)("%s shows where, and not a word more", async (format) => {
    const folder = officeWith({ "甲.yaml": STOPPED, "乙.yaml": SOUND, "密.yaml": secret });
    const ran = await folder.run(["check", "-f", format, "--timing"]);
    expect(ran.code).toBe(4);
    const said = ran.out + ran.err;
    expect(said).not.toContain(CANARY);
    expect(said).not.toMatch(/机密|甲修复|乙修复|\| 密级|partialFingerprints|logicalLocations/u);
    expect(ran.out).not.toMatch(/unknown-category|甲\.yaml|乙\.yaml/u);
    const out = withPaths(ran.out);
    expect(out).toContain("entries/密.yaml");
    expect(out).toContain("classified");
    if (format === "sarif") expect(sarifFaults(ran.out)).toEqual([]);
    if (format === "junit") expect(out).toContain('name="entries/密.yaml"');
  });

  it("writes no report into a file, says so, and says where to look", async () => {
    const folder = officeWith({ "密.yaml": secret });
    const before = folder.list();
    for (const argv of [
      ["-f", "sarif=s"],
      ["-f", "json", "-f", "junit=u"],
      ["-f", "pretty", "-f", "github=g"],
    ]) {
      const ran = await folder.run(["check", ...argv]);
      expect(ran.code).toBe(4);
      expect(folder.list()).toEqual(before);
      expect(ran.err).toContain("：遇到涉密信息");
      expect(ran.out + ran.err).toContain("entries/密.yaml");
      expect(ran.out + ran.err).not.toContain(CANARY);
      if (argv.includes("json")) expect(JSON.parse(ran.out)).toMatchObject({ errors: 1 });
    }
  });
});

describe("--timing", () => {
  it("tells on stderr where the time went: reading, the gate, each rule, the report; and adds up", async () => {
    let now = 0;
    const folder = officeWith({ "甲.yaml": SOUND });
    const ran = await folder.run(["check", "-f", "json", "--timing"], { ticks: () => (now += 1) });
    expect(ran.code).toBe(0);
    expect(() => JSON.parse(ran.out) as unknown).not.toThrow();
    const rows = ran.err
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s{2,}/u));
    const names = rows.map(([name]) => name);
    for (const name of ["读设置", "读文件", "读条目", "查密级", "title-length", "duplicate-id", "报告"])
      expect(names).toContain(name);
    expect(names.slice(-2)).toEqual(["其余", "合计"]);
    const ms = rows.map(([, time]) => Number.parseFloat(time ?? ""));
    expect(ms.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBeCloseTo(ms.at(-1) ?? 0);
  });

  it("is silent unless asked for, and survives a clock that stands still", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    expect((await folder.run(["check"])).err).not.toContain("用时");
    expect((await folder.run(["check", "--timing"])).err).toContain("  0.0%");
  });
});
