import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { nodeFiles } from "../../src/world/files.ts";
import { nodePrograms } from "../../src/world/programs.ts";
import { makeTerminal } from "../../src/world/terminal.ts";
import { FileError, type Files, type Programs, type World } from "../../src/world.ts";

export interface TestWorldOptions {
  readonly argv?: readonly string[];
  /** A real folder; see `temporaryFolder`. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the clock says, as ISO text with its zone; 2026-11-23T17:00+08:00 where not given. */
  readonly now?: string;
  readonly stdin?: string | Uint8Array;
  /** Whether stdin and stdout are a terminal. */
  readonly tty?: boolean;
  readonly columns?: number;
  readonly home?: string;
  readonly execPath?: string;
  /** The machine's own zone; Asia/Shanghai where not given. */
  readonly zone?: string;
  /** Hears of every piece of output, as it was given. */
  readonly onWrite?: (content: string | Uint8Array) => void;
  /** Calls of Files that shall do something else. */
  readonly files?: Partial<Files>;
  /** Programs that shall do something else. */
  readonly programs?: Partial<Programs>;
  /** What happens while the program waits: one after the other, and after the last comes Ctrl-C. */
  readonly pauses?: readonly (() => void)[];
  /** Milliseconds of the stopwatch; it stands still where not given. */
  readonly ticks?: () => number;
}

export interface TestWorld {
  readonly world: World;
  /** All that was written to stdout so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** What a person who waits would have seen, were the work long. */
  readonly statuses: () => readonly string[];
  /** Where a test types answers to questions. */
  readonly keyboard: PassThrough;
  /** All that questions wrote to the terminal. */
  readonly screen: () => string;
}

const HOME = fileURLToPath(new URL("../../", import.meta.url));

/** A world with real files below `cwd`, captured streams and a clock that stands still. */
export function testWorld(options: TestWorldOptions = {}): TestWorld {
  const [stdout, stderr, screen]: string[][] = [[], [], []];
  const said: string[] = [];
  const pauses = [...(options.pauses ?? [])];
  const [keyboard, display] = [new PassThrough(), new PassThrough()];
  // As with stdout itself, one question that ends does not end the terminal.
  display.end = () => display;
  display.on("data", (chunk: Buffer) => (screen as string[]).push(String(chunk)));
  const isTTY = options.tty ?? false;
  const output = (into: string[]): World["stdout"] => ({
    isTTY,
    columns: options.columns ?? 80,
    isOpen: true,
    write: (content) => {
      options.onWrite?.(content);
      into.push(typeof content === "string" ? content : new TextDecoder().decode(content));
    },
  });
  const world: World = {
    argv: options.argv ?? [],
    cwd: options.cwd ?? "/",
    env: options.env ?? {},
    now: () => Date.parse(options.now ?? "2026-11-23T17:00:00+08:00"),
    ticks: options.ticks ?? (() => 0),
    stdin: { isTTY, read: (limit) => Promise.resolve(bounded(bytesOf(options.stdin ?? ""), limit)) },
    stdout: output(stdout as string[]),
    stderr: output(stderr as string[]),
    status: { show: (what, detail = "") => void said.push(`${what}${detail}`), clear: () => {} },
    terminal: makeTerminal(keyboard, display),
    files: { ...nodeFiles(), ...options.files },
    programs: { ...nodePrograms(), ...options.programs },
    runtime: "Node test",
    pause: () => {
      const next = pauses.shift();
      next?.();
      return Promise.resolve(next !== undefined);
    },
    random: () => 0.5,
    home: options.home ?? HOME,
    execPath: options.execPath ?? "/usr/bin/node",
    zone: options.zone ?? "Asia/Shanghai",
  };
  return {
    world,
    out: () => (stdout as string[]).join(""),
    err: () => (stderr as string[]).join(""),
    statuses: () => said,
    keyboard,
    screen: () => (screen as string[]).join(""),
  };
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? new TextEncoder().encode(text) : text;
}

function bounded(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.length > limit) throw new FileError("too-big", "-", `> ${limit}`);
  return bytes;
}
