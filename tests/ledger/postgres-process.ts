import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface Worker {
  readonly child: ChildProcess;
  /** Resolves once it has said this. */
  said(text: string): Promise<void>;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
}

/** Processes of their own that append to a ledger in PostgreSQL. */
export async function workers(): Promise<{ start(argv: readonly string[]): Worker; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "zhuanbao-worker-"));
  const outfile = join(folder, "worker.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("./postgres-worker.ts", import.meta.url))],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  return {
    start: (argv) => start([outfile, ...argv]),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function start(argv: readonly string[]): Worker {
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += String(chunk)));
  child.stderr.on("data", (chunk: Buffer) => (err += String(chunk)));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, out, err }));
  });
  const said = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => void (out.includes(text) && resolve());
      child.stdout.on("data", look);
      child.on("close", () => reject(new Error(`never said ${text}: ${err}`)));
      look();
    });
  return { child, said, ended };
}
