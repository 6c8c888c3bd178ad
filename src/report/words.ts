import type { Diagnostic, Severity } from "../model/diagnostic.ts";

/** How a severity is called on screen. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: "差错", warning: "提醒", note: "提示" };

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** How many findings of each severity there are. */
export function countOf(diagnostics: readonly Pick<Diagnostic, "severity">[]): Counts {
  const of = (severity: Severity): number => diagnostics.filter((each) => each.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), notes: of("note") };
}

/** What was looked at, and what was found in it. */
export interface Checked {
  readonly files: number;
  readonly entries: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** `检查 3 个文件、12 条信息：1 个差错，2 个提醒，0 个提示`. */
export function renderSummary({ files, entries, diagnostics }: Checked): string {
  const { errors, warnings, notes } = countOf(diagnostics);
  return `检查 ${files} 个文件、${entries} 条信息：${errors} 个差错，${warnings} 个提醒，${notes} 个提示`;
}
