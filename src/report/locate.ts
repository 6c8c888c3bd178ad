import { Lines } from "../base/lines.ts";
import { maskPersonal } from "../base/personal.ts";
import { byCodePoint } from "../base/order.ts";
import { visible } from "../base/visible.ts";
import type { Diagnostic, Finding } from "../model/diagnostic.ts";
import type { Place, Source } from "../model/source.ts";

/** Findings with lines and columns, personal numbers masked, in the order they are shown: by file, line, column, rule. */
export function locate(findings: readonly Finding[]): Diagnostic[] {
  const tables = new Map<Source, Lines>();
  const linesOf = (source: Source): Lines => {
    const known = tables.get(source) ?? new Lines(source.text);
    tables.set(source, known);
    return known;
  };
  return findings.map((finding) => toDiagnostic(finding, linesOf)).sort(inOrder);
}

function toDiagnostic(finding: Finding, linesOf: (source: Source) => Lines): Diagnostic {
  const { rule, severity, forUnit, entry, at } = finding;
  const related = finding.related.map((one) => ({
    file: one.at.source.path,
    ...startOf(one.at, linesOf),
    message: maskPersonal(one.message),
  }));
  const fix = finding.fix?.map((edit) => ({ ...rangeOf(edit.at, linesOf), text: edit.text }));
  return {
    rule,
    severity,
    message: maskPersonal(finding.message),
    hint: maskPersonal(finding.hint),
    ...(forUnit === undefined ? {} : { forUnit: forUnit === null ? null : maskPersonal(forUnit) }),
    entry,
    ...rangeOf(at, linesOf),
    related,
    ...(fix?.every(mayLeave) ? { fix } : {}),
  };
}

type Range = Pick<Diagnostic, "file" | "line" | "column" | "endLine" | "endColumn">;

function rangeOf({ source, start, end }: Place, linesOf: (source: Source) => Lines): Range {
  const lines = linesOf(source);
  const last = lines.at(Math.max(start, end));
  return { file: source.path, ...lines.at(start), endLine: last.line, endColumn: last.column };
}

/** A masked number would be a wrong answer: such a fix stays inside. */
function mayLeave({ text }: { readonly text: string }): boolean {
  return maskPersonal(text) === text && visible(text) === text;
}

function startOf(place: Place, linesOf: (source: Source) => Lines): { line: number; column: number } {
  const { line, column } = linesOf(place.source).at(place.start);
  return { line, column };
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  return byCodePoint(a.file, b.file) || a.line - b.line || a.column - b.column || byCodePoint(a.rule, b.rule);
}
