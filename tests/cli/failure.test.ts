import { join } from "node:path";
import { expect, test } from "vitest";
import { reportFailure } from "../../src/cli/failure.ts";
import { UsageError } from "../../src/commands/command.ts";
import { main } from "../../src/main.ts";
import { FileError, type FileFault } from "../../src/world.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { testWorld } from "../helpers/world.ts";

const FAULTS: readonly FileFault[] = [
  "absent",
  "not-a-file",
  "not-a-folder",
  "forbidden",
  "too-big",
  "full",
  "locked",
  "other",
];

test.each(FAULTS)("a file that is %s: which, why, and what to do", (fault) => {
  const { world, err } = testWorld({ cwd: "/室" });
  expect(reportFailure(world, new FileError(fault, "/室/entries/甲.md", "EIO"))).toBe(2);
  expect(err()).toMatch(/^zhuanbao：[^a-z]+：entries\/甲\.md.*\n {2}→ 请.+\n$/u);
});

test("a file outside the working folder is shown with its whole path", () => {
  const { world, err } = testWorld({ cwd: "/室" });
  reportFailure(world, new FileError("absent", "/别处/甲.md", "ENOENT"));
  expect(err()).toContain("：/别处/甲.md\n");
});

test("names of files and words of users cannot act on the terminal", () => {
  const { world, err } = testWorld({ cwd: "/室", argv: ["\u001b[2J"] });
  reportFailure(world, new FileError("absent", "/室/\u001b[2J\u202e.md", "ENOENT"));
  reportFailure(world, new UsageError("\u001b[2J", "\u200b"));
  reportFailure(world, new Error("\u001b[2J"));
  // eslint-disable-next-line no-control-regex
  expect(err()).not.toMatch(/[\u001b\u202e\u200b]/u);
});

test("a bug is called one, exits 3 and says what to send", async () => {
  const { world, out, err } = testWorld({
    argv: ["explain", "late-phone"],
    files: {
      read() {
        throw new TypeError("坏了");
      },
    },
  });
  expect(await main(world)).toBe(3);
  expect(out()).toBe("");
  expect(err()).toContain("这是程序的缺陷");
  expect(err()).toContain("命令：zhuanbao explain late-phone");
  expect(err()).toContain("版本：不详；Node test");
  expect(err()).toMatch(/TypeError: 坏了\n {4}at /u);
});

test.each(["ExitPromptError", "AbortPromptError"])("%s is Ctrl-C: 130, and not a word", (name) => {
  const { world, err } = testWorld();
  expect(reportFailure(world, Object.assign(new Error("force closed"), { name }))).toBe(130);
  expect(err()).toBe("");
});

test.each([
  ["a folder where the office file should be", { "zhuanbao.yaml/x": "" }, "这里应是普通文件，却不是：zhuanbao.yaml"],
  ["an office file of 2 MB", { "zhuanbao.yaml": "#".repeat(2 << 20) }, "文件太大：zhuanbao.yaml"],
])("%s", async (_, files, message) => {
  const { world, err } = testWorld({ argv: ["check"], cwd: temporaryFolder(files) });
  expect(await main(world)).toBe(2);
  expect(err()).toContain(message);
});

test.each([
  ["locked", "文件正被其他程序占用"],
  ["full", "磁盘空间不足"],
] as const)("a new entry on a disk that is %s", async (fault, message) => {
  const folder = temporaryFolder({ "zhuanbao.yaml": "机关: 测试\n" });
  const { world, out, err } = testWorld({
    argv: [
      ..."new --category 动态 --title 标题 --unit 甲 --reporter 乙 --approver 丙 --secrecy 公开".split(" "),
      "--body",
      "正文。",
    ],
    cwd: folder,
    files: {
      create(path) {
        throw new FileError(fault, path, "");
      },
    },
  });
  expect(await main(world)).toBe(2);
  expect(out()).toBe("");
  expect(err()).toContain(message);
  expect(err()).toContain(join("entries", "20261123-甲-01.md"));
});
