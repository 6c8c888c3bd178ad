import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FileError } from "../../src/world.ts";
import { nodeFiles } from "../../src/world/files.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { entryText, Folder, officeWith, OFFICE, SECRET, SOUND, STOPPED, WARNED, type Ran } from "./support.ts";

/** Watches while these things happen, one at each look, and then Ctrl-C comes. */
const watchWhile = (folder: Folder, steps: readonly (() => void)[], ...argv: string[]): Promise<Ran> =>
  folder.run(["check", "--watch", "-f", "compact", ...argv], { pauses: steps });

const nothing = (): void => {};
/** So long an editor that saved is waited for. */
const settle = [nothing];

const counts = ({ err }: Ran): string[] => err.match(/检查 .*/gu) ?? [];

describe("check --watch", () => {
  it("checks, waits, and ends with 130 at Ctrl-C", async () => {
    const ran = await watchWhile(officeWith({ "甲.yaml": STOPPED }), []);
    expect(ran.code).toBe(130);
    expect(ran.out).toMatch(/^entries\/甲\.yaml:2:5: 差错 .*\n$/u);
    expect(ran.err).toBe(
      "检查 1 个文件、1 条信息：1 个差错，0 个提醒，0 个提示\n[17:00:00] 等候改动，按 Ctrl-C 结束\n",
    );
  });

  it("does not check again while nothing changes", async () => {
    const ran = await watchWhile(
      officeWith({ "甲.yaml": SOUND }),
      Array.from({ length: 20 }, () => nothing),
    );
    expect(counts(ran)).toHaveLength(1);
  });

  it("says at what time, what changed, and what was found then; nothing printed is cleared", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const ran = await folder.run(["check", "--watch", "-f", "compact"], {
      now: "2026-11-23T01:12:03Z",
      tty: true,
      pauses: [nothing, () => folder.write("entries/甲.yaml", STOPPED), ...settle, nothing],
    });
    expect(ran.err).toBe(
      [
        "检查 1 个文件、1 条信息：0 个差错，0 个提醒，0 个提示",
        "[09:12:03] 等候改动，按 Ctrl-C 结束",
        "[09:12:03] entries/甲.yaml 有改动，重新校核",
        "检查 1 个文件、1 条信息：1 个差错，0 个提醒，0 个提示",
        "[09:12:03] 等候改动，按 Ctrl-C 结束",
        "",
      ].join("\n"),
    );
    expect(ran.out + ran.err).not.toContain("\u001b");
  });

  it("sees files that come, go, and change their name, in folders that are new too", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const at = (path: string): string => join(folder.path, "entries", path);
    const ran = await watchWhile(folder, [
      () => folder.write("entries/新/乙.md", "x"),
      ...settle,
      () => renameSync(at("新/乙.md"), at("丙.yml")),
      ...settle,
      () => rmSync(at("丙.yml")),
      ...settle,
    ]);
    expect(counts(ran).map((line) => /\d+ 个文件/u.exec(line)?.[0])).toEqual([
      "1 个文件",
      "2 个文件",
      "2 个文件",
      "1 个文件",
    ]);
    expect(ran.err).toContain("等 2 个文件 有改动");
  });

  it("sees the office's settings, its own rule packs, and the record of what is set aside", async () => {
    const pack = "名称: 本县\n文字:\n  标题: {值: 20, 单位: 字, 依据: 实务}\n";
    const folder = officeWith({ "长.yaml": WARNED }, `${OFFICE}规则集: [county, 规则/本县.yaml]\n`);
    folder.write("规则/本县.yaml", "名称: 本县\n");
    const ran = await watchWhile(folder, [
      () => folder.write("规则/本县.yaml", pack),
      ...settle,
      () => folder.write("zhuanbao.yaml", `${OFFICE}规则: {title-length: off}\n`),
      ...settle,
      () => folder.write("zhuanbao-suppressions.json", '{"version": 1, "suppressions": {}}'),
      ...settle,
    ]);
    expect(counts(ran)).toHaveLength(4);
    expect(counts(ran)[2]).toContain("0 个提醒");
    expect(ran.err).toMatch(/本县\.yaml 有改动.*\[17:00:00\] zhuanbao\.yaml 有改动.*suppressions\.json 有改动/su);
  });

  it("looks at what is named and at nothing else", async () => {
    const folder = officeWith({ "甲.yaml": SOUND, "乙.yaml": WARNED });
    const ran = await watchWhile(
      folder,
      [
        () => folder.write("entries/乙.yaml", STOPPED),
        nothing,
        () => folder.write("entries/.隐.yaml", "x"),
        () => folder.write("out/x.yaml", "x"),
        () => folder.write("entries/甲.yaml", STOPPED),
        ...settle,
      ],
      "entries/甲.yaml",
    );
    expect(counts(ran)).toHaveLength(2);
    expect(ran.err).not.toContain("乙.yaml");
  });

  it("waits until an editor has saved all, and checks once", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const ran = await watchWhile(folder, [
      () => folder.write("entries/甲.yaml", ""),
      () => folder.write("entries/甲.yaml", "标题"),
      () => folder.write("entries/甲.yaml", STOPPED),
      ...settle,
    ]);
    expect(counts(ran)).toHaveLength(2);
    expect(counts(ran)[1]).toContain("1 个差错");
  });

  it("does not wait for ever for a file that never rests", async () => {
    let count = 0;
    const folder = officeWith({ "甲.yaml": SOUND });
    const write = (): void => folder.write("entries/甲.yaml", `${SOUND}# ${"x".repeat(++count)}\n`);
    expect(
      counts(
        await watchWhile(
          folder,
          Array.from({ length: 40 }, () => write),
        ),
      ).length,
    ).toBeGreaterThan(2);
  });

  it("is not ended by a run that cannot be: it says why, and goes on", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const entries = join(folder.path, "entries");
    const ran = await watchWhile(folder, [
      () => renameSync(entries, `${entries}2`),
      ...settle,
      () => folder.write("zhuanbao-suppressions.json", "坏"),
      ...settle,
      () => {
        rmSync(join(folder.path, "zhuanbao-suppressions.json"));
        renameSync(`${entries}2`, entries);
      },
      ...settle,
    ]);
    expect(ran.code).toBe(130);
    expect(ran.err).toContain("zhuanbao：没有条目目录 entries");
    expect(counts(ran)).toHaveLength(2);
  });

  it("classified material ends it, with 4", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const ran = await watchWhile(folder, [() => folder.write("entries/密.yaml", SECRET), ...settle, nothing]);
    expect(ran.code).toBe(4);
    expect(ran.out).toContain("[classified]");
    expect(ran.out + ran.err).not.toMatch(/布防|要害/u);
  });

  it("what cannot be done at all is exit 2 at once", async () => {
    expect((await watchWhile(officeWith({ "甲.yaml": SOUND }), [], "无.yaml")).code).toBe(2);
    expect((await watchWhile(officeWith({}), [])).code).toBe(2);
    expect((await watchWhile(new Folder({}), [])).code).toBe(2);
  });

  it("a file whose stamp cannot be had is not the end", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    let fails = false;
    const files = nodeFiles();
    const ran = await folder.run(["check", "--watch"], {
      pauses: [() => (fails = true), ...settle, () => (fails = false), ...settle],
      files: {
        stamp: (path) => {
          if (fails && path.endsWith("甲.yaml")) throw new FileError("forbidden", path, "");
          return files.stamp(path);
        },
      },
    });
    expect([ran.code, counts(ran).length]).toEqual([130, 3]);
  });

  it("looks less often where a look takes long", async () => {
    const waits: number[] = [];
    let now = 0;
    const folder = officeWith({ "甲.yaml": SOUND });
    const { main } = await import("../../src/main.ts");
    const { testWorld } = await import("../helpers/world.ts");
    const { world } = testWorld({ cwd: folder.path, argv: ["check", "--watch"], ticks: () => (now += 300) });
    const pause = (ms: number): Promise<boolean> => Promise.resolve(waits.push(ms) < 3);
    expect(await main({ ...world, pause })).toBe(130);
    expect(waits).toEqual([3000, 3000, 3000]);
  });

  it("keeps no run in memory once it is over", async () => {
    const folder = officeWith({ "甲.yaml": entryText({ 编号: "甲", 正文: "石坝村水渠已修复。".repeat(2000) }) });
    const text = folder.read("entries/甲.yaml");
    const collect = globalThis.gc;
    let count = 0;
    const sizes: number[] = [];
    const step = (): void => {
      folder.write("entries/甲.yaml", `${text}# ${++count}${"x".repeat(count)}\n`);
      collect?.();
      sizes.push(process.memoryUsage().heapUsed);
    };
    await watchWhile(
      folder,
      Array.from({ length: 120 }, (_, at) => (at % 2 === 0 ? step : nothing)),
    );
    expect(sizes).toHaveLength(60);
    // Without the collector at hand the figure says little, and only a leak of whole runs would show.
    const grown = (sizes.at(-1) ?? 0) - (sizes[20] ?? 0);
    expect(grown).toBeLessThan(collect ? 8_000_000 : 120_000_000);
  });
});

describe("the stamp of a file", () => {
  it("changes with size, time and replacement; is null where there is no file", () => {
    const files = nodeFiles();
    const folder = temporaryFolder({ "a.yaml": "1", "b.yaml": "1" });
    const path = join(folder, "a.yaml");
    const first = files.stamp(path);
    expect(files.stamp(path)).toBe(first);
    const { atime, mtime } = statSync(path);
    // As long and as old as the file before it.
    utimesSync(join(folder, "b.yaml"), atime, mtime);
    renameSync(join(folder, "b.yaml"), path);
    const second = files.stamp(path);
    expect(second).not.toBe(first);
    writeFileSync(path, "12");
    expect(files.stamp(path)).not.toBe(second);
    mkdirSync(join(folder, "子"));
    for (const none of [folder, join(folder, "子"), join(folder, "无"), join(path, "下")])
      expect(files.stamp(none)).toBeNull();
  });
});
