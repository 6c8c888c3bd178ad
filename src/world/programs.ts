import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ended, Programs } from "../world.ts";

/** What a program may write before it is ended. */
const MOST_OUTPUT = 8 * 1_048_576;

/** Programs of this machine. No shell sees their arguments. */
export function nodePrograms(): Programs {
  return {
    run: (program, argv, { timeout }) =>
      new Promise((resolve) => {
        const options = { timeout, maxBuffer: MOST_OUTPUT, windowsHide: true, encoding: "utf8" as const };
        execFile(program, [...argv], options, (error, stdout) => resolve(endOf(error, stdout)));
      }),
    async inFolder(work) {
      const folder = mkdtempSync(join(tmpdir(), "zhuanbao-"));
      try {
        return await work(folder);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function endOf(error: (Error & { code?: unknown; killed?: boolean }) | null, stdout: string): Ended | null {
  if (error === null) return { code: 0, stdout };
  if (error.code === "ENOENT" || error.code === "EACCES") return null;
  return { code: typeof error.code === "number" ? error.code : null, stdout };
}
