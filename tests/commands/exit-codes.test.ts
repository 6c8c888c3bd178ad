import { describe, expect, it } from "vitest";
import { Folder, LATE, officeWith, OFFICE, SECRET, SOUND, STOPPED, WARNED } from "./support.ts";

interface Row {
  readonly name: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly code: number;
  /** Something stderr must say. */
  readonly says?: string;
  readonly office?: string;
  readonly stdin?: string;
  readonly tty?: boolean;
}

const BROKEN_OFFICE = `${OFFICE}单拉: []\n`;

/** Exit codes: what is met, and what comes of it. */
const TABLE: readonly Row[] = [
  { name: "check, clean", entries: { "甲.yaml": SOUND }, argv: ["check"], code: 0 },
  { name: "check, a warning", entries: { "甲.yaml": WARNED }, argv: ["check"], code: 0 },
  {
    name: "check, as many warnings as allowed",
    entries: { "甲.yaml": WARNED },
    argv: ["check", "--max-warnings", "1"],
    code: 0,
  },
  {
    name: "check, one warning too many",
    entries: { "甲.yaml": WARNED },
    argv: ["check", "--max-warnings", "0"],
    code: 1,
  },
  {
    name: "check, one warning too many, quiet",
    entries: { "甲.yaml": WARNED },
    argv: ["check", "--quiet", "--max-warnings=0"],
    code: 1,
  },
  { name: "check, an error that stops an entry", entries: { "甲.yaml": STOPPED }, argv: ["check"], code: 1 },
  { name: "check, an error that stops nothing", entries: { "甲.yaml": LATE }, argv: ["check"], code: 1 },
  {
    name: "check, an error in the office alone",
    entries: { "甲.yaml": SOUND },
    argv: ["check"],
    code: 1,
    office: BROKEN_OFFICE,
  },
  {
    name: "check, an office that is no text",
    entries: { "甲.yaml": SOUND },
    argv: ["check"],
    code: 1,
    office: "机关: \u0000\n",
  },
  { name: "check, classified", entries: { "甲.yaml": SECRET }, argv: ["check"], code: 4 },
  {
    name: "check, classified and an error",
    entries: { "甲.yaml": SECRET, "乙.yaml": STOPPED },
    argv: ["check"],
    code: 4,
  },
  {
    name: "check, classified and a faulty office",
    entries: { "甲.yaml": SECRET },
    argv: ["check"],
    code: 4,
    office: BROKEN_OFFICE,
  },
  {
    name: "check, classified and an office that is no text",
    entries: { "甲.yaml": SECRET },
    argv: ["check"],
    code: 4,
    office: "机关: \u0000\n",
  },
  {
    name: "check, classified and a path that is not there",
    entries: { "甲.yaml": SECRET },
    argv: ["check", "无.yaml", "entries/甲.yaml"],
    code: 4,
  },
  {
    name: "check, a path that is not there",
    entries: { "甲.yaml": SOUND },
    argv: ["check", "entries/甲.yaml", "无.yaml"],
    code: 2,
    says: "没有这个文件或目录",
  },
  {
    name: "check, a file that is no entry",
    entries: { "甲.txt": SOUND },
    argv: ["check", "entries/甲.txt"],
    code: 2,
    says: "不是条目文件",
  },
  {
    name: "check, a folder without entries",
    entries: { "甲.txt": SOUND },
    argv: ["check", "entries"],
    code: 2,
    says: "没有条目",
  },
  {
    name: "check, entries/ without entries",
    entries: { "甲.txt": SOUND },
    argv: ["check"],
    code: 0,
    says: "还没有条目",
  },
  {
    name: "check, no entries yet and an office at fault",
    entries: { "甲.txt": SOUND },
    office: `${OFFICE}刊物:\n  信息专报:\n    版式: [补偿版芯]\n`,
    argv: ["check"],
    code: 1,
  },
  { name: "check, no entries/", entries: {}, argv: ["check"], code: 2, says: "没有条目目录" },
  {
    name: "check, -C that is not there",
    entries: { "甲.yaml": SOUND },
    argv: ["-C", "无", "check"],
    code: 2,
    says: "目录不存在",
  },
  {
    name: "check, a bad number",
    entries: { "甲.yaml": SOUND },
    argv: ["check", "--max-warnings", "多"],
    code: 2,
    says: "--max-warnings 应是整数",
  },
  { name: "check, a negative number", entries: { "甲.yaml": SOUND }, argv: ["check", "--max-warnings=-1"], code: 2 },
  {
    name: "check, a format there is none of",
    entries: { "甲.yaml": SOUND },
    argv: ["check", "--format", "xml"],
    code: 2,
  },
  {
    name: "check, an option there is none of",
    entries: { "甲.yaml": SOUND },
    argv: ["check", "--quite"],
    code: 2,
    says: "是不是“--quiet”",
  },
  {
    name: "check, a date that is none",
    entries: { "甲.yaml": SOUND },
    argv: ["check", "--date", "2026-02-30"],
    code: 2,
    says: "--date 应是时间",
  },
  { name: "check, standard input, clean", entries: {}, argv: ["check", "-"], code: 0, stdin: SOUND },
  { name: "check, standard input, an error", entries: {}, argv: ["check", "-"], code: 1, stdin: STOPPED },
  { name: "check, standard input, classified", entries: {}, argv: ["check", "-"], code: 4, stdin: SECRET },
  { name: "check, standard input is empty", entries: {}, argv: ["check", "-"], code: 1, stdin: "" },
  {
    name: "check, standard input is a terminal",
    entries: {},
    argv: ["check", "-"],
    code: 2,
    tty: true,
    says: "标准输入是终端",
  },
  {
    name: "check, standard input is too big",
    entries: {},
    argv: ["check", "-"],
    code: 2,
    stdin: "a".repeat(1_048_577),
    says: "标准输入",
  },
  {
    name: "check, standard input beside a path",
    entries: { "甲.yaml": SOUND },
    argv: ["check", "-", "entries"],
    code: 2,
  },
  { name: "plan, clean", entries: { "甲.yaml": SOUND }, argv: ["plan"], code: 0 },
  {
    name: "plan, an error that stops an entry",
    entries: { "甲.yaml": SOUND, "乙.yaml": STOPPED },
    argv: ["plan"],
    code: 0,
  },
  { name: "plan, a faulty office", entries: { "甲.yaml": SOUND }, argv: ["plan"], code: 1, office: BROKEN_OFFICE },
  { name: "plan, classified", entries: { "甲.yaml": SOUND, "乙.yaml": SECRET }, argv: ["plan"], code: 4 },
  {
    name: "plan, classified and a path that is not there",
    entries: { "甲.yaml": SECRET },
    argv: ["plan", "无", "entries"],
    code: 4,
  },
  { name: "plan, no entries", entries: {}, argv: ["plan"], code: 2 },
  {
    name: "plan, a publication there is none of",
    entries: { "甲.yaml": SOUND },
    argv: ["plan", "--publication", "晨报"],
    code: 2,
    says: "没有刊物“晨报”",
  },
  { name: "compile, clean", entries: { "甲.yaml": SOUND }, argv: ["compile"], code: 0 },
  {
    name: "compile, an error that stops an entry",
    entries: { "甲.yaml": SOUND, "乙.yaml": STOPPED },
    argv: ["compile"],
    code: 1,
    says: "没有编成",
  },
  {
    name: "compile, the same skipped",
    entries: { "甲.yaml": SOUND, "乙.yaml": STOPPED },
    argv: ["compile", "--skip-invalid"],
    code: 0,
  },
  {
    name: "compile, late but to be printed",
    entries: { "甲.yaml": LATE },
    argv: ["compile"],
    code: 0,
    says: "程序问题",
  },
  {
    name: "compile, all skipped",
    entries: { "乙.yaml": STOPPED },
    argv: ["compile", "--skip-invalid"],
    code: 2,
    says: "没有可编入的信息",
  },
  {
    name: "compile, a faulty office",
    entries: { "甲.yaml": SOUND },
    argv: ["compile", "--skip-invalid"],
    code: 1,
    office: BROKEN_OFFICE,
  },
  {
    name: "compile, a profile there is none of",
    entries: { "甲.yaml": SOUND },
    argv: ["compile"],
    code: 1,
    office: `${OFFICE}规则集: [本县]\n`,
    says: "没有规则集",
  },
  {
    name: "compile, classified",
    entries: { "甲.yaml": SOUND, "乙.yaml": SECRET },
    argv: ["compile", "--skip-invalid"],
    code: 4,
  },
  {
    name: "compile, classified and a publication there is none of",
    entries: { "甲.yaml": SECRET },
    argv: ["compile", "--publication", "晨报"],
    code: 4,
  },
  {
    name: "compile, classified and a plan that is not there",
    entries: { "甲.yaml": SECRET },
    argv: ["compile", "--plan", "无.yaml"],
    code: 4,
  },
  {
    name: "compile, a plan that is not there",
    entries: { "甲.yaml": SOUND },
    argv: ["compile", "--plan", "无.yaml"],
    code: 2,
    says: "没有这个编排单",
  },
  {
    name: "compile, a publication there is none of",
    entries: { "甲.yaml": SOUND },
    argv: ["compile", "--publication", "晨报"],
    code: 2,
  },
  {
    name: "compile, a format there is none of",
    entries: { "甲.yaml": SOUND },
    argv: ["compile", "--format", "docx,wps"],
    code: 2,
  },
  { name: "compile, nothing matched", entries: { "甲.txt": SOUND }, argv: ["compile", "entries"], code: 2 },
];

describe("exit codes", () => {
  it.each(TABLE)("$code: $name", async ({ entries, argv, code, says, office, stdin, tty }) => {
    const folder = officeWith(entries, office);
    const before = folder.list();
    const ran = await folder.run(argv, {
      ...(stdin === undefined ? {} : { stdin }),
      ...(tty === undefined ? {} : { tty }),
    });
    expect(`${ran.code} ${code === ran.code ? "" : ran.err}`.trim()).toBe(String(code));
    if (says) expect(ran.err).toContain(says);
    // Whatever did not succeed wrote nothing; what could not run said nothing on stdout, and what to do on stderr.
    if (code !== 0) expect(folder.list()).toEqual(before);
    if (code === 2) expect(ran.out).toBe("");
    if (code === 2) expect(ran.err).toMatch(/^zhuanbao：.+\n {2}→ .+\n$/su);
  });

  it.each([["plan"], ["compile"]])("2: %s without an office", async (command) => {
    const ran = await new Folder({ "entries/甲.yaml": SOUND }).run([command]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("zhuanbao.yaml");
    expect(ran.err).toContain("zhuanbao init");
  });

  it("a unit may check its own entry without an office, and must say which", async () => {
    const folder = new Folder({ "甲.yaml": SOUND });
    expect((await folder.run(["check", "甲.yaml"])).code).toBe(0);
    expect((await folder.run(["check"])).code).toBe(2);
  });

  it.each([
    ["check", "--format", "json"],
    ["plan", "--json"],
    ["compile", "--json"],
  ])("%s %s: stdout is one JSON document at 0, 1 and 4, and empty at 2", async (...argv) => {
    const cases = [
      [officeWith({ "甲.yaml": SOUND }), 0],
      [officeWith({ "甲.yaml": STOPPED }, BROKEN_OFFICE), 1],
      [officeWith({ "甲.yaml": SECRET }), 4],
    ] as const;
    for (const [folder, code] of cases) {
      const ran = await folder.run(argv);
      expect(ran.code).toBe(code);
      expect(() => JSON.parse(ran.out) as unknown).not.toThrow();
    }
    const unable = await officeWith({}).run(argv);
    expect([unable.code, unable.out]).toEqual([2, ""]);
  });
});

it("finds a 版式 that is not there at its place", async () => {
  const office = `${OFFICE}刊物:\n  信息专报:\n    版式: [补偿版芯]\n`;
  const line = office.split("\n").findIndex((each) => each.includes("版式")) + 1;
  const folder = officeWith({ "甲.yaml": SOUND }, office);
  const { code, out } = await folder.run(["check", "-f", "compact"]);
  expect([code, out]).toEqual([1, expect.stringContaining(`zhuanbao.yaml:${line}:10`)]);
  expect((await folder.run(["check"])).out).toContain("是不是“补偿版心”？");
});
