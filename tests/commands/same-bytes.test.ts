import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LATE, officeWith, SOUND, SOUND_TOO, urgentText } from "./support.ts";

const BIN = fileURLToPath(new URL("../../bin/zhuanbao.js", import.meta.url));

/** Late in the evening of UTC: the day of the issue hangs on the zone, the order of the entries on the language. */
const ENTRIES = {
  "甲.yaml": SOUND,
  "乙.yaml": SOUND_TOO,
  "迟.yaml": LATE,
  "夜.yaml": urgentText({
    编号: "夜",
    事发时间: "2026-11-23 00:05",
    接报时间: "2026-11-23 00:10",
    报送时间: "2026-11-23 00:30",
    报送记录: "[{对象: 县委办, 方式: 电话, 时间: 2026-11-23 00:20}]",
  }),
};

interface Machine {
  readonly TZ: string;
  readonly LANG: string;
}

const MACHINES: readonly Machine[] = ["UTC", "Asia/Shanghai", "America/New_York"].flatMap((TZ) =>
  ["C", "zh_CN.UTF-8", "tr_TR.UTF-8"].map((LANG) => ({ TZ, LANG })),
);

/** Runs the built program in a process of its own; the folder differs from run to run, its name must not show. */
function hashes(machine: Machine, ...argv: string[]): string[] {
  const folder = officeWith(ENTRIES);
  const env = { PATH: process.env["PATH"] ?? "", HOME: folder.path, ...machine };
  const run = (...words: string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, "-C", folder.path, ...words], {
      env,
      input: "",
      encoding: "utf8",
      timeout: 60_000,
    });
    if (status !== 0 && status !== 1) throw new Error(`${status}: ${stderr}`);
    return stdout;
  };
  const outputs = [
    run("plan", "--json", ...argv),
    run("compile", "--json", "--format", "docx,txt", ...argv),
    run("check", "--format", "json", ...argv),
  ];
  const files = folder.list().map((path) => `${path} ${createHash("sha256").update(folder.bytes(path)).digest("hex")}`);
  return [...files, ...outputs.map((text) => createHash("sha256").update(text).digest("hex"))];
}

describe("same input and --date, same bytes", () => {
  it.each(["2026-11-23", "2026-11-23 00:40"])(
    "under every zone and language: --date %s",
    (date) => {
      const found = new Set(MACHINES.map((machine) => JSON.stringify(hashes(machine, "--date", date))));
      expect(found.size).toBe(1);
      const [all = ""] = found;
      expect(all).toContain("out/信息专报-2026-11-23-草稿.docx");
      expect(all).toContain(join("plans", "信息专报-2026-11-23.yaml"));
    },
    120_000,
  );
});
