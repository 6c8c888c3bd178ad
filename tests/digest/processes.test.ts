import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { officeWith, type Folder } from "../commands/support.ts";
import { DRAFT, LOG, PLAN, sentAt, spawned, WEEK, weekOffice } from "./support.ts";

const hashOf = (folder: Folder, path: string): string => createHash("sha256").update(folder.bytes(path)).digest("hex");

/** Around midnight of China, which is another day, week or year elsewhere. */
const ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"];
const LANGS = ["C", "zh_CN.UTF-8"];

describe("digests as processes", { timeout: 120_000 }, () => {
  it("are the same whatever TZ and LANG say, and with no environment at all", async () => {
    const entries = {
      "甲.yaml": sentAt("甲", "2026-12-28 00:00"),
      "乙.yaml": sentAt("乙", "2027-01-03 23:59"),
      "丙.yaml": sentAt("丙", "2027-01-04 00:00"),
    };
    const machines = [{}, ...ZONES.flatMap((TZ) => LANGS.map((LANG) => ({ TZ, LANG, PATH: "/usr/bin:/bin" })))];
    const found = new Set<string>();
    for (const env of machines) {
      const folder = officeWith(entries);
      const ran = await spawned(["-C", folder.path, ...WEEK, "--date", "2027-01-04 00:10", "--no-input"], env);
      expect(ran).toEqual({ code: 0, out: "", err: "" });
      const made = folder.list().filter((path) => !path.startsWith("entries/"));
      found.add(made.map((path) => `${path} ${hashOf(folder, path)}`).join("\n"));
    }
    expect(found.size).toBe(1);
    const [text = ""] = found;
    expect(text.split("\n").map((line) => line.split(" ")[0])).toEqual([
      LOG,
      "out/每周信息-2027-01-03-草稿.docx",
      "plans/每周信息-2027-01-03.yaml",
      "zhuanbao.yaml",
    ]);
  });

  it("by the clock are of the day it is in the office, not in the machine", async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    for (const TZ of ZONES) {
      const folder = officeWith({ "甲.yaml": sentAt("甲", today) });
      expect(await spawned(["-C", folder.path, "digest", "--from", today, "--to", today], { TZ })).toMatchObject({
        code: 0,
      });
      expect(folder.list("plans")).toEqual([`plans/信息专报-${today}至${today}.yaml`]);
      expect(folder.read(LOG).slice(0, 10)).toBe(today);
    }
  });

  it("eight at once come to one digest: one makes it, and none fails", async () => {
    const argv = [...WEEK, "--date", "2026-11-23 08:00", "--json"];
    const alone = weekOffice();
    await spawned(["-C", alone.path, ...argv]);
    for (let round = 0; round < 3; round++) {
      const folder = weekOffice();
      const before = folder.list();
      const runs = await Promise.all(Array.from({ length: 8 }, () => spawned(["-C", folder.path, ...argv])));
      expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 0));
      const states = runs.map(({ out }) => (JSON.parse(out) as { status: string }).status);
      expect(states.filter((state) => state === "made")).toHaveLength(1);
      expect(folder.list().filter((path) => !before.includes(path))).toEqual([LOG, DRAFT, PLAN].toSorted());
      for (const path of [PLAN, DRAFT]) expect(hashOf(folder, path)).toBe(hashOf(alone, path));
      const lines = folder.read(LOG).trimEnd().split("\n");
      expect(lines).toHaveLength(8);
      for (const line of lines)
        expect(line).toMatch(/^2026-11-23 08:00 《每周信息》2026-11-16至2026-11-22 .+；退出码 0$/u);
      expect(lines.filter((line) => line.includes("已编成"))).toHaveLength(1);
    }
  });
});
