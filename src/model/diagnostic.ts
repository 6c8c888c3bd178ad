import type { Place } from "./source.ts";

export type Severity = "error" | "warning" | "note";

/** One finding while it still knows its text: what every phase produces. */
export interface Finding {
  /** Rule name, the same as its file, its page and its key in the office. */
  readonly rule: string;
  readonly severity: Severity;
  /** What was found and what was expected. Chinese, no full stop at the end. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** What the unit that filed the entry is to do, where `hint` speaks to the editor; null where no unit can mend it. */
  readonly forUnit?: string | null;
  readonly at: Place;
  /** Id of the entry it speaks of, where there is one. */
  readonly entry: string | null;
  readonly related: readonly { readonly at: Place; readonly message: string }[];
  /** The one right answer, where there is one: what to write at which places. */
  readonly fix?: readonly Edit[];
}

/** A stretch of a source that gives way to another text. */
export interface Edit {
  readonly at: Place;
  readonly text: string;
}

/** A finding as it leaves the program: lines and columns count code points from 1, `endColumn` is exclusive. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly forUnit?: string | null;
  readonly entry: string | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  /** The one right answer, where it holds nothing that must not be shown. */
  readonly fix?: readonly Replacement[];
}

/** An edit as it leaves the program. */
export interface Replacement {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}
