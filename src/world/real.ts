import type { World } from "../world.ts";
import { nodeFiles } from "./files.ts";
import { realInput, realOutput } from "./streams.ts";
import { makeTerminal } from "./terminal.ts";

/** This machine. `home` is the folder of the installed package. */
export function realWorld(home: string): World {
  const { stdin, stdout, stderr } = process;
  return {
    argv: process.argv.slice(2),
    cwd: workingFolder(),
    env: process.env,
    now: Date.now,
    ticks: () => performance.now(),
    stdin: realInput(stdin),
    stdout: realOutput(stdout),
    stderr: realOutput(stderr),
    terminal: makeTerminal(stdin, stdout),
    files: nodeFiles(),
    runtime: `Node ${process.version}；${process.platform} ${process.arch}`,
    home,
  };
}

/** A shell may stand in a folder that has been deleted: then the name it had, where nothing will be found. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/";
  }
}
