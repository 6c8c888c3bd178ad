import { isoDay } from "../../base/time.ts";
import { lagsOf, type Window } from "../../pipeline/coverage.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { renderLags, renderLagsJson, type LagData, type LagRowData } from "../../report/lags.ts";
import { UsageError, type Call } from "../command.ts";

/** What `--lag` has no use for. */
const APART = ["html", "svg", "commission"] as const;

/** Whether the lag table is asked for; what cannot go with it is refused. */
export function wantsLag({ options }: Call): boolean {
  if (options["lag"] !== true) return false;
  const other = APART.find((name) => options[name] !== undefined);
  if (other !== undefined) throw new UsageError(`--lag 与 --${other} 不能同时使用`, "请分两次运行");
  return true;
}

/** Writes the lag table of a window. */
export function showLag({ world, globals, options }: Call, found: Survey, window: Window): void {
  const data: LagData = { from: isoDay(window.from), to: isoDay(window.to), ...lagsOf(found, window) };
  world.stdout.write(
    options["json"] === true
      ? renderLagsJson(data, [])
      : renderLags(data, { colour: globals.colour, columns: world.stdout.columns }),
  );
}

const NOTHING: LagRowData = {
  name: null,
  entries: 0,
  late: 0,
  open: 0,
  reported: null,
  taken: null,
  printed: null,
  solved: null,
};

/** The table of a run that stopped. */
export function noLag(window: Window): LagData {
  return { from: isoDay(window.from), to: isoDay(window.to), rows: [], total: NOTHING };
}
