import type { Severity } from "../../model/diagnostic.ts";
import { visible } from "../../base/visible.ts";
import { renderSummary } from "../../report/words.ts";
import type { Call } from "../command.ts";
import { dirname, shownPath } from "../paths.ts";
import { isForPeople } from "./outputs.ts";
import { renderCheck, type Checked, type Look } from "./render.ts";
import type { CheckRequest } from "./request.ts";

/** Reports what was found: files first, then data to stdout and talk to stderr. After classified material no file is written. */
export function show(call: Call, { outputs, quiet }: CheckRequest, checked: Checked): void {
  const { world, globals } = call;
  const { found, diagnostics } = checked;
  const secret = found.classified.length > 0;
  if (!secret) writeReports(call, outputs, { ...checked, look: { colour: false, columns: 80, quiet } });
  const look: Look = { colour: globals.colour, columns: world.stdout.columns, quiet };
  const screen = outputs.find(({ path }) => path === null);
  if (screen) world.stdout.write(renderCheck(screen.format, world, { ...checked, look }));
  // Where to look must be said somewhere.
  else if (secret) world.stderr.write(renderCheck("pretty", world, { ...checked, look }));
  if (!screen || isForPeople(screen.format))
    world.stderr.write(`${renderSummary({ files: found.files, entries: found.readings.length, diagnostics })}\n`);
  const first = worst(diagnostics);
  if (first && (!quiet || first.severity === "error") && screen?.format === "pretty")
    world.stderr.write(`看规则的依据和例子：zhuanbao explain ${first.rule}\n`);
  for (const { path } of outputs) {
    if (path === null) continue;
    const shown = visible(shownPath(checked.workspace.root, path));
    world.stderr.write(secret ? `没有写 ${shown}：遇到涉密信息\n` : `已写出 ${shown}\n`);
  }
}

/** The finding whose rule is worth reading first: the first error, else the first warning, else the first note. */
function worst(diagnostics: Checked["diagnostics"]): Checked["diagnostics"][number] | undefined {
  const first = (level: Severity): Checked["diagnostics"][number] | undefined =>
    diagnostics.find(({ severity }) => severity === level);
  return first("error") ?? first("warning") ?? first("note");
}

/** All of them are made before one is written. They look the same whatever terminal they were made at. */
function writeReports(
  { world }: Call,
  outputs: CheckRequest["outputs"],
  checked: Checked & { readonly look: Look },
): void {
  const made = outputs.flatMap(({ format, path }) =>
    path === null ? [] : [{ path, text: renderCheck(format, world, checked) }],
  );
  for (const { path, text } of made) {
    world.files.makeFolder(dirname(path));
    world.files.replace(path, new TextEncoder().encode(text));
  }
}
