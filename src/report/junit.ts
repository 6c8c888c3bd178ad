import { visible } from "../base/visible.ts";
import { xmlText } from "../base/xml.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { SEVERITY_WORDS } from "./words.ts";

/** An entry that was looked at, whether anything was found in it or not. */
export interface JunitCase {
  readonly file: string;
  readonly id: string;
}

/**
 * JUnit XML: a suite for each file, a case for each entry, and one for the file itself where something was found that is no entry's.
 * Errors fail their case, all of them in its one failure, since readers show no second; warnings and notes stand in its output.
 */
export function renderJunit(
  cases: readonly JunitCase[],
  diagnostics: readonly Diagnostic[],
  command = "check",
): string {
  const suites = new Map<string, Map<string | null, Diagnostic[]>>();
  const caseOf = (file: string, id: string | null): Diagnostic[] => {
    const suite = suites.get(file) ?? new Map<string | null, Diagnostic[]>();
    suites.set(file, suite);
    const found = suite.get(id) ?? [];
    suite.set(id, found);
    return found;
  };
  for (const { file, id } of cases) caseOf(file, id);
  for (const each of diagnostics) caseOf(each.file, each.entry).push(each);
  const all = [...suites].map(([file, suite]) => suiteOf(file, suite));
  const sum = (key: "tests" | "failures"): number => all.reduce((total, each) => total + each[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="zhuanbao ${escaped(command)}" tests="${sum("tests")}" failures="${sum("failures")}" errors="0" time="0">`,
    ...all.flatMap(({ lines }) => lines),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly lines: readonly string[];
}

function suiteOf(file: string, cases: ReadonlyMap<string | null, readonly Diagnostic[]>): Suite {
  const failures = [...cases.values()].filter((found) => found.some(isError)).length;
  const counts = `tests="${cases.size}" failures="${failures}" errors="0" skipped="0" time="0"`;
  return {
    tests: cases.size,
    failures,
    lines: [
      `  <testsuite name="${escaped(file)}" ${counts}>`,
      ...[...cases].flatMap(([id, found]) => caseLines(file, id, found)),
      "  </testsuite>",
    ],
  };
}

function caseLines(file: string, id: string | null, found: readonly Diagnostic[]): string[] {
  const path = escaped(file);
  const open = `    <testcase classname="${path}" name="${id === null ? path : escaped(id)}" file="${path}" time="0"`;
  if (found.length === 0) return [`${open}/>`];
  const errors = found.filter(isError);
  const [first] = errors;
  const others = found.filter((each) => !isError(each));
  const lines = [`${open}>`];
  if (first) {
    const more = errors.length > 1 ? `（共 ${errors.length} 处差错）` : "";
    lines.push(
      `      <failure type="${escaped(first.rule)}" message="${escaped(first.message + more)}">${textOf(errors)}</failure>`,
    );
  }
  if (others.length > 0) lines.push(`      <system-out>${textOf(others)}</system-out>`);
  return [...lines, "    </testcase>"];
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** The findings in full, one after the other; line feeds between them are the only ones. */
function textOf(found: readonly Diagnostic[]): string {
  const lines = found.flatMap(({ severity, message, hint, file, line, column, rule }) => [
    `${file}:${line}:${column}: ${SEVERITY_WORDS[severity]} ${message} [${rule}]`,
    ...(hint === "" ? [] : [`  → ${hint}`]),
  ]);
  return lines.map(escaped).join("\n");
}

/** After `visible()` no character is left that XML does not take. Jenkins and GitLab would fetch what `[[ATTACHMENT|…]]` names. */
function escaped(text: string): string {
  return xmlText(visible(text).replaceAll("[[ATTACHMENT|", "[ [ATTACHMENT|"));
}
