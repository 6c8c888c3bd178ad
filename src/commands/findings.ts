import type { Finding } from "../model/diagnostic.ts";
import { locate } from "../report/locate.ts";
import { renderPretty } from "../report/pretty.ts";
import { shorten } from "../report/shorten.ts";
import type { Call } from "./command.ts";

/** Findings as they are said on stderr, each with the lines it is in; of classified material nothing but where it is. */
export function prettyFindings(
  { world, globals }: Call,
  findings: readonly Finding[],
  { secret = false }: { readonly secret?: boolean } = {},
): string {
  const sources = secret ? new Map() : new Map(findings.map(({ at }) => [at.source.path, at.source] as const));
  return renderPretty(shorten(locate(findings)), { sources, colour: globals.colour, columns: world.stderr.columns });
}
