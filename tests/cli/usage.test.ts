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
  [["--formt"], "没有“--formt”这个选项", "zhuanbao --help"],
  [["check", "--formt", "json"], "没有“--formt”这个选项", "是不是“--format”？"],
  [["check", "--formt=json"], "没有“--formt”这个选项", "是不是“--format”？"],
  [["check", "--no-colour"], "没有“--no-colour”这个选项", "是不是“--no-color”？"],
  [["check", "-z"], "没有“-z”这个选项", "zhuanbao check --help"],
  [["check", "--wach"], "没有“--wach”这个选项", "是不是“--watch”？"],
  [["check", "--watch", "-"], "--watch 不能从标准输入读", "请写出"],
  [["check", "--watch", "-f", "json"], "--watch 只能与 pretty、compact 同用", "-f compact"],
  [["check", "--watch", "-f", "compact=x.txt"], "--watch 只能与 pretty、compact 同用", "-f compact"],
  [["check", "--watch", "--suppress-all"], "--watch 与 --suppress-all 不能同时使用", "请先运行"],
  [["check", "--format"], "选项 -f, --format <格式> 后面缺少内容", "zhuanbao check --help"],
  [["check", "-f", "sarf"], "没有格式“sarf”", "是不是“sarif”？"],
  [["check", "-f", "sarif,junit"], "没有格式“sarif,junit”", "格式=文件"],
  [["check", "-f", "sarif", "-f", "junit"], "只能有一种格式写到标准输出", "-f sarif="],
  [["check", "-f", "pretty", "-f", "json=-"], "只能有一种格式写到标准输出", "-f sarif="],
  [["check", "-f", "sarif="], "sarif= 后面缺少文件名", "-f sarif=out/"],
  [["check", "-f", "sarif=a", "-f", "junit=./a"], "两种格式写到同一个文件", "请各写一个文件名"],
  [["check", "-f", "json=entries/甲.yaml"], "报告不能写成 entries/甲.yaml", "换一个文件名"],
  [["check", "--suppress-all", "--prune-suppressions"], "不能同时使用", "--suppress-all 已包含"],
  [["check", "--suppress-all", "--no-suppressions"], "--no-suppressions 不能与", "请去掉"],
  [["check", "--suppress-all", "-"], "标准输入里的差错不能搁置", "请写出文件"],
  [["check", "--prune-suppressions", "a.yaml"], "要看全部条目", "请去掉路径"],
  [["check", "--format", "jsn"], "没有格式“jsn”", "json"],
  [["compile", "--format", "wps"], "没有格式“wps”", "docx"],
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
