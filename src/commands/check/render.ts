import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Source } from "../../model/source.ts";
import { isoDay } from "../../base/time.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { versionOf } from "../../cli/version.ts";
import { renderCompact } from "../../report/compact.ts";
import { fingerprintsOf } from "../../report/fingerprints.ts";
import { renderGithub } from "../../report/github.ts";
import { renderCheckJson } from "../../report/json.ts";
import { renderJunit, type JunitCase } from "../../report/junit.ts";
import { renderPretty } from "../../report/pretty.ts";

import { renderSarif, type SarifRule } from "../../report/sarif.ts";
import { shorten } from "../../report/shorten.ts";
import { renderSummary } from "../../report/words.ts";
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

/** What was found, ready to be written in any format. */
export interface Report {
  /** The command it is of, as JUnit names it. */
  readonly command: string;
  /** Folder that paths count from. */
  readonly root: string;
  /** ISO day that stands for now. */
  readonly date: string;
  readonly files: number;
  readonly entries: number;
  readonly diagnostics: readonly Diagnostic[];
  /** By path, the texts that may be shown. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Classified material was met: nothing but the places may be told. */
  readonly secret: boolean;
  /** What was looked at, found fault with or not. */
  readonly cases: readonly JunitCase[];
  /** The rules that findings name. */
  readonly rules: () => readonly SarifRule[];
  /** Whether a finding speaks of the line it is on; all do where not given. */
  readonly framed?: (diagnostic: Diagnostic) => boolean;
  /** What was looked at and found, in one line. */
  readonly summary: string;
}

/** The report of a check of entries. */
export function reportOf(world: World, { workspace, found, diagnostics }: Checked): Report {
  const secret = found.classified.length > 0;
  const counts = { files: found.files, entries: found.readings.length };
  return {
    command: "check",
    root: workspace.root,
    date: isoDay(found.grounds.now.day),
    ...counts,
    diagnostics,
    sources: secret ? new Map() : found.sources,
    secret,
    cases: secret ? [] : casesOf(found),
    rules: () => toldRules(world, diagnostics),
    summary: renderSummary({ ...counts, diagnostics }),
  };
}

/** How a report looks. */
export interface Look {
  readonly colour: boolean;
  readonly columns: number;
  /** Errors only, where people read it. */
  readonly quiet: boolean;
}

/** One report in its format. */
export function renderReport(format: CheckFormat, world: World, report: Report & { readonly look: Look }): string {
  const { diagnostics: all, sources, secret, look, date, files, entries } = report;
  const errors = look.quiet ? all.filter(({ severity }) => severity === "error") : all;
  // People are shown the first of many alike; machines get all.
  const listed = isForPeople(format) ? shorten(errors) : all;
  if (format === "pretty") return renderPretty(listed, { sources, framed: report.framed, ...look });
  if (format === "compact") return renderCompact(listed);
  if (format === "json") return renderCheckJson({ date, files, entries, diagnostics: all });
  const pathOf = repositoryPath(world, report.root);
  const placed = listed.map((each) => withPaths(openly(each, sources), pathOf));
  if (format === "github") return renderGithub(placed);
  const cases = report.cases.map((each) => ({ ...each, file: pathOf(each.file) }));
  if (format === "junit") return renderJunit(cases, placed, report.command);
  const fingerprints = secret ? [] : numbered(fingerprintsOf(all, sources));
  return renderSarif({
    version: versionOf(world),
    rules: secret ? [] : report.rules(),
    diagnostics: placed,
    fingerprints,
  });
}

/** A fix tells of the text: not of one whose 密级 was not read as open. */
function openly({ fix, ...found }: Diagnostic, sources: Report["sources"]): Diagnostic {
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
function casesOf({ readings }: Survey): JunitCase[] {
  return readings.flatMap(({ id, entry, findings }) => {
    const source = entry?.source ?? findings[0]?.at.source;
    return source ? [{ file: source.path, id }] : [];
  });
}
