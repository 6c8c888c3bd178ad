import { isoDay } from "../../base/time.ts";
import { visible } from "../../base/visible.ts";
import type { Finding } from "../../model/diagnostic.ts";
import { print } from "../../pipeline/print.ts";
import { makeReturnSlips } from "../../pipeline/sheets.ts";
import { locate } from "../../report/locate.ts";
import { shorten } from "../../report/shorten.ts";
import type { World } from "../../world.ts";
import { join, safeName } from "../paths.ts";
import { loadPaper } from "../publication.ts";
import type { Workspace } from "../workspace.ts";
import type { Batch } from "./batch.ts";
import { RETURN_FOLDER } from "./inbox.ts";

/** A 退稿单 that is not written yet. */
export interface Slip {
  /** Absolute; where another one has the name, a number is added. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Longer names would not fit into a file name together with the rest. */
const MOST_OF_NAME = 40;

/** What each unit is to mend, of the entries that go back and of urgent ones that go in with faults. Faults of the template keep all from being made. */
export async function makeSlips(
  world: World,
  workspace: Workspace,
  { sorted, found }: Batch,
): Promise<{ slips: readonly Slip[]; findings: readonly Finding[] }> {
  const told = sorted.flatMap(({ repeats, items }) => (repeats ? [] : items.filter(({ faults }) => faults.length > 0)));
  if (told.length === 0) return { slips: [], findings: [] };
  const readings = new Set(told.map(({ reading }) => reading));
  const findings = told.flatMap(({ reading, faults }) => {
    const [path] = faults.map(({ at }) => at.source.path);
    return found.findings.filter(({ entry, at }) => entry === reading.id && at.source.path === path);
  });
  const reported = {
    ...found,
    readings: found.readings.filter((reading) => readings.has(reading)),
    entries: found.entries.filter((entry) => told.some(({ reading }) => reading.entry === entry)),
    diagnostics: shorten(locate([...new Set(findings)])),
  };
  const { sheets, findings: faults } = makeReturnSlips(reported, loadPaper(world, workspace, "退稿单"));
  const day = isoDay(workspace.grounds.now.day);
  const slips: Slip[] = [];
  for (const { unit, paper } of sheets) {
    const name = `退稿单-${safeName(visible(unit ?? "未署名"), MOST_OF_NAME)}-${day}.docx`;
    slips.push({ path: join(workspace.root, RETURN_FOLDER, day, name), bytes: await print(paper, "docx") });
  }
  return { slips, findings: faults };
}
