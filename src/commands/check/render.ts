import { isoDay } from "../../base/time.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { versionOf } from "../../cli/version.ts";
import { renderCompact } from "../../report/compact.ts";
import { fingerprintsOf } from "../../report/fingerprints.ts";
import { renderGithub } from "../../report/github.ts";
import { renderCheckJson } from "../../report/json.ts";
import { renderJunit, type JunitCase } from "../../report/junit.ts";
import { renderPretty } from "../../report/pretty.ts";
import { shorten } from "../../report/shorten.ts";
import { renderSarif } from "../../report/sarif.ts";
import type { World } from "../../world.ts";
import type { Workspace } from "../workspace.ts";
import { isForPeople, type CheckFormat } from "./outputs.ts";
import { repositoryPath, withPaths } from "./repository.ts";
import { toldRules } from "./told-rules.ts";

/** What a check came to. */
export interface Checked {
  readonly workspace: Workspace;
  readonly found: Survey;
  /** What may be shown, in the order it is shown: of a classified run nothing else. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How a report looks. */
export interface Look {
  readonly colour: boolean;
  readonly columns: number;
  /** Errors only, where people read it. */
  readonly quiet: boolean;
}

/** One report in its format. */
export function renderCheck(format: CheckFormat, world: World, checked: Checked & { readonly look: Look }): string {
  const { found, diagnostics: all, workspace, look } = checked;
  const secret = found.classified.length > 0;
  const sources: Survey["sources"] = secret ? new Map() : found.sources;
  const errors = look.quiet ? all.filter(({ severity }) => severity === "error") : all;
  // People are shown the first of many alike; machines get all.
  const listed = isForPeople(format) ? shorten(errors) : all;
  if (format === "pretty") return renderPretty(listed, { sources, ...look });
  if (format === "compact") return renderCompact(listed);
  if (format === "json") {
    const { files, readings, grounds } = found;
    return renderCheckJson({ date: isoDay(grounds.now.day), files, entries: readings.length, diagnostics: all });
  }
  const pathOf = repositoryPath(world, workspace.root);
  const placed = listed.map((each) => withPaths(openly(each, sources), pathOf));
  if (format === "github") return renderGithub(placed);
  if (format === "junit") return renderJunit(secret ? [] : casesOf(found, pathOf), placed);
  const fingerprints = secret ? [] : numbered(fingerprintsOf(all, sources));
  return renderSarif({
    version: versionOf(world),
    rules: secret ? [] : toldRules(world, all),
    diagnostics: placed,
    fingerprints,
  });
}

/** A fix tells of the text: not of one whose 密级 was not read as open. */
function openly({ fix, ...found }: Diagnostic, sources: Survey["sources"]): Diagnostic {
  return fix?.every(({ file }) => sources.has(file)) ? { ...found, fix } : found;
}

/** Findings alike are told apart by their order. */
function numbered(fingerprints: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return fingerprints.map((print) => {
    const count = (counts.get(print) ?? 0) + 1;
    counts.set(print, count);
    return `${print}:${count}`;
  });
}

/** Every entry and the file it was read from. */
function casesOf({ readings }: Survey, pathOf: (file: string) => string): JunitCase[] {
  return readings.flatMap(({ id, entry, findings }) => {
    const source = entry?.source ?? findings[0]?.at.source;
    return source ? [{ file: pathOf(source.path), id }] : [];
  });
}
