import { Chalk, type ChalkInstance } from "chalk";
import type { Severity } from "../model/diagnostic.ts";

/** What each part of the output looks like, or how it stays plain. */
export interface Paint {
  readonly file: (text: string) => string;
  readonly title: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly code: (text: string) => string;
  /** A word that was searched for. */
  readonly found: (text: string) => string;
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
}

const PLAIN = makePaint(new Chalk({ level: 0 }));
const COLOURED = makePaint(new Chalk({ level: 1 }));

/** chalk guesses for itself otherwise, and does not heed NO_COLOR: the caller decides. */
export function paintFor(colour: boolean): Paint {
  return colour ? COLOURED : PLAIN;
}

/** chalk joins all it is given: handed to map as it is, it would print the index too. */
function makePaint(chalk: ChalkInstance): Paint {
  const one = (style: ChalkInstance) => (text: string) => style(text);
  return {
    file: one(chalk.underline),
    title: one(chalk.bold),
    faint: one(chalk.dim),
    code: one(chalk.cyan),
    found: one(chalk.bold.red),
    severity: { error: one(chalk.red), warning: one(chalk.yellow), note: one(chalk.blue) },
  };
}
