import { isAbsolute } from "node:path";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { RULES } from "../../pipeline/rulebook.ts";
import { fingerprintsOf } from "../../report/fingerprints.ts";
import { parseSuppressions, printSuppressions } from "../../report/suppressions-file.ts";
import { prune, record, sift, totalOf, type Candidate, type Suppressions } from "../../report/suppressions.ts";
import { UsageError, type Call } from "../command.ts";
import { join } from "../paths.ts";
import { SUPPRESSIONS_FILE, type Workspace } from "../workspace.ts";
import type { Checked } from "./render.ts";
import type { SuppressionMode } from "./request.ts";

/** Some hundred thousand faults. */
const LIMIT = 32 * 1_048_576;

export interface SetAside {
  /** What is left to report. */
  readonly diagnostics: readonly Diagnostic[];
  /** What must be said of it, line by line. */
  readonly said: readonly string[];
}

interface Asked {
  readonly mode: SuppressionMode;
  /** Whether all entries were looked at. */
  readonly whole: boolean;
}

/** Sets aside the faults on record, and brings the record up to date where that was asked for. */
export function setAside(call: Call, { workspace, found, diagnostics }: Checked, { mode, whole }: Asked): SetAside {
  if (mode === "ignore") return { diagnostics, said: [] };
  const known = loadSuppressions(call, workspace, mode);
  if (known === null) return { diagnostics, said: [] };
  const prints = fingerprintsOf(diagnostics, found.sources);
  const candidates = diagnostics.map((diagnostic, at): Candidate => {
    return { diagnostic, fingerprint: prints[at] ?? "", mayPass: mayPass(diagnostic) };
  });
  if (mode === "heed") return report(candidates, known, whole);
  const now = mode === "prune" ? prune(candidates, known) : record(candidates, whole ? new Map() : known);
  const path = join(workspace.root, SUPPRESSIONS_FILE);
  const text = printSuppressions(now);
  // Nothing on record is no file, unless there was one.
  if (totalOf(now) > 0 || known.size > 0) call.world.files.replace(path, new TextEncoder().encode(text));
  const left = report(candidates, now, whole);
  return { ...left, said: [...said(mode, known, now), ...left.said] };
}

function said(mode: SuppressionMode, known: Suppressions, now: Suppressions): string[] {
  const [before, after] = [totalOf(known), totalOf(now)];
  if (mode === "prune") return [`清理了 ${before - after} 处不再出现的记录，${SUPPRESSIONS_FILE} 还有 ${after} 处`];
  return [`现有的 ${after} 处已记入 ${SUPPRESSIONS_FILE}，以后只报新的；编排、编印不看这个文件`];
}

function report(candidates: readonly Candidate[], known: Suppressions, whole: boolean): SetAside {
  const { fresh, aside, gone } = sift(candidates, known);
  const lines = aside > 0 ? [`另有 ${aside} 处搁置未报（${SUPPRESSIONS_FILE}），全部显示用 --no-suppressions`] : [];
  if (whole && gone > 0) lines.push(`搁置的记录有 ${gone} 处不再出现，清理用 --prune-suppressions`);
  return { diagnostics: fresh.map(({ diagnostic }) => diagnostic), said: lines };
}

const BY_NAME = new Map(RULES.map((rule) => [rule.name, rule]));

/** Never what keeps an entry out, nor a rule whose level is fixed: a clean check means that all entries can be printed. */
function mayPass({ rule: name, severity, file }: Diagnostic): boolean {
  const rule = BY_NAME.get(name);
  // Another machine knows no file outside the office.
  return rule !== undefined && !rule.fixed && !(rule.stops && severity === "error") && !isAbsolute(file);
}

/** Null where there is no record and none is to be made. */
function loadSuppressions({ world }: Call, { root, hasOffice }: Workspace, mode: SuppressionMode): Suppressions | null {
  const makes = mode !== "heed";
  if (!hasOffice) {
    if (!makes) return null;
    throw new UsageError(
      "这里不是工作区，没有地方记搁置的差错",
      "请在工作区里运行，或用 -C 指明；新建工作区用 zhuanbao init",
    );
  }
  const path = join(root, SUPPRESSIONS_FILE);
  if (world.files.kind(path) === null) return makes ? new Map() : null;
  const parsed = parseSuppressions(new TextDecoder().decode(world.files.read(path, LIMIT)));
  if (!("problem" in parsed)) return parsed;
  throw new UsageError(
    `${SUPPRESSIONS_FILE} 读不出来：${parsed.problem}`,
    "请从备份或版本库恢复；或删去它，用 --suppress-all 重新记入；这次先不看它，加 --no-suppressions",
  );
}
