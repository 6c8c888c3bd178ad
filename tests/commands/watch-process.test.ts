import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { BIN } from "../helpers/terminal.ts";
import { officeWith, SOUND, STOPPED, type Folder } from "./support.ts";

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** The program itself, watching; `onTalk` hears all that was said on stderr so far, each time something is said. */
function watching(folder: Folder, onTalk: (err: string, child: ReturnType<typeof spawn>) => void): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, "check", "--watch", "-f", "compact", "--date", "2026-11-23"], {
    cwd: folder.path,
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += String(chunk)));
  child.stderr.on("data", (chunk: Buffer) => {
    err += String(chunk);
    onTalk(err, child);
  });
  return new Promise((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, out, err }));
  });
}

const waits = (err: string): number => err.match(/等候改动/gu)?.length ?? 0;

describe("check --watch, the program itself", () => {
  it("sees a file change on the disk, and ends with 130 at Ctrl-C", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    let changed = false;
    const ran = await watching(folder, (err, child) => {
      if (waits(err) === 1 && !changed) {
        changed = true;
        folder.write("entries/甲.yaml", STOPPED);
      }
      if (waits(err) === 2) child.kill("SIGINT");
    });
    // Between two looks the signal ends it by itself, which a shell reports as 130 as well.
    expect(ran.signal === "SIGINT" ? 130 : ran.code).toBe(130);
    expect(ran.out).toContain("[unknown-category]");
    expect(ran.err).toContain("entries/甲.yaml 有改动，重新校核");
  });

  it("ends where nobody reads it any more", async () => {
    const folder = officeWith({ "甲.yaml": STOPPED });
    let changed = false;
    const ran = await watching(folder, (err, child) => {
      if (waits(err) !== 1 || changed) return;
      changed = true;
      child.stdout?.destroy();
      folder.write("entries/甲.yaml", `${STOPPED}# \n`);
    });
    expect(ran.code).toBe(130);
  });
});
