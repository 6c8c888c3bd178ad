import { fingerprint } from "../base/fingerprint.ts";
import { Lines } from "../base/lines.ts";
import { maskPersonal } from "../base/personal.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";

/** A longer stretch is no word that somebody wrote wrong, but the text around it: that may be edited for other reasons. */
const MOST_FOUND = 40;

/**
 * What each finding is known by wherever it moves: its entry, the stretch found and the message without what may change by itself.
 * A number in a message may be a place or the days gone by; `#2` in an id, the place of an entry in its file.
 * Of a file that is not in `sources` the stretch is left out.
 */
export function fingerprintsOf(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
): readonly string[] {
  const tables = new Map<string, Lines>();
  // Findings come in the order of their lines.
  let chars = { file: "", line: 0, all: [] as string[] };
  return diagnostics.map(({ entry, file, line, message, column, endLine, endColumn }) => {
    const source = sources.get(file);
    const lines = tables.get(file) ?? new Lines(source?.text ?? "");
    tables.set(file, lines);
    const isLong = endLine !== line || endColumn - column > MOST_FOUND;
    if (chars.file !== file || chars.line !== line) chars = { file, line, all: [...lines.text(line)] };
    const found = isLong ? "" : chars.all.slice(column - 1, endColumn - 1).join("");
    const id = entry?.replace(/#\d+$/u, "") ?? "";
    return fingerprint([id, maskPersonal(found), message.replace(/\d+/gu, "0")].join("\n"));
  });
}
