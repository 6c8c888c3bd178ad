import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeFiles } from "../../src/world/files.ts";
import { FileError } from "../../src/world.ts";
import { temporaryFolder } from "../helpers/folder.ts";

const files = nodeFiles();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof FileError) return error.fault;
    throw error;
  }
  return "none";
}

test("kind tells files, folders and other things apart, and null where nothing is", () => {
  const folder = temporaryFolder({ "甲.md": "x" });
  fs.symlinkSync("没有", join(folder, "断链"));
  expect(files.kind(join(folder, "甲.md"))).toBe("file");
  expect(files.kind(folder)).toBe("folder");
  expect(files.kind("/dev/null")).toBe("other");
  expect(files.kind(join(folder, "乙"))).toBeNull();
  expect(files.kind(join(folder, "甲.md", "乙"))).toBeNull();
  expect(files.kind(join(folder, "断链"))).toBeNull();
  expect(files.kind(join(folder, "长".repeat(300)))).toBeNull();
});

test("read gives the bytes, also of a file that says its size is 0", () => {
  const folder = temporaryFolder({ "甲.md": "信息", 空: "" });
  expect(new TextDecoder().decode(files.read(join(folder, "甲.md"), 100))).toBe("信息");
  expect(files.read(join(folder, "甲.md"), 6)).toHaveLength(6);
  expect(files.read(join(folder, "空"), 0)).toHaveLength(0);
  expect(files.read("/proc/self/status", 1 << 20).length).toBeGreaterThan(100);
  expect(faultOf(() => files.read("/proc/self/status", 10))).toBe("too-big");
});

test("what cannot be read is a fault in our words, at once", () => {
  const folder = temporaryFolder({ "甲.md": "信息" });
  const big = join(folder, "大.md");
  fs.closeSync(fs.openSync(big, "w"));
  fs.truncateSync(big, 50 << 20);
  const pipe = join(folder, "管道.md");
  execFileSync("mkfifo", [pipe]);
  fs.symlinkSync("/dev/zero", join(folder, "零.md"));
  expect(faultOf(() => files.read(folder, 100))).toBe("not-a-file");
  expect(faultOf(() => files.read(join(folder, "乙.md"), 100))).toBe("absent");
  expect(faultOf(() => files.read(join(folder, "甲.md", "乙.md"), 100))).toBe("not-a-folder");
  expect(faultOf(() => files.read(big, 1 << 20))).toBe("too-big");
  expect(faultOf(() => files.read(pipe, 100))).toBe("not-a-file");
  expect(faultOf(() => files.read("/dev/zero", 100))).toBe("not-a-file");
  expect(faultOf(() => files.read(join(folder, "零.md"), 100))).toBe("not-a-file");
  expect(faultOf(() => files.read(join(folder, "甲.md"), 5))).toBe("too-big");
  expect(faultOf(() => files.read("/甲\u0000乙", 5))).toBe("other");
});

test("list is sorted by code point, whatever the machine's language", () => {
  const folder = temporaryFolder({ 乙: "", b: "", B: "", "𠮷": "", "～": "" });
  expect(files.list(folder)).toEqual(["B", "b", "乙", "～", "𠮷"]);
  expect(faultOf(() => files.list(join(folder, "乙")))).toBe("not-a-folder");
  expect(faultOf(() => files.list(join(folder, "丙")))).toBe("absent");
});

test("makeFolder makes all of a path, and again is no fault", () => {
  const folder = temporaryFolder({ 甲: "" });
  files.makeFolder(join(folder, "一", "二"));
  files.makeFolder(join(folder, "一", "二"));
  expect(files.kind(join(folder, "一", "二"))).toBe("folder");
  expect(faultOf(() => files.makeFolder(join(folder, "甲")))).toBe("not-a-folder");
  expect(faultOf(() => files.makeFolder(join(folder, "甲", "乙")))).toBe("not-a-folder");
});

test("replace writes all of it, keeps permissions and leaves nothing else behind", () => {
  const folder = temporaryFolder({ 甲: "旧" });
  const path = join(folder, "甲");
  fs.chmodSync(path, 0o640);
  files.replace(path, bytes("新".repeat(100_000)));
  expect(fs.readFileSync(path, "utf8")).toBe("新".repeat(100_000));
  expect(fs.statSync(path).mode & 0o777).toBe(0o640);
  files.replace(join(folder, "乙"), bytes(""));
  expect(fs.readdirSync(folder).sort()).toEqual(["乙", "甲"].sort());
});

test("replace takes the place of a link and leaves its target alone", () => {
  const folder = temporaryFolder({ "外/原件": "原" });
  const link = join(folder, "链");
  fs.symlinkSync(join(folder, "外", "原件"), link);
  files.replace(link, bytes("新"));
  expect(fs.readFileSync(join(folder, "外", "原件"), "utf8")).toBe("原");
  expect(fs.lstatSync(link).isFile()).toBe(true);
});

test("a name of 80 characters leaves no room for a suffix, and needs none", () => {
  const path = join(temporaryFolder(), `${"专".repeat(80)}.docx`);
  files.replace(path, bytes("x"));
  files.replace(path, bytes("y"));
  expect(fs.readFileSync(path, "utf8")).toBe("y");
});

test("create never overwrites, not even through a dangling link", () => {
  const folder = temporaryFolder();
  const path = join(folder, "甲");
  expect(files.create(path, bytes("一"))).toBe(true);
  expect(files.create(path, bytes("二"))).toBe(false);
  expect(fs.readFileSync(path, "utf8")).toBe("一");
  fs.symlinkSync(join(folder, "别处"), join(folder, "链"));
  expect(files.create(join(folder, "链"), bytes("三"))).toBe(false);
  expect(files.create(folder, bytes("四"))).toBe(false);
  expect(fs.readdirSync(folder).sort()).toEqual(["甲", "链"].sort());
});

test("writing where there is no folder, or onto one, is a fault in our words", () => {
  const folder = temporaryFolder({ 甲: "", "夹/乙": "" });
  expect(faultOf(() => files.replace(join(folder, "无", "乙"), bytes("")))).toBe("absent");
  expect(faultOf(() => files.replace(join(folder, "甲", "乙"), bytes("")))).toBe("not-a-folder");
  expect(faultOf(() => files.replace(join(folder, "夹"), bytes("")))).toBe("not-a-file");
  expect(faultOf(() => files.create(join(folder, "无", "乙"), bytes("")))).toBe("absent");
  expect(faultOf(() => files.replace("/proc/甲", bytes("")))).toMatch(/^(?:absent|forbidden)$/u);
  expect(fs.readdirSync(folder).sort()).toEqual(["夹", "甲"].sort());
});
