import { fingerprint } from "../base/fingerprint.ts";
import { Lines } from "../base/lines.ts";
import { maskPersonal } from "../base/personal.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";

/**
 * What each finding is known by wherever its line moves: the text of the line and the message, both without what may change by itself.
 * A number in a message may be a place or the days gone by. Of a file that is not in `sources` the line is left out.
 */
export function fingerprintsOf(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
): readonly string[] {
  const tables = new Map<string, Lines>();
  return diagnostics.map(({ file, line, message, column, endLine, endColumn }) => {
    const source = sources.get(file);
    const lines = tables.get(file) ?? new Lines(source?.text ?? "");
    tables.set(file, lines);
    // A finding on a whole file is on no line.
    const isWhole = line === 1 && column === 1 && endLine === 1 && endColumn === 1;
    const text = isWhole ? "" : maskPersonal(lines.text(line)).trim();
    return fingerprint(`${text}\n${message.replace(/\d+/gu, "0")}`);
  });
}
