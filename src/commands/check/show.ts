import type { Severity } from "../../model/diagnostic.ts";
import { visible } from "../../base/visible.ts";
import type { Call } from "../command.ts";
import { dirname, shownPath } from "../paths.ts";
import { isForPeople, type Output } from "./outputs.ts";
import { renderReport, type Look, type Report } from "./render.ts";

/** Where reports go, and whether people are shown errors only. */
interface Asked {
  readonly outputs: readonly Output[];
  readonly quiet: boolean;
}

/** Reports what was found: files first, then data to stdout and talk to stderr. After classified material no file is written. */
export function show(call: Call, { outputs, quiet }: Asked, report: Report): void {
  const { world, globals } = call;
  const { diagnostics, secret } = report;
  if (!secret) writeReports(call, outputs, { ...report, look: { colour: false, columns: 80, quiet } });
  const look: Look = { colour: globals.colour, columns: world.stdout.columns, quiet };
  const screen = outputs.find(({ path }) => path === null);
  if (screen) world.stdout.write(renderReport(screen.format, world, { ...report, look }));
  // Where to look must be said somewhere.
  else if (secret) world.stderr.write(renderReport("pretty", world, { ...report, look }));
  if (!screen || isForPeople(screen.format)) world.stderr.write(`${report.summary}\n`);
  const first = worst(diagnostics);
  if (first && (!quiet || first.severity === "error") && screen?.format === "pretty")
    world.stderr.write(`看规则的依据和例子：zhuanbao explain ${first.rule}\n`);
  for (const { path } of outputs) {
    if (path === null) continue;
    const shown = visible(shownPath(report.root, path));
    world.stderr.write(secret ? `没有写 ${shown}：遇到涉密信息\n` : `已写出 ${shown}\n`);
  }
}

/** The finding whose rule is worth reading first: the first error, else the first warning, else the first note. */
function worst(diagnostics: Report["diagnostics"]): Report["diagnostics"][number] | undefined {
  const first = (level: Severity): Report["diagnostics"][number] | undefined =>
    diagnostics.find(({ severity }) => severity === level);
  return first("error") ?? first("warning") ?? first("note");
}

/** All of them are made before one is written. They look the same whatever terminal they were made at. */
function writeReports({ world }: Call, outputs: Asked["outputs"], report: Report & { readonly look: Look }): void {
  const made = outputs.flatMap(({ format, path }) =>
    path === null ? [] : [{ path, text: renderReport(format, world, report) }],
  );
  for (const { path, text } of made) {
    world.files.makeFolder(dirname(path));
    world.files.replace(path, new TextEncoder().encode(text));
  }
}
