import { expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { testWorld } from "../helpers/world.ts";

/** What commander says in English, should a message of it slip through. */
const ENGLISH = /[A-Za-z]{4,} (?:option|argument|command|missing|choices|value)|did you mean|unknown|required|error:/iu;

async function fail(...argv: string[]): Promise<{ code: number; err: string }> {
  const { world, out, err } = testWorld({ argv, cwd: temporaryFolder() });
  const code = await main(world);
  expect(out()).toBe("");
  return { code, err: err() };
}

test.each([
  [["chek"], "没有“chek”这个命令", "是不是“check”？"],
  [["编排"], "没有“编排”这个命令", "zhuanbao --help"],
  [["a/b.yaml"], "没有“a/b.yaml”这个命令", "zhuanbao check a/b.yaml"],
  [["help", "chek"], "没有“chek”这个命令", "是不是“check”？"],
  [["help", "doctor"], "暂不支持“doctor”命令", "现有命令"],
  [["publish", "x"], "暂不支持“publish”命令", "现有命令"],
  [["doctor", "--json"], "暂不支持“doctor”命令", "现有命令"],
  [["--formt"], "没有“--formt”这个选项", "zhuanbao --help"],
  [["check", "--formt", "json"], "没有“--formt”这个选项", "是不是“--format”？"],
  [["check", "--formt=json"], "没有“--formt”这个选项", "是不是“--format”？"],
  [["check", "--no-colour"], "没有“--no-colour”这个选项", "是不是“--no-color”？"],
  [["check", "-z"], "没有“-z”这个选项", "zhuanbao check --help"],
  [["check", "--watch"], "暂不支持选项 --watch", "zhuanbao check --help"],
  [["check", "--format"], "选项 --format <格式> 后面缺少内容", "zhuanbao check --help"],
  [["check", "--format", "sarif"], "暂不支持格式“sarif”", "pretty"],
  [["check", "--format", "junit"], "暂不支持格式“junit”", "pretty"],
  [["check", "--format", "github"], "暂不支持格式“github”", "pretty"],
  [["check", "--format", "jsn"], "没有格式“jsn”", "json"],
  [["compile", "--format", "html"], "暂不支持格式“html”", "docx"],
  [["compile", "--format", "docx,pdf"], "暂不支持格式“pdf”", "docx"],
  [["explain", "a", "b"], "explain 命令最多接受 1 个参数，多出 “b”", "引号"],
  [["explain", "late-phon"], "没有“late-phon”这条规则", "是不是“late-phone”？"],
  [["explain", "../../package"], "没有“../../package”这条规则", "zhuanbao explain"],
  [["-C"], "选项 -C <目录> 后面缺少内容", "zhuanbao --help"],
  [["-C", "没有", "check"], "-C 所指的目录不存在：", "zhuanbao init"],
  [["check", "-C", "没有"], "-C 所指的目录不存在：", "zhuanbao init"],
  [["check", "--date", "明天"], "--date 应是时间，现为“明天”", "2026-11-23"],
  [["--date", "2026-02-30", "check"], "--date 应是时间，现为“2026-02-30”", "日期要真实存在"],
  [["check", "没有.yaml"], "没有这个文件或目录：", "请核对路径"],
  [["check"], "没有说要校核什么", "zhuanbao check"],
  [["init"], "缺少 --office", "--office 中共"],
  [["new"], "缺少 --category、--title、--unit", "zhuanbao new"],
] as const)("%j exits 2: %s", async (argv, message, hint) => {
  const { code, err } = await fail(...argv);
  expect(err).toMatch(/^zhuanbao：.+\n {2}→ .+\n$/u);
  expect(err).toContain(message);
  expect(err).toContain(hint);
  expect(err).not.toMatch(ENGLISH);
  expect(code).toBe(2);
});

test("an argument that acts on a terminal is shown, not sent", async () => {
  const { err } = await fail("\u001b[31m\u202e");
  expect(err).toContain("\\u{1b}[31m\\u{202e}");
});
