import type { Finding } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";
import type { Span } from "./node.ts";

/** The rules of the *reading* group: always errors. */
export type ReadingRuleName =
  "syntax" | "unknown-field" | "missing-field" | "bad-value" | "duplicate-id" | "unreadable-file" | "template";

export interface Fault {
  readonly rule: ReadingRuleName;
  readonly at: Span;
  readonly message: string;
  readonly hint: string;
  /** What a unit is to do, where `hint` speaks to the editor. */
  readonly forUnit?: string;
  /** The one right answer, where there is one. */
  readonly fix?: Rewrite;
}

/** What to write in place of a stretch of the source. */
export interface Rewrite extends Span {
  readonly text: string;
}

/** So many faults say enough of one document; a hostile one holds thousands. */
const MAX_FAULTS = 20;

/** What one file is being read into: its text, and the faults found on the way. */
export class Reading {
  readonly source: Source;
  readonly zone: string;
  readonly faults: Fault[] = [];
  /** Dotted paths of what is required and absent. */
  readonly missing = new Set<string>();

  constructor(source: Source, zone: string) {
    this.source = source;
    this.zone = zone;
  }

  /** Whether faults were left out, so that what is not listed may be faulty too. */
  get full(): boolean {
    return this.faults.length >= MAX_FAULTS;
  }

  fault(rule: ReadingRuleName, at: Span, message: string, hint: string): void {
    this.add({ rule, at: { start: at.start, end: at.end }, message, hint });
  }

  /** A fault with its answer. */
  add(fault: Fault): void {
    if (!this.full) this.faults.push(fault);
  }

  /** The faults as findings of an entry, or of no entry. */
  findings(entry: string | null): Finding[] {
    return this.faults.map((fault) => toFinding(this.source, fault, entry));
  }
}

export function toFinding(source: Source, fault: Fault, entry: string | null): Finding {
  const { rule, at, message, hint, forUnit, fix } = fault;
  return {
    rule,
    severity: "error",
    message,
    hint,
    ...(forUnit === undefined ? {} : { forUnit }),
    entry,
    at: { source, start: at.start, end: at.end },
    related: [],
    ...(fix ? { fix: [{ at: { source, start: fix.start, end: fix.end }, text: fix.text }] } : {}),
  };
}
