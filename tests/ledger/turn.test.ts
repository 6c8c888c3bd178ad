import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Turn, TURN_FILE } from "../../src/ledger/turn.ts";
import { nodeFiles } from "../../src/world/files.ts";
import { FileError, type Files } from "../../src/world.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { CHAIN, plain, storeAt } from "./support.ts";

/** A turn in a folder, and what was waited for it in milliseconds: nobody really waits. */
function turnIn(folder: string, files: Partial<Files> = {}): { turn: Turn; waits: number[] } {
  const waits: number[] = [];
  const pause = (ms: number): Promise<void> => {
    waits.push(ms);
    return new Promise((resolve) => void setImmediate(resolve));
  };
  return { turn: new Turn({ ...nodeFiles(), ...files }, folder, pause), waits };
}

const sum = (waits: readonly number[]): number => waits.reduce((all, one) => all + one, 0);

describe("a turn", () => {
  test("is seen by others while the work goes on, and is over with it", async () => {
    const folder = temporaryFolder();
    const { turn, waits } = turnIn(folder);
    expect(await turn.during(() => Promise.resolve(readdirSync(folder)))).toEqual([TURN_FILE]);
    expect([readdirSync(folder), waits]).toEqual([[], []]);
  });

  test("is over where the work fails, and the error is that of the work", async () => {
    const folder = temporaryFolder();
    const failed = turnIn(folder).turn.during(() => Promise.reject(new Error("磁盘坏了")));
    await expect(failed).rejects.toThrow("磁盘坏了");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("lets many at once work one after the other", async () => {
    const folder = temporaryFolder();
    let [inside, most] = [0, 0];
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => void setTimeout(resolve, 1));
      inside--;
    };
    const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
    await Promise.all(Array.from({ length: 20 }, () => new Turn(nodeFiles(), folder, pause).during(work)));
    expect(most).toBe(1);
  });

  test("that a run of this machine was killed over is taken away at once", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const folder = temporaryFolder({ [TURN_FILE]: `${hostname()} ${pid}` });
    const { turn, waits } = turnIn(folder);
    await turn.during(() => Promise.resolve());
    expect([waits, readdirSync(folder)]).toEqual([[], []]);
  });

  test("that was killed before it had a name is taken away at once too", async () => {
    const folder = temporaryFolder({ [TURN_FILE]: "" });
    const { turn, waits } = turnIn(folder);
    await turn.during(() => Promise.resolve());
    expect([waits, readdirSync(folder)]).toEqual([[], []]);
  });

  test.each(["别的机器 7", `${hostname()} ${process.pid}`])(
    "that stays as %j is waited for a second, and taken away",
    async (mark) => {
      const folder = temporaryFolder({ [TURN_FILE]: mark });
      const { turn, waits } = turnIn(folder);
      await turn.during(() => Promise.resolve());
      expect(sum(waits)).toBeGreaterThanOrEqual(1000);
      expect(sum(waits)).toBeLessThan(1300);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test("that somebody else took meanwhile is left to them", async () => {
    const folder = temporaryFolder();
    await turnIn(folder).turn.during(() => {
      // Whoever lost patience took this one away and made another, of another size here.
      writeFileSync(join(folder, TURN_FILE), "别人的");
      return Promise.resolve();
    });
    expect(readdirSync(folder)).toEqual([TURN_FILE]);
  });

  test("is done without where its file cannot be written", async () => {
    const { turn, waits } = turnIn(temporaryFolder(), {
      mark: (path) => {
        throw new FileError("forbidden", path, "EACCES");
      },
    });
    expect(await turn.during(() => Promise.resolve("做了"))).toBe("做了");
    expect(waits).toEqual([]);
  });

  test("is not taken by who is stopped while he waits: nothing is done", async () => {
    const folder = temporaryFolder({ [TURN_FILE]: "别的机器 7" });
    const stopped = new Turn(nodeFiles(), folder, () => Promise.reject(new Error("Ctrl-C")));
    let done = false;
    const work = (): Promise<void> => Promise.resolve(void (done = true));
    await expect(stopped.during(work)).rejects.toThrow("Ctrl-C");
    expect([done, readdirSync(folder)]).toEqual([false, [TURN_FILE]]);
  });

  test("is done without in a folder that is not there yet: the first record makes it", async () => {
    const folder = join(temporaryFolder(), "台账");
    await storeAt(folder).append(CHAIN, 1, plain("甲"));
    expect(existsSync(join(folder, "信息专报/2026/0001.json"))).toBe(true);
  });

  test("keeps many writers at once from making a record more than once each", async () => {
    const folder = temporaryFolder();
    let made = 0;
    const append = (key: string): Promise<unknown> =>
      storeAt(folder).append(CHAIN, 1, (next) => {
        made++;
        return plain(key)(next);
      });
    await Promise.all(Array.from({ length: 30 }, (_, at) => append(`第${at}`)));
    expect(readdirSync(join(folder, "信息专报/2026"))).toHaveLength(30);
    expect(made).toBe(30);
  });
});
