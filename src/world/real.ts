import type { World } from "../world.ts";
import { nodeFiles } from "./files.ts";
import { nodePrograms } from "./programs.ts";
import { realInput, realOutput } from "./streams.ts";
import { makeTerminal } from "./terminal.ts";
import { StatusLine } from "./status.ts";
import { machineZone } from "./zone.ts";

/** This machine. `home` is the folder of the installed package. */
export function realWorld(home: string): World {
  const { stdin } = process;
  const ticks = (): number => performance.now();
  const screen = realOutput(process.stderr);
  const status = new StatusLine(screen, ticks, screen.isTTY && process.env["TERM"] !== "dumb");
  const clear = (): void => status.clear();
  process.on("exit", clear);
  const [stdout, stderr] = [realOutput(process.stdout, clear), realOutput(process.stderr, clear)];
  const terminal = makeTerminal(stdin, process.stdout);
  return {
    argv: process.argv.slice(2),
    cwd: workingFolder(),
    env: process.env,
    now: Date.now,
    ticks,
    stdin: realInput(stdin),
    stdout,
    stderr,
    status,
    get terminal() {
      clear();
      return terminal;
    },
    files: nodeFiles(),
    programs: nodePrograms(),
    runtime: `Node ${process.version}；${process.platform} ${process.arch}`,
    pause: async (ms) => {
      // Who waits for a change is at nothing.
      clear();
      return (await waitFor(ms)) && stdout.isOpen && stderr.isOpen;
    },
    random: Math.random,
    home,
    execPath: process.execPath,
    get zone() {
      return machineZone();
    },
  };
}

/** Only while it waits is Ctrl-C its own: whoever computes is ended by the system. */
function waitFor(ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (whole: boolean): void => {
      clearTimeout(timer);
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve(whole);
    };
    const stop = (): void => end(false);
    const timer = setTimeout(() => end(true), ms);
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}

/** A shell may stand in a folder that has been deleted: then the name it had, where nothing will be found. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/";
  }
}
