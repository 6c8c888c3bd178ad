import { isoDay } from "../../base/time.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { renderCompact } from "../../report/compact.ts";
import { renderCheckJson } from "../../report/json.ts";
import { renderPretty } from "../../report/pretty.ts";
import { renderSummary } from "../../report/words.ts";
import type { Call } from "../command.ts";

/** The formats that `check` reports in. */
export const CHECK_FORMATS = ["pretty", "compact", "json"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What a check came to. */
export interface Checked {
  readonly found: Survey;
  /** What may be shown, in the order it is shown: of a classified run nothing else. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reports what was found: data to stdout, talk to stderr. */
export function show({ world, globals, options }: Call, { found, diagnostics }: Checked, format: CheckFormat): void {
  const checked = { files: found.files, entries: found.readings.length, diagnostics };
  if (format === "json") {
    world.stdout.write(renderCheckJson({ date: isoDay(found.grounds.now.day), ...checked }));
    return;
  }
  const listed = options["quiet"] === true ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  const secret = found.classified.length > 0;
  const { colour } = globals;
  const pretty = { sources: secret ? new Map() : found.sources, colour, columns: world.stdout.columns };
  world.stdout.write(format === "compact" ? renderCompact(listed) : renderPretty(listed, pretty));
  world.stderr.write(`${renderSummary(checked)}\n`);
  const [first] = listed;
  if (first && format === "pretty") world.stderr.write(`看规则的依据和例子：zhuanbao explain ${first.rule}\n`);
}
