import type { Command as Commander } from "commander";
import type { World } from "../world.ts";

/** Exit codes, the same for all commands. */
export const EXIT = { clean: 0, errors: 1, unable: 2, bug: 3, classified: 4, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What the options that every command takes came to. */
export interface Globals {
  /** Working folder after -C, absolute. */
  readonly folder: string;
  /** --date as it was typed; null means the clock. */
  readonly date: string | null;
  /** Whether questions may be asked. */
  readonly interactive: boolean;
  readonly colour: boolean;
}

/** One command: how it is called, and what it does. Loaded only when it is called. */
export interface CommandModule {
  /** Adds arguments, options and examples; the name and summary are already there. */
  define(command: Commander): void;
  run(call: Call): Promise<ExitCode>;
}

export interface Call {
  readonly world: World;
  readonly globals: Globals;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** A command could not run: said in Chinese, exit 2. */
export class UsageError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
