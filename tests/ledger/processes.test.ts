import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { testWorld } from "../helpers/world.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { BIN } from "../helpers/terminal.ts";
import { entryText, OFFICE } from "../pipeline/support.ts";

const NOW = ["--date", "2026-11-23 17:00", "--no-input"];
const SIGN = ["--signer", "王某", "--editor", "李某"];
const YEAR = "台账/信息专报/2026";

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

/** One whole run of the program, ended after some milliseconds where that is given. */
function run(cwd: string, argv: readonly string[], killAfter: number | null = null): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...argv, ...NOW], { cwd, stdio: ["ignore", "pipe", "ignore"] });
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += String(chunk)));
    const timer = killAfter === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfter);
    child.on("close", (code) => {
      if (timer) clearTimeout(timer);
      resolve({ code, out });
    });
  });
}

/** An office with a plan for each of these entries, all to be published at once. */
async function officeOf(ids: readonly string[]): Promise<{ folder: string; plans: string[] }> {
  const entries = ids.map((id) => [`entries/${id}.yaml`, entryText({ 编号: id })] as const);
  const folder = temporaryFolder({ "zhuanbao.yaml": OFFICE, ...Object.fromEntries(entries) });
  const plans = ids.map((id) => `plans/${id}.yaml`);
  for (const [at, plan] of plans.entries()) await run(folder, ["plan", `entries/${ids[at]}.yaml`, "--plan", plan]);
  return { folder, plans };
}

const recordsIn = (folder: string): string[] => readdirSync(join(folder, YEAR)).filter((name) => !name.startsWith("."));

describe("processes at once", () => {
  test("two briefs have two numbers", async () => {
    const { folder, plans } = await officeOf(["甲", "乙", "丙"]);
    const ended = await Promise.all(plans.map((plan) => run(folder, ["publish", plan, ...SIGN])));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    const numbers = ended.map(({ out }) => /年第(\d+)期/u.exec(out)?.[1]);
    expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual(["1", "2", "3"]);
    expect(readdirSync(join(folder, "out/信息专报/2026"))).toHaveLength(3);
    expect((await run(folder, ["ledger", "verify"])).code).toBe(0);
  });

  test("one brief has one", async () => {
    const { folder, plans } = await officeOf(["甲"]);
    const ended = await Promise.all([1, 2, 3].map(() => run(folder, ["publish", plans[0] as string, ...SIGN])));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(ended.filter(({ out }) => out.startsWith("已编发"))).toHaveLength(1);
    expect(recordsIn(folder)).toEqual(["0001.json"]);
    expect((await run(folder, ["ledger", "verify"])).code).toBe(0);
  });
});

describe("a run that is killed", () => {
  test("at any moment is healed by the next: the same number, the same bytes", async () => {
    const { folder, plans } = await officeOf(["甲"]);
    const publish = ["publish", plans[0] as string, ...SIGN];
    const began = performance.now();
    await run(folder, publish);
    const whole = performance.now() - began;
    const paper = join(folder, "out/信息专报/2026/信息专报-2026-第1期.docx");
    const bytes = hashOf(paper);
    for (let round = 0; round < 30; round++) {
      for (const each of ["台账", "out"]) rmSync(join(folder, each), { recursive: true, force: true });
      // Most of the work is done late in a run: there the kills lie close.
      const killed = await run(folder, publish, whole * (0.35 + (0.75 * round) / 30));
      const { world } = testWorld({ cwd: folder, argv: [...publish, ...NOW] });
      expect(await main(world)).toBe(0);
      if (killed.out !== "") expect(killed.out).toContain("第1期");
      expect(recordsIn(folder)).toEqual(["0001.json"]);
      expect(hashOf(paper)).toBe(bytes);
    }
    expect((await run(folder, ["ledger", "verify"])).code).toBe(0);
  }, 300_000);
});

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
