import { renderDiff } from "../../report/diff.ts";
import { renderSummary } from "../../report/words.ts";
import type { Call } from "../command.ts";
import type { Fixed } from "./fix.ts";
import { reportOf, type Checked } from "./render.ts";
import type { CheckRequest } from "./request.ts";
import { show } from "./show.ts";

interface Shown {
  readonly fixed: Fixed;
  readonly checked: Checked;
}

/** Reports what is left after mending. Where standard output takes the mended text or the changes, the report makes way. */
export function showFixed(call: Call, request: CheckRequest, { fixed, checked }: Shown): void {
  const { world, globals } = call;
  const secret = checked.found.classified.length > 0;
  if (request.fix === "look" && !secret) {
    world.stdout.write(renderDiff(fixed.changes, globals));
    const { found, diagnostics } = checked;
    const left = renderSummary({ files: found.files, entries: found.readings.length, diagnostics });
    world.stderr.write(`改正后：${left}\n`);
  } else if (request.fix === "stdout") {
    if (fixed.text && !secret) world.stdout.write(fixed.text);
    show({ ...call, world: { ...world, stdout: world.stderr } }, request, reportOf(world, checked));
  } else {
    show(call, request, reportOf(world, checked));
    if (request.fix === "off") tellOfFixes(call, request, checked);
  }
}

/** Whoever reads the report is told that some of it need not be done by hand. */
function tellOfFixes({ world }: Call, { outputs, quiet }: CheckRequest, { found, diagnostics }: Checked): void {
  if (quiet || !outputs.some(({ format, path }) => format === "pretty" && path === null)) return;
  const own = new Set(found.grounds.sources.map(({ path }) => path));
  const count = diagnostics.filter(({ file, fix }) => fix !== undefined && !own.has(file)).length;
  if (count > 0)
    world.stderr.write(`其中 ${count} 处可以自动改正：先看 zhuanbao check --fix --dry-run，再去掉 --dry-run\n`);
}
