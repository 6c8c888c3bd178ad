import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { hasTerminal, typeAt } from "../helpers/terminal.ts";
import { testWorld } from "../helpers/world.ts";
import { entryText, OFFICE } from "../pipeline/support.ts";

const ENTER = "\r";
const DOWN = "\u001b[B";
const NOW = ["--date", "2026-11-23 17:00"];

/** An office with a plan of today. */
async function planned(): Promise<string> {
  const cwd = temporaryFolder({ "zhuanbao.yaml": OFFICE, "entries/甲.yaml": entryText({ 编号: "甲" }) });
  expect(await main(testWorld({ cwd, argv: ["plan", ...NOW] }).world)).toBe(0);
  return cwd;
}

const recordIn = (folder: string): unknown =>
  JSON.parse(readFileSync(join(folder, "台账/信息专报/2026/0001.json"), "utf8"));

const publish = (cwd: string, keys: readonly (readonly [string, string])[], ...more: string[]): Typed =>
  typeAt({ argv: ["publish", ...NOW, ...more], cwd, keys });

type Typed = ReturnType<typeof typeAt>;

describe.runIf(hasTerminal)("publish on a terminal", { timeout: 60_000 }, () => {
  it("takes nothing where the editor thinks better of it", async () => {
    const folder = await planned();
    const keys = [
      ["签发人", `王某${ENTER}`],
      ["责任编辑", `李某${ENTER}`],
      ["本期日期", ENTER],
      ["取了号就不能再退", DOWN + ENTER],
    ] as const;
    expect(publish(folder, keys).code).toBe(130);
    expect(existsSync(join(folder, "台账"))).toBe(false);
  });

  it("asks who signs and edits, and for which day; a day that is none is asked for again", async () => {
    const folder = await planned();
    const keys = [
      ["签发人", `王某${ENTER}`],
      ["责任编辑", `李某${ENTER}`],
      ["本期日期", `明天${ENTER}`],
      ["请写成 2026-11-01", `\u00152026年11月24日${ENTER}`],
      ["日期 2026-11-24，王某 签发", ENTER],
    ] as const;
    const { code, screen } = publish(folder, keys);
    expect(code).toBe(0);
    expect(screen).toContain("已编发《信息专报》2026年第1期（2026-11-24，签发人 王某，责任编辑 李某）");
    expect(recordIn(folder)).toMatchObject({ 日期: "2026-11-24", 签发人: "王某", 责任编辑: "李某" });
  });

  it("asks nothing where both are given, nor for what is published", async () => {
    const other = await planned();
    const given = publish(other, [], "--signer", "王某", "--editor", "李某");
    expect(given.screen).toContain("已编发《信息专报》2026年第1期（2026-11-23，");
    expect(publish(other, []).screen).toContain("没有另取期号");
  });
});
