export { FileError, type FileFault } from "./world/fault.ts";
export { realWorld } from "./world/real.ts";

/**
 * The only door out: files, clock, streams and terminal. Everything else is given what it needs.
 */
export interface World {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds, in fractions, since some moment: for measuring alone. */
  ticks(): number;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** What is being done, for a person who waits. */
  readonly status: Status;
  /** The streams that a question is asked on; only the prompts of a command may use them. */
  readonly terminal: Terminal;
  readonly files: Files;
  /** Other programs of the machine: none of them is needed for anything but what it is named for. */
  readonly programs: Programs;
  /** Version of Node and kind of system, for the report of a bug. */
  readonly runtime: string;
  /** Waits that many milliseconds; false where Ctrl-C came meanwhile, or nobody reads the output any more. */
  pause(ms: number): Promise<boolean>;
  /** From 0 to below 1, by chance: for waits alone, never for what is printed. */
  random(): number;
  /** Folder of the installed package: templates, docs/rules, package.json. */
  readonly home: string;
  /** The program that runs this one: Node, absolute. */
  readonly execPath: string;
  /** The time zone of the machine, whatever TZ says: what its services go by. */
  readonly zone: string;
}

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** The lines typed or pasted before one that `isEnd`, or before Ctrl-D. Ctrl-C comes out as ExitPromptError. */
  readLines(isEnd: (line: string) => boolean): Promise<string[]>;
}

export interface Input {
  readonly isTTY: boolean;
  /** All of it; refuses more than `limit` bytes with a FileError. */
  read(limit: number): Promise<Uint8Array>;
}

export interface Output {
  readonly isTTY: boolean;
  readonly columns: number;
  /** Text in UTF-8; bytes as they are. */
  write(content: string | Uint8Array): void;
  /** Whether there is still a reader. */
  readonly isOpen: boolean;
}

/** One line of a terminal that is gone before anything else is written; nothing in a pipe, and nothing of what is soon over. */
export interface Status {
  /** `what` is written at once, a `detail` that runs (“12/2000”) only so often. */
  show(what: string, detail?: string): void;
  clear(): void;
}

/** How a program ended: its code, null where it was ended, and what it wrote to stdout. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
}

export interface Programs {
  /** Runs a program and waits for it, at most `timeout` milliseconds; null where there is none of that name. */
  run(program: string, argv: readonly string[], limits: { readonly timeout: number }): Promise<Ended | null>;
  /** Gives work a folder of its own that is gone afterwards, whatever comes of the work. */
  inFolder<T>(work: (folder: string) => Promise<T>): Promise<T>;
}

export type FileKind = "file" | "folder" | "other";

/** Paths are absolute. What cannot be done throws a FileError. */
export interface Files {
  /** Null where there is nothing. */
  kind(path: string): FileKind | null;
  /** Changes whenever the file does, by its size and time of change; null where there is no file. */
  stamp(path: string): string | null;
  /** Follows links to files; refuses what is no file, and files of more than `limit` bytes. */
  read(path: string, limit: number): Uint8Array;
  /** Opens a large file to be read piece by piece: the same file to its end, whatever takes its name meanwhile. */
  parts(path: string): FileParts;
  /** Names in a folder, sorted by code point. */
  list(path: string): readonly string[];
  makeFolder(path: string): void;
  /** The old file or the whole new one, never half: temporary file, synced, renamed. */
  replace(path: string, bytes: Uint8Array): void;
  /** Writes a file that must not be there yet; false where it is. */
  create(path: string, bytes: Uint8Array): boolean;
  /** Makes a file that must not be there yet, that says who made it, and that no power cut needs to spare; false where it is. */
  mark(path: string): boolean;
  /** Whether who made a mark has ended; null where nobody can tell: somebody on another machine, or no mark at all. */
  isLeft(path: string): boolean | null;
  /** Adds to the end of a file, which is made where there is none: in one piece, also where several do so at once. */
  append(path: string, bytes: Uint8Array): void;
  /** Gives a file another name on the same disk; false where that name is taken, and then nothing is changed. */
  move(from: string, to: string): boolean;
  /** Writes and syncs a file beside `path`, which has its name only once it is put in place. */
  stage(path: string, bytes: Uint8Array): Staged;
  remove(path: string): void;
  /** When it was last changed, in milliseconds since the epoch; null where there is nothing. */
  changed(path: string): number | null;
}

/** An open file. What cannot be read throws a FileError. */
export interface FileParts {
  /** In bytes, when it was opened. */
  readonly size: number;
  /** Fills `into` from a place of the file; how many bytes there were. */
  readonly read: (from: number, into: Uint8Array) => number;
  readonly close: () => void;
}

/** A whole file that waits for its name. */
export interface Staged {
  /** The old file or the whole new one. */
  readonly commit: () => void;
  /** Takes it away; once it has its name, nothing. */
  readonly discard: () => void;
}
