import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("./terminal.py", import.meta.url));

export const BIN = fileURLToPath(new URL("../../bin/zhuanbao.js", import.meta.url));

/** Whether there is a Python to open a terminal with. */
export const hasTerminal = spawnSync("python3", ["-c", "import pty, fcntl, termios"]).status === 0;

export interface Typed {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  /** What to wait for, and what to type then. */
  readonly keys: readonly (readonly [text: string, keys: string])[];
}

/** Runs the built program on a terminal of its own and types `keys`. */
export function typeAt({ argv, ...rest }: Typed): { code: number; screen: string } {
  const spec = JSON.stringify({ command: [process.execPath, BIN, ...argv], ...rest });
  const { stdout, stderr } = spawnSync("python3", [SCRIPT, spec], { encoding: "utf8", timeout: 60_000 });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as { code: number; screen: string };
}
