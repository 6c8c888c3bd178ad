import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FileError } from "../../src/world.ts";
import { nodeFiles } from "../../src/world/files.ts";
import {
  entryText,
  Folder,
  LATE,
  matter,
  OFFICE,
  officeWith,
  SECRET,
  SOUND,
  SOUND_TOO,
  STOPPED,
  WARNED,
  type Ran,
} from "./support.ts";

interface Checked {
  readonly files: number;
  readonly entries: number;
  readonly date: string;
  readonly diagnostics: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly rule: string;
    readonly entry: string | null;
  }[];
}

const parsed = ({ out }: Ran): Checked => JSON.parse(out) as Checked;

/** `file line:col rule` of each diagnostic, in the order given. */
const listed = (ran: Ran): string[] =>
  parsed(ran).diagnostics.map(({ file, line, column, rule }) => `${file} ${line}:${column} ${rule}`);

describe("the last word of a report", () => {
  it("names the rule of the first error, else of the first warning, else of the first note", async () => {
    const next = async (entries: Record<string, string>, ...more: string[]): Promise<string | undefined> => {
      const { err } = await officeWith(entries).run(["check", ...more]);
      return /zhuanbao explain (\S+)\n/u.exec(err)?.[1];
    };
    const noted = entryText({ 编号: "字", 正文: "11月20日，石坝村铺设地砖320㎡。" });
    expect(await next({ "一.yaml": noted })).toBe("not-in-gb2312");
    expect(await next({ "一.yaml": noted, "二.yaml": WARNED })).toBe("title-length");
    expect(await next({ "一.yaml": noted, "二.yaml": WARNED, "三.yaml": STOPPED })).toBe("unknown-category");
    expect(await next({ "一.yaml": noted, "二.yaml": WARNED }, "--quiet")).toBeUndefined();
  });
});

describe("check --format json", () => {
  it("has the keys of the contract, in its order", async () => {
    const folder = officeWith({
      "甲.yaml": LATE,
      "乙.yaml": entryText({ 编号: "同" }),
      "丙.yaml": entryText({ 编号: "同" }),
    });
    const ran = await folder.run(["check", "--format", "json"]);
    const report = JSON.parse(ran.out) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual([
      "version",
      "date",
      "files",
      "entries",
      "errors",
      "warnings",
      "notes",
      "diagnostics",
    ]);
    expect(report).toMatchObject({
      version: 1,
      date: "2026-11-23",
      files: 3,
      entries: 3,
      errors: 4,
      warnings: 0,
      notes: 1,
    });
    const keys = [
      "rule",
      "severity",
      "message",
      "hint",
      "entry",
      "file",
      "line",
      "column",
      "endLine",
      "endColumn",
      "related",
    ];
    const diagnostics = report["diagnostics"] as { related: object[]; rule: string }[];
    for (const each of diagnostics) expect(Object.keys(each)).toEqual(keys);
    const related = diagnostics.flatMap((each) => (each.rule === "duplicate-id" ? each.related : []));
    expect(related).toHaveLength(2);
    for (const each of related) expect(Object.keys(each)).toEqual(["file", "line", "column", "message"]);
    expect(ran.err).toBe("");
  });

  it("counts columns in code points, the end exclusive", async () => {
    const folder = officeWith({ "甲.yaml": entryText({ 编号: "甲", 地点: "{𬱖𬱖: 乙}" }) });
    const [finding] = (JSON.parse((await folder.run(["check", "--format", "json"])).out) as { diagnostics: object[] })
      .diagnostics;
    expect(finding).toMatchObject({
      rule: "bad-value",
      file: "entries/甲.yaml",
      line: 9,
      column: 5,
      endLine: 9,
      endColumn: 12,
    });
  });

  it("is sorted by file, line, column and rule, by code point", async () => {
    const faulty = (at: number): string =>
      entryText({ 编号: "", ...matter(at), 类别: "没有的", 签发人: "[甲]", 报送员: "", 地点: "{甲: 乙}" });
    const folder = officeWith({
      "b.yaml": faulty(0),
      "B.yaml": faulty(1),
      "𬱖.yaml": faulty(2),
      "\uffee.yaml": faulty(3),
      "a/z.yaml": faulty(4),
    });
    const shown = listed(await folder.run(["check", "--format", "json"]));
    const files = [...new Set(shown.map((line) => line.split(" ")[0]))];
    expect(files).toEqual([
      "entries/B.yaml",
      "entries/a/z.yaml",
      "entries/b.yaml",
      "entries/\uffee.yaml",
      "entries/𬱖.yaml",
    ]);
    for (const file of files) {
      const own = shown
        .filter((line) => line.startsWith(`${file} `))
        .map((line) => line.slice((file ?? "").length + 1));
      expect(own).toEqual(["1:1 missing-field", "2:5 unknown-category", "4:6 bad-value", "8:5 bad-value"]);
    }
  });

  it("names files relative to the office, and absolute outside it", async () => {
    const folder = new Folder({
      "office/zhuanbao.yaml": OFFICE,
      "office/entries/甲.yaml": STOPPED,
      "外.yaml": STOPPED.replace("编号: 错", "编号: 外"),
    });
    const from = (cwd: string, ...argv: string[]): Promise<Ran> =>
      folder.run(["check", "--format", "json", ...argv], { cwd: join(folder.path, cwd) });
    expect(listed(await from("office", "entries/甲.yaml"))).toEqual(["entries/甲.yaml 2:5 unknown-category"]);
    expect(listed(await from("office/entries", "甲.yaml"))).toEqual(["entries/甲.yaml 2:5 unknown-category"]);
    expect(listed(await from(".", "-C", "office", "entries/甲.yaml"))).toEqual([
      "entries/甲.yaml 2:5 unknown-category",
    ]);
    expect(listed(await from(".", "-C", "office", join(folder.path, "office/entries/甲.yaml")))).toEqual([
      "entries/甲.yaml 2:5 unknown-category",
    ]);
    expect(listed(await from(".", "-C", "office", "../外.yaml"))).toEqual([
      `${folder.path}/外.yaml 2:5 unknown-category`,
    ]);
  });

  it("finds the office upwards", async () => {
    const folder = officeWith({ "2026/11/甲.yaml": STOPPED });
    const ran = await folder.run(["check", "--format", "json"], { cwd: join(folder.path, "entries/2026/11") });
    expect(listed(ran)).toEqual(["entries/2026/11/甲.yaml 2:5 unknown-category"]);
  });

  it("gives an entry without 编号 the path below entries/", async () => {
    const folder = officeWith({ "2026/甲.yaml": STOPPED.replace("编号: 错\n", "") });
    expect(parsed(await folder.run(["check", "--format", "json"])).diagnostics[0]?.entry).toBe("2026/甲");
  });
});

describe("check, what it reads", () => {
  it("says which papers below entries/ it did not read, but not in a classified run", async () => {
    const papers = { "报来.docx": "x", "子/情况.txt": "x", "~$报来.docx": "x", ".隐.txt": "x" };
    const ran = await officeWith({ "甲.yaml": SOUND, ...papers }).run(["check"]);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain("有 2 个文件没有读：entries/子/情况.txt、entries/报来.docx；条目只收 .yaml、.yml、.md");
    expect((await officeWith({ "甲.yaml": SOUND }).run(["check"])).err).not.toContain("没有读");
    expect((await officeWith({ "机要.yaml": SECRET, ...papers }).run(["check"])).err).not.toContain("报来");
  });

  it("takes each file once, however often it is named", async () => {
    const folder = officeWith({ "甲.yaml": SOUND, "子/乙.yaml": SOUND_TOO });
    expect(
      parsed(await folder.run(["check", "--format", "json", "entries", "entries/甲.yaml", "./entries/子"])),
    ).toMatchObject({ files: 2, entries: 2, diagnostics: [] });
  });

  it("takes .yaml, .yml and .md below entries/, and leaves hidden files and locks of Word alone", async () => {
    const front = SOUND.replace(/^正文[\s\S]*/mu, "").replace("编号: 甲", "编号: 三");
    const folder = officeWith({
      "甲.yaml": SOUND,
      "乙.yml": SOUND_TOO,
      "三.MD": `---\n${front}---\n${matter(2).正文}\n`,
      "甲.txt": "x",
      ".隐.yaml": "x",
      "~$甲.yaml": "x",
      "甲.yaml.bak": "x",
    });
    expect(parsed(await folder.run(["check", "--format", "json"]))).toMatchObject({
      files: 3,
      entries: 3,
      diagnostics: [],
    });
  });

  it("takes no file of the office itself for an entry", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    await folder.run(["plan"]);
    expect(folder.has("plans/信息专报-2026-11-23.yaml")).toBe(true);
    expect(parsed(await folder.run(["check", ".", "--format", "json"]))).toMatchObject({ files: 1, diagnostics: [] });
  });

  it("does not run round in links that lead back up", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    symlinkSync(".", join(folder.path, "entries/一"));
    symlinkSync(".", join(folder.path, "entries/二"));
    const ran = await folder.run(["check"]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("绕回上级目录的链接");
  });

  it.each([
    ["--date 2026-11-23", "2026-11-23", []],
    ["--date 2026-11-18", "2026-11-18", ["future-date"]],
    ["--date 2026年11月23日", "2026-11-23", []],
    ["--date 2026-11-23T09:09", "2026-11-23", ["future-date"]],
    ["--date 2026-11-23T09:10", "2026-11-23", []],
  ])("%s stands for now", async (argument, date, rules) => {
    const folder = officeWith({
      "甲.yaml": entryText({ 编号: "甲", 事发时间: "", 正文: "11月下旬，石坝村水渠已修复。" }),
    });
    const report = parsed(await folder.run(["check", "--format", "json", ...argument.split(" ")]));
    expect(report.date).toBe(date);
    expect(report.diagnostics.map(({ rule }) => rule)).toEqual(rules);
  });

  it("takes now from the clock in the office's zone", async () => {
    const folder = officeWith({
      "甲.yaml": entryText({ 编号: "甲", 报送时间: "2026-11-24 00:20", 事发时间: "2026-11-23" }),
    });
    const report = parsed(await folder.run(["check", "--format", "json"], { now: "2026-11-23T16:30:00Z" }));
    expect(report).toMatchObject({ date: "2026-11-24", diagnostics: [] });
  });
});

describe("check -", () => {
  const front = STOPPED.replace(/^正文[\s\S]*/mu, "").replace("编号: 错\n", "");

  it("reads standard input as the file it is said to be", async () => {
    const folder = officeWith({});
    const ran = await folder.run(["check", "-", "--stdin-filename", "entries/2026/甲.md", "--format", "json"], {
      stdin: `---\n${front}---\n正文。\n`,
    });
    expect(listed(ran)).toEqual(["entries/2026/甲.md 3:5 unknown-category"]);
    expect(parsed(ran).diagnostics[0]?.entry).toBe("2026/甲");
  });

  it("counts that name from the working folder", async () => {
    const folder = officeWith({ "x.yaml": SOUND });
    const ran = await folder.run(["-C", "entries", "check", "-", "--stdin-filename", "甲.yaml", "--format", "json"], {
      stdin: STOPPED,
    });
    expect(listed(ran)).toEqual(["entries/甲.yaml 2:5 unknown-category"]);
  });

  it("calls it stdin.yaml where nothing is said", async () => {
    expect(listed(await new Folder({}).run(["check", "-", "--format", "json"], { stdin: STOPPED }))).toEqual([
      "stdin.yaml 2:5 unknown-category",
    ]);
  });

  it("reads GB18030 from it", async () => {
    const bytes = Uint8Array.from([0xb1, 0xea, 0xcc, 0xe2, 0x3a, 0x20, 0xbc, 0xd7, 0x0a]);
    const ran = await new Folder({}).run(["check", "-", "--format", "json"], { stdin: bytes });
    expect(new Set(listed(ran))).toEqual(
      new Set(["missing-field", "missing-secrecy", "no-source", "unverified"].map((rule) => `stdin.yaml 1:1 ${rule}`)),
    );
  });
});

describe("a file that cannot be read is a finding on that file", () => {
  const unreadable = ["entries/坏.yaml 1:1 unreadable-file"];

  it("of bytes that are no text", async () => {
    const folder = officeWith({ "甲.yaml": SOUND, "坏.yaml": Uint8Array.from([0x80, 0xff, 0xfe, 0xff, 0x80]) });
    const ran = await folder.run(["check", "--format", "json"]);
    expect(ran.code).toBe(1);
    expect(listed(ran)).toEqual(unreadable);
  });

  it("of 50 MB", async () => {
    const folder = officeWith({ "甲.yaml": SOUND, "坏.yaml": "" });
    truncateSync(join(folder.path, "entries/坏.yaml"), 50_000_000);
    const ran = await folder.run(["check", "--format", "json"]);
    expect(listed(ran)).toEqual(unreadable);
    expect(ran.out).toContain("超过 1 MB");
  });

  it("of a link that leads nowhere, named", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    symlinkSync("无.yaml", join(folder.path, "entries/坏.yaml"));
    expect(listed(await folder.run(["check", "--format", "json"]))).toEqual(unreadable);
  });

  it.each([
    ["forbidden", "没有读取的权限"],
    ["not-a-file", "应是普通文件"],
    ["other", "文件读不出来"],
  ] as const)("because the disk says: %s", async (fault, message) => {
    const folder = officeWith({ "甲.yaml": SOUND, "坏.yaml": SOUND_TOO });
    const files = nodeFiles();
    const read = (path: string, limit: number): Uint8Array => {
      if (path.endsWith("坏.yaml")) throw new FileError(fault, path, "");
      return files.read(path, limit);
    };
    const ran = await folder.run(["check", "--format", "json"], { files: { read } });
    expect(ran.code).toBe(1);
    expect(listed(ran)).toEqual(unreadable);
    expect(ran.out).toContain(message);
  });
});

describe("what is shown", () => {
  it("--quiet shows errors only", async () => {
    const folder = officeWith({ "甲.yaml": WARNED, "乙.yaml": STOPPED });
    const all = await folder.run(["check", "--format", "compact"]);
    const quiet = await folder.run(["check", "--format", "compact", "--quiet"]);
    expect(all.out).toMatch(/提醒.*\[title-length\]/u);
    expect(quiet.out.split("\n").filter((line) => line !== "")).toEqual(
      all.out.split("\n").filter((line) => line.includes("差错")),
    );
  });

  it("compact is one line a finding: path:line:column", async () => {
    const ran = await officeWith({ "甲.yaml": STOPPED }).run(["check", "--format", "compact"]);
    expect(ran.out).toMatch(/^entries\/甲\.yaml:2:5: 差错 .+ \[unknown-category\]\n$/u);
  });

  it("carets stand right under Chinese", async () => {
    const ran = await officeWith({ "甲.yaml": STOPPED }).run(["check"]);
    const [line, carets] = ran.out.split("\n").slice(2, 4) as [string, string];
    expect(line).toBe("    2 | 类别: 没有的类别");
    expect(carets.trimEnd()).toBe(`      | ${" ".repeat(6)}${"^".repeat(10)}`);
  });

  it("no code frame of a file whose 密级 was not read as open", async () => {
    const text = STOPPED.replace(/^密级.*\n/mu, "");
    expect((await officeWith({ "甲.yaml": STOPPED }).run(["check"])).out).toContain("类别: 没有的类别");
    expect((await officeWith({ "甲.yaml": text }).run(["check"])).out).not.toContain("类别: 没有的类别");
  });

  it("untrusted text in names and values acts on no terminal", async () => {
    const evil = "\u001b[31m\u202e\u0007";
    const folder = officeWith({
      [`甲${evil.replace("\u0007", "")}.yaml`]: entryText({
        编号: "甲",
        [`键\u202e`]: "乙",
        类别: `"没有\\u001b[2J\\u202e"`,
      }),
    });
    for (const format of ["pretty", "compact", "json"]) {
      const { out, err } = await folder.run(["check", "--format", format]);
      expect(out.length).toBeGreaterThan(0);
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/u);
    }
  });
});
