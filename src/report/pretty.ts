import { Lines } from "../base/lines.ts";
import { maskPersonal } from "../base/personal.ts";
import { visible, visiblePath } from "../base/visible.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";
import { drawFrame } from "./frame.ts";
import { paintFor, type Paint } from "./paint.ts";
import { SEVERITY_WORDS } from "./words.ts";

export interface PrettyOptions {
  /** By path, the texts that may be shown: a file that is not here gets no code frame. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly colour: boolean;
  readonly columns: number;
  /** Whether a finding speaks of the line it is on; all do where not given. */
  readonly framed?: ((diagnostic: Diagnostic) => boolean) | undefined;
}

/** Findings for people: by file, each with its line, carets under the place, and what to do. Empty where there are none. */
export function renderPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const paint = paintFor(options.colour);
  const tables = new Map<string, Lines>();
  const linesOf = (file: string): Lines | null => {
    const source = options.sources.get(file);
    const known = tables.get(file) ?? (source ? new Lines(source.text) : null);
    if (known) tables.set(file, known);
    return known;
  };
  const blocks = byFile(diagnostics).map(([file, found]) => {
    const items = found.map((each) => {
      const lines = options.framed?.(each) === false ? null : linesOf(file);
      return item(each, lines, { paint, columns: options.columns });
    });
    return `${paint.file(visiblePath(file))}\n${items.join("\n")}`;
  });
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

function byFile(diagnostics: readonly Diagnostic[]): [string, Diagnostic[]][] {
  const groups = new Map<string, Diagnostic[]>();
  for (const each of diagnostics) {
    const group = groups.get(each.file);
    if (group) group.push(each);
    else groups.set(each.file, [each]);
  }
  return [...groups];
}

interface Look {
  readonly paint: Paint;
  readonly columns: number;
}

function item(diagnostic: Diagnostic, lines: Lines | null, look: Look): string {
  const { paint } = look;
  const place = `${diagnostic.line}:${diagnostic.column}`;
  const word = paint.severity[diagnostic.severity](SEVERITY_WORDS[diagnostic.severity]);
  const rule = paint.faint(`[${visible(diagnostic.rule)}]`);
  const rows = [`  ${place} ${word} ${visible(diagnostic.message)} ${rule}`];
  if (lines) rows.push(...frameRows(diagnostic, lines, look));
  if (diagnostic.hint !== "") rows.push(`    → ${visible(diagnostic.hint)}`);
  for (const one of diagnostic.related) {
    rows.push(`    ${paint.faint("另见")} ${visible(one.file)}:${one.line}:${one.column} ${visible(one.message)}`);
  }
  return rows.join("\n");
}

/** The line of the finding and the carets below it; nothing for an empty line. Of several lines the first is shown. */
function frameRows(diagnostic: Diagnostic, lines: Lines, { paint, columns }: Look): string[] {
  const text = maskPersonal(lines.text(diagnostic.line));
  if (text.trim() === "") return [];
  const number = String(diagnostic.line);
  const gutter = `    ${number} | `;
  const { column, line, endLine } = diagnostic;
  const endColumn = endLine === line ? diagnostic.endColumn : [...text.trimEnd()].length + 1;
  const frame = drawFrame({ text, column, endColumn }, Math.max(20, columns - gutter.length));
  const blank = `    ${" ".repeat(number.length)} | `;
  return [paint.faint(gutter) + frame.text, paint.faint(blank) + paint.severity[diagnostic.severity](frame.carets)];
}
