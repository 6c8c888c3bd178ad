import { Chalk, type ChalkInstance } from "chalk";
import type { Severity } from "../model/diagnostic.ts";

/** What each part of the output looks like, or how it stays plain. */
export interface Paint {
  readonly file: (text: string) => string;
  readonly title: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly code: (text: string) => string;
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
}

const PLAIN = makePaint(new Chalk({ level: 0 }));
const COLOURED = makePaint(new Chalk({ level: 1 }));

/** chalk guesses for itself otherwise, and does not heed NO_COLOR: the caller decides. */
export function paintFor(colour: boolean): Paint {
  return colour ? COLOURED : PLAIN;
}

function makePaint(chalk: ChalkInstance): Paint {
  return {
    file: chalk.underline,
    title: chalk.bold,
    faint: chalk.dim,
    code: chalk.cyan,
    severity: { error: chalk.red, warning: chalk.yellow, note: chalk.blue },
  };
}
