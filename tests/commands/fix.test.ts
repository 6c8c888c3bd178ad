import { chmodSync, symlinkSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/world/files.ts";
import { FileError } from "../../src/world.ts";
import { gb18030 } from "../helpers/gb18030.ts";
import { entryText, Folder, OFFICE, officeWith, SECRET, SOUND, STOPPED } from "./support.ts";

const FAULTY = entryText({ 编号: "甲", 标题: "甲,修复水渠", 正文: "石坝村(三组)水渠已修复." });
const RIGHT = entryText({ 编号: "甲", 标题: "甲，修复水渠", 正文: "石坝村（三组）水渠已修复。" });
const VAGUE = entryText({ 编号: "乙", 标题: "乙,添置取暖设备", 正文: "近日，集镇敬老院添置电暖气12台。" });

describe("check --fix", () => {
  it("writes the right signs back and reports what is left", async () => {
    const folder = officeWith({ "甲.yaml": FAULTY, "乙.yaml": VAGUE, "丙.yaml": entryText({ 编号: "丙" }) });
    const ran = await folder.run(["check", "--fix", "-f", "compact"]);
    expect(folder.read("entries/甲.yaml")).toBe(RIGHT);
    expect(folder.read("entries/乙.yaml")).toBe(VAGUE.replace("乙,", "乙，"));
    expect(ran.out).toBe("entries/乙.yaml:14:3: 提醒 用“近日”代替时间，应写明哪月哪日 [vague-time]\n");
    expect(ran.err).toContain("已改正 4 处（2 个文件）\n  entries/乙.yaml：1 处\n  entries/甲.yaml：3 处\n");
    expect(ran.code).toBe(0);
  });

  it("names no files where only errors are asked for", async () => {
    const ran = await officeWith({ "甲.yaml": FAULTY }).run(["check", "--fix", "--quiet"]);
    expect(ran.err).toContain("已改正 3 处（1 个文件）\n");
    expect(ran.err).not.toContain("entries/甲.yaml");
  });

  it("changes nothing the second time", async () => {
    const folder = officeWith({ "甲.yaml": FAULTY });
    await folder.run(["check", "--fix"]);
    const before = folder.bytes("entries/甲.yaml");
    const ran = await folder.run(["check", "--fix"]);
    expect(folder.bytes("entries/甲.yaml")).toEqual(before);
    expect(ran.err).toContain("没有可以自动改正的\n");
  });

  it("exits by what is left", async () => {
    const folder = officeWith({ "错.yaml": STOPPED.replace("标题: 错", "标题: 错,"), "甲.yaml": FAULTY });
    const ran = await folder.run(["check", "--fix"]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("已改正 4 处（2 个文件）");
    const warned = officeWith({ "甲.yaml": FAULTY });
    expect((await warned.run(["check", "--fix", "--max-warnings", "0"])).code).toBe(0);
  });

  it("mends only the files that were named", async () => {
    const folder = officeWith({ "甲.yaml": FAULTY, "乙.yaml": VAGUE });
    await folder.run(["check", "--fix", "entries/甲.yaml"]);
    expect(folder.read("entries/甲.yaml")).toBe(RIGHT);
    expect(folder.read("entries/乙.yaml")).toBe(VAGUE);
  });

  it("mends outside an office, and leaves the office's own file alone", async () => {
    const plain = new Folder({ "甲.yaml": FAULTY });
    await plain.run(["check", "--fix", "甲.yaml"]);
    expect(plain.read("甲.yaml")).toBe(RIGHT);
    const office = `${OFFICE}关注:\n  - {名称: 防汛, 类型: 阶段, 起: 2026/11/01}\n`;
    const folder = officeWith({ "甲.yaml": FAULTY }, office);
    const ran = await folder.run(["check", "--fix"]);
    expect(folder.read("zhuanbao.yaml")).toBe(office);
    expect([folder.read("entries/甲.yaml"), ran.code]).toEqual([RIGHT, 1]);
  });

  it("mends times that the reader refuses, and the rules see them then", async () => {
    const text = entryText({ 编号: "甲", 事发时间: "2026/11/20", 报送时间: "2026.11.23 9:10" });
    const folder = officeWith({ "甲.yaml": text });
    const ran = await folder.run(["check", "--fix"]);
    const right = text.replace("2026/11/20", "2026-11-20").replace("2026.11.23 9:10", "2026-11-23 09:10");
    expect([folder.read("entries/甲.yaml"), ran.code]).toEqual([right, 0]);
  });

  it("writes the reports of what is left", async () => {
    const folder = officeWith({ "甲.yaml": FAULTY, "乙.yaml": VAGUE });
    await folder.run(["check", "--fix", "-f", "json=out/校核.json"]);
    const { diagnostics } = JSON.parse(folder.read("out/校核.json")) as { diagnostics: { rule: string }[] };
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["vague-time"]);
  });

  it("gives json on standard output as ever", async () => {
    const ran = await officeWith({ "甲.yaml": FAULTY }).run(["check", "--fix", "-f", "json"]);
    expect(JSON.parse(ran.out)).toMatchObject({ warnings: 0 });
  });
});

it("check tells how much of it could be mended", async () => {
  const folder = officeWith({ "甲.yaml": FAULTY });
  const ran = await folder.run(["check"]);
  expect(ran.err).toContain("其中 3 处可以自动改正：先看 zhuanbao check --fix --dry-run");
  for (const argv of [["-f", "compact"], ["--quiet"], ["--fix"]])
    expect((await folder.run(["check", ...argv])).err).not.toContain("处可以自动改正：");
});

describe("bytes that nobody asked to change", () => {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const comment = (text: string): string => `# 注释,不动 (a)\n${text}# 末尾,`;

  it.each<[string, (text: string) => Uint8Array]>([
    ["a byte order mark", (text) => Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(text))],
    ["CRLF", (text) => utf8(text.replaceAll("\n", "\r\n"))],
    ["GB18030", gb18030],
    ["GB18030 with CRLF", (text) => gb18030(text.replaceAll("\n", "\r\n"))],
  ])("stay with %s", async (_, encode) => {
    const folder = officeWith({ "甲.yaml": encode(comment(FAULTY)) });
    await folder.run(["check", "--fix"]);
    expect(folder.bytes("entries/甲.yaml")).toEqual(Buffer.from(encode(comment(RIGHT))));
  });

  it("stay in a file that is sound, which is not even written", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const replace = (): never => {
      throw new Error("written");
    };
    expect((await folder.run(["check", "--fix"], { files: { replace } })).code).toBe(0);
  });
});

describe("where nothing is written", () => {
  it("is a run that met classified material", async () => {
    const folder = officeWith({ "甲.yaml": FAULTY, "机要.yaml": SECRET });
    for (const argv of [
      ["check", "--fix"],
      ["check", "--fix", "--dry-run"],
    ]) {
      const ran = await folder.run(argv);
      expect(ran.code).toBe(4);
      expect(ran.out + ran.err).not.toContain("水渠");
      expect(ran.out + ran.err).not.toMatch(/已改正|可以改正/u);
      expect(folder.read("entries/甲.yaml")).toBe(FAULTY);
    }
  });

  it("is a file without a 密级", async () => {
    const text = entryText({ 编号: "甲", 标题: "甲,乙", 密级: "" });
    const folder = officeWith({ "甲.yaml": text });
    const ran = await folder.run(["check", "--fix"]);
    expect(folder.read("entries/甲.yaml")).toBe(text);
    expect(ran.err).toContain("没有改 entries/甲.yaml：没有写明公开、内部或工作秘密\n");
    expect(ran.code).toBe(1);
  });

  it("is a path that is not there, and those named beside it", async () => {
    const folder = officeWith({ "甲.yaml": FAULTY });
    const ran = await folder.run(["check", "--fix", "entries/甲.yaml", "没有.yaml"]);
    expect([ran.code, folder.read("entries/甲.yaml")]).toEqual([2, FAULTY]);
  });

  it("is a file that was saved in the meantime", async () => {
    const folder = officeWith({ "甲.yaml": FAULTY });
    const files = nodeFiles();
    let reads = 0;
    const read = (path: string, limit: number): Uint8Array => {
      if (path.endsWith("甲.yaml") && ++reads === 2) folder.write("entries/甲.yaml", `${FAULTY}# 另存\n`);
      return files.read(path, limit);
    };
    const ran = await folder.run(["check", "--fix"], { files: { read } });
    expect(folder.read("entries/甲.yaml")).toBe(`${FAULTY}# 另存\n`);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining("校核以后文件又有改动，请再运行一次")]);
    expect(ran.out).toContain("half-width-punctuation");
  });

  it("is a file that cannot be written; the others are", async () => {
    const folder = officeWith({ "甲.yaml": FAULTY, "乙.yaml": VAGUE });
    const files = nodeFiles();
    const replace = (path: string, bytes: Uint8Array): void => {
      if (path.endsWith("甲.yaml")) throw new FileError("full", path, "ENOSPC");
      files.replace(path, bytes);
    };
    const ran = await folder.run(["check", "--fix"], { files: { replace } });
    expect([folder.read("entries/甲.yaml"), folder.read("entries/乙.yaml")]).toEqual([
      FAULTY,
      VAGUE.replace("乙,", "乙，"),
    ]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("没有改 entries/甲.yaml：磁盘空间不足\n");
    expect(ran.err).toContain("已改正 1 处（1 个文件）");
  });
});

it("keeps the permissions of a file, and what a link points at", async () => {
  const folder = officeWith({ "甲.yaml": FAULTY });
  folder.write("别处.yaml", VAGUE);
  symlinkSync(join(folder.path, "别处.yaml"), join(folder.path, "entries/乙.yaml"));
  chmodSync(join(folder.path, "entries/甲.yaml"), 0o640);
  await folder.run(["check", "--fix"]);
  expect(lstatSync(join(folder.path, "entries/甲.yaml")).mode & 0o777).toBe(0o640);
  expect(folder.read("别处.yaml")).toBe(VAGUE);
  expect(folder.read("entries/乙.yaml")).toBe(VAGUE.replace("乙,", "乙，"));
});

describe("check --fix --dry-run", () => {
  it("shows what would change and writes nothing", async () => {
    const folder = officeWith({ "甲.yaml": FAULTY });
    const before = folder.list();
    const ran = await folder.run(["check", "--fix", "--dry-run"]);
    expect(ran.out).toBe(
      [
        "--- entries/甲.yaml（现在）",
        "+++ entries/甲.yaml（改后）",
        "@@ -1,3 +1,3 @@",
        "-标题: 甲,修复水渠",
        "+标题: 甲，修复水渠",
        " 类别: 动态",
        " 报送单位: 青石镇",
        "@@ -12,3 +12,3 @@",
        " 编号: 甲",
        " 正文: |",
        "-  石坝村(三组)水渠已修复.",
        "+  石坝村（三组）水渠已修复。",
        "",
      ].join("\n"),
    );
    expect(ran.err).toContain("改正后：检查 1 个文件、1 条信息：0 个差错，0 个提醒");
    expect(ran.err).toContain("可以改正 3 处（1 个文件），没有写入\n");
    expect([ran.code, folder.list(), folder.read("entries/甲.yaml")]).toEqual([0, before, FAULTY]);
  });

  it("exits as --fix would", async () => {
    const folder = officeWith({ "错.yaml": STOPPED });
    const ran = await folder.run(["check", "--fix", "--dry-run"]);
    expect([ran.code, ran.out]).toEqual([1, ""]);
  });

  it("masks what belongs to a person, and writes out what hides", async () => {
    const text = entryText({ 编号: "甲", 标题: '"甲,乙\\u200b"', 联系电话: "13812345678" });
    const { out } = await officeWith({ "甲.yaml": text.replace("标题", "# \u200b隐\n标题") }).run([
      "check",
      "--fix",
      "--dry-run",
    ]);
    expect(out).not.toContain("13812345678");
    expect(out).toContain("\\u{200b}隐");
  });

  it.each([
    [["--dry-run"], "--dry-run 要与 --fix 同用"],
    [["--fix", "--dry-run", "-f", "json"], "不能指定格式"],
    [["--fix", "--dry-run", "-f", "compact=out/校核.txt"], "不能指定格式"],
    [["--fix", "--dry-run", "--suppress-all"], "不能与 --suppress-all 同用"],
    [["--fix", "--watch"], "--watch 与 --fix 不能同时使用"],
  ])("refuses %j", async (argv, says) => {
    const folder = officeWith({ "甲.yaml": FAULTY });
    const ran = await folder.run(["check", ...argv]);
    expect([ran.code, ran.out, ran.err]).toEqual([2, "", expect.stringContaining(says)]);
    expect(folder.read("entries/甲.yaml")).toBe(FAULTY);
  });
});

describe("check - --fix", () => {
  const folder = (): Folder => new Folder({});

  it("prints the mended text, and what is left beside it", async () => {
    const ran = await folder().run(["check", "-", "--fix"], { stdin: VAGUE });
    expect(ran.out).toBe(VAGUE.replace("乙,", "乙，"));
    expect(ran.err).toContain("用“近日”代替时间");
    expect(ran.err).toContain("已改正 1 处（1 个文件）");
    expect(ran.code).toBe(0);
  });

  it("prints what it got where there is nothing to mend, or nothing can be read", async () => {
    expect((await folder().run(["check", "-", "--fix"], { stdin: SOUND })).out).toBe(SOUND);
    const broken = "标题: [甲\n";
    const ran = await folder().run(["check", "-", "--fix"], { stdin: broken });
    expect([ran.out, ran.code]).toEqual([broken, 1]);
  });

  it("keeps the encoding it came in", async () => {
    const printed: Uint8Array[] = [];
    const ran = await folder().run(["check", "-", "--fix"], {
      stdin: gb18030(FAULTY),
      onWrite: (content) => void (typeof content === "string" || printed.push(content)),
    });
    expect(ran.code).toBe(0);
    expect(Buffer.concat(printed)).toEqual(Buffer.from(gb18030(RIGHT)));
  });

  it("prints nothing of what is classified", async () => {
    const ran = await folder().run(["check", "-", "--fix"], { stdin: SECRET });
    expect([ran.code, ran.out]).toEqual([4, ""]);
    expect(ran.err).toContain("已停止全部工作");
    expect(ran.err).not.toContain("布防");
  });

  it("cannot print json there as well", async () => {
    const ran = await folder().run(["check", "-", "--fix", "-f", "json"], { stdin: FAULTY });
    expect([ran.code, ran.out, ran.err]).toEqual([2, "", expect.stringContaining("不能再印 json")]);
    expect((await folder().run(["check", "-", "--fix", "--dry-run"], { stdin: FAULTY })).out).toContain(
      "+标题: 甲，修复水渠",
    );
  });
});
