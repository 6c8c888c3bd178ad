import { visible } from "../base/visible.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { countOf, type Checked } from "./words.ts";

/** The report of `check --format json`: one document, keys in the order of the contract. */
export function renderCheckJson({ date, files, entries, diagnostics }: Checked & { readonly date: string }): string {
  const counts = countOf(diagnostics);
  return toJson({ version: 1, date, files, entries, ...counts, diagnostics: diagnostics.map(jsonDiagnostic) });
}

/** A finding with its keys in the order of the contract. */
export function jsonDiagnostic(diagnostic: Diagnostic): Diagnostic {
  const { rule, severity, message, hint, entry, file, line, column, endLine, endColumn } = diagnostic;
  const related = diagnostic.related.map((one) => ({
    file: one.file,
    line: one.line,
    column: one.column,
    message: one.message,
  }));
  return { rule, severity, message, hint, entry, file, line, column, endLine, endColumn, related };
}

/** JSON that may be shown on a terminal: what acts on one or hides is written as `\uXXXX`, which a parser reads back as it was. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/[^\n\x20-\x7e\u3001-\u3163\u3165-\u9fff\uff01-\uff5e]/gu, escape)}\n`;
}

function escape(char: string): string {
  if (visible(char) === char) return char;
  const units = Array.from({ length: char.length }, (_, index) => char.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
