import type { Finding } from "../model/diagnostic.ts";
import type { Place, Source } from "../model/source.ts";

/** A fault of a template, at its place in the template. */
export function templateFinding(at: Place, message: string, hint: string): Finding {
  return { rule: "template", severity: "error", message, hint, entry: null, at, related: [] };
}

/** The place of a 1-based line and 0-based column, which is how Handlebars counts. */
export function placeAt(source: Source, line: number, column: number): Place {
  let start = 0;
  for (let left = line - 1; left > 0; left--) start = source.text.indexOf("\n", start) + 1;
  const at = Math.min(start + column, source.text.length);
  return { source, start: at, end: at };
}
