import { spawn } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeFiles } from "../../src/world/files.ts";
import type { Disk } from "../../src/world/write.ts";
import { machineZone } from "../../src/world/zone.ts";
import type { FileError } from "../../src/world.ts";
import { temporaryFolder } from "../helpers/folder.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const real: Disk = { ...fs, sleep: () => {} };
const fail = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code });
};

test.each([
  ["with links", real],
  ["without links", { ...real, linkSync: fail("EPERM") }],
])("a file moves to a free name, and never over another: %s", (_, disk) => {
  const folder = temporaryFolder({ 甲: "一", 乙: "二" });
  const files = nodeFiles(disk);
  expect(files.move(join(folder, "甲"), join(folder, "乙"))).toBe(false);
  expect([fs.readFileSync(join(folder, "甲"), "utf8"), fs.readFileSync(join(folder, "乙"), "utf8")]).toEqual([
    "一",
    "二",
  ]);
  expect(files.move(join(folder, "甲"), join(folder, "丙"))).toBe(true);
  expect(fs.readdirSync(folder).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["丙", "乙"]);
  expect(fs.readFileSync(join(folder, "丙"), "utf8")).toBe("一");
});

test.each([
  ["no disk", { ...real, linkSync: fail("EIO") }, "other"],
  ["no links and no renaming", { ...real, linkSync: fail("ENOSYS"), renameSync: fail("EIO") }, "other"],
  ["no right to", { ...real, linkSync: fail("EACCES") }, "forbidden"],
])("a file that cannot move stays whole, with no other name: %s", (_, disk, fault) => {
  const folder = temporaryFolder({ 甲: "一" });
  let met = "none";
  try {
    nodeFiles(disk).move(join(folder, "甲"), join(folder, "乙"));
  } catch (error) {
    met = (error as FileError).fault;
  }
  expect(met).toBe(fault);
  expect(fs.readdirSync(folder)).toEqual(["甲"]);
  expect(fs.readFileSync(join(folder, "甲"), "utf8")).toBe("一");
});

test("what is not there is absent", () => {
  const folder = temporaryFolder();
  expect(() => nodeFiles().move(join(folder, "甲"), join(folder, "乙"))).toThrow();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test("lines that processes add at once are each whole", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "日志");
  const script = `
    import { nodeFiles } from ${JSON.stringify(join(import.meta.dirname, "../../src/world/files.ts"))};
    const files = nodeFiles();
    for (let at = 0; at < 50; at++) files.append(process.argv[1], new TextEncoder().encode(process.argv[2].repeat(300) + "\\n"));
  `;
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    stdin: { contents: script, resolveDir: folder, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  const program = join(folder, "program.mjs");
  fs.writeFileSync(program, outputFiles[0]?.contents ?? "");
  const run = (letter: string): Promise<number | null> =>
    new Promise((resolve) =>
      spawn(process.execPath, ["-e", `import(${JSON.stringify(program)})`, path, letter]).on("close", resolve),
    );
  expect(await Promise.all([..."甲乙丙丁"].map(run))).toEqual([0, 0, 0, 0]);
  const lines = fs.readFileSync(path, "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(200);
  for (const line of lines) expect(line).toBe((line[0] ?? "").repeat(300));
}, 60_000);

test("append adds to what is there, and makes what is not", () => {
  const folder = temporaryFolder({ 有: "一\n" });
  const files = nodeFiles();
  for (const name of ["有", "无"]) files.append(join(folder, name), bytes("二\n"));
  expect([fs.readFileSync(join(folder, "有"), "utf8"), fs.readFileSync(join(folder, "无"), "utf8")]).toEqual([
    "一\n二\n",
    "二\n",
  ]);
});

test("the machine's zone is one that Node knows, whatever TZ says", () => {
  const before = process.env["TZ"];
  const own = machineZone();
  process.env["TZ"] = "Pacific/Kiritimati";
  try {
    expect(() => Intl.DateTimeFormat("en", { timeZone: machineZone() })).not.toThrow();
    if (fs.existsSync("/etc/localtime")) expect(machineZone()).toBe(own);
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
});
