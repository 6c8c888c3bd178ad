import { plannedIds } from "../../base/plan-ids.ts";
import type { Period, Plan } from "../../model/plan.ts";
import { findClassified } from "../../pipeline/gate.ts";
import { ofPlan } from "../../pipeline/period.ts";
import { survey, type Survey } from "../../pipeline/survey.ts";
import { locate } from "../../report/locate.ts";
import { shorten } from "../../report/shorten.ts";
import { EXIT, type Call, type ExitCode } from "../command.ts";
import { lateFor } from "../digest/late.ts";
import { periodPlanPath } from "../digest/plan-file.ts";
import { loadAllEntries, loadNamedEntries, surveyLoaded, watched, type Loaded } from "../entries.ts";
import { prettyFindings } from "../findings.ts";
import { renderIssueJson } from "../issue-json.ts";
import { openPublished } from "../ledger/open.ts";
import { textOption } from "../options.ts";
import { typedPath } from "../paths.ts";
import { loadPlan, planPath, type LoadedPlan } from "../plans.ts";
import { DEFAULT_PUBLICATION } from "../publication.ts";
import type { Workspace } from "../workspace.ts";

/** What every way of planning begins with: the entries checked, and the plan there is. */
export interface Job {
  readonly workspace: Workspace;
  readonly found: Survey;
  readonly publication: string;
  /** Where the plan stands or is to stand, absolute. */
  readonly path: string;
  readonly former: LoadedPlan | null;
}

/** Reads entries and plan; an exit code where classified material or a fault of office or plan stands in the way. */
export async function prepare(call: Call): Promise<Job | ExitCode> {
  const workspace = await openPublished(call);
  const publication = textOption(call.options, "publication") ?? DEFAULT_PUBLICATION;
  const named = textOption(call.options, "plan");
  const path = named === null ? planPath(workspace, publication) : typedPath(call.globals.folder, named);
  const former = loadPlan(call.world, workspace, path);
  const found = surveyLoaded(call.world, loadEntries(call, workspace, former), workspace);
  const secret = [
    ...found.classified,
    ...(former ? findClassified(former.source, [], { values: former.reading.places }) : []),
  ];
  if (secret.length > 0) return stop(call, { ...found, classified: secret }, secret);
  const faults = [...workspace.grounds.findings, ...(former?.reading.findings ?? [])].filter(
    ({ severity }) => severity === "error",
  );
  if (faults.length > 0) return stop(call, found, faults);
  const plan = former?.reading.plan ?? null;
  const late = plan?.period ? lateTo(call, workspace, { path, plan, period: plan.period, all: found }) : undefined;
  return { workspace, found: ofPlan(found, plan, late), publication, path, former };
}

interface OfPeriod {
  readonly path: string;
  readonly plan: Plan;
  readonly period: Period;
  readonly all: Survey;
}

/** What the plan of a digest may take besides its period's: it was told of that. */
function lateTo({ world }: Call, workspace: Workspace, { path, plan, period, all }: OfPeriod): ReadonlySet<string> {
  const { publication } = plan;
  const isWeek = path === periodPlanPath(workspace, publication, { ...period, isWeek: true });
  return lateFor(world, workspace, { publication, span: { ...period, isWeek }, all });
}

/** Named paths, and with them what the plan already holds: nothing planned may fall out because it was not named. */
function loadEntries({ world, globals, args }: Call, workspace: Workspace, former: LoadedPlan | null): Loaded {
  if (args.length === 0) return loadAllEntries(world, workspace);
  const named = loadNamedEntries(
    world,
    workspace,
    args.map((path) => typedPath(globals.folder, path)),
  );
  if (!former?.reading.plan) return named;
  const planned = plannedIds(former.reading.plan);
  const { files } = loadAllEntries(world, workspace);
  const all = survey(files, workspace.grounds, { whole: true, stopwatch: watched(world, files.length) });
  const kept = new Set(all.entries.filter(({ id }) => planned.has(id)).map(({ source }) => source.path));
  const paths = [...kept].map((path) => typedPath(workspace.root, path));
  return paths.length === 0
    ? named
    : loadNamedEntries(world, workspace, [...args.map((path) => typedPath(globals.folder, path)), ...paths]);
}

function stop(call: Call, found: Survey, findings: Survey["findings"]): ExitCode {
  const { world, options } = call;
  const diagnostics = shorten(locate(findings));
  const secret = found.classified.length > 0;
  if (options["json"] === true) {
    const publication = textOption(options, "publication") ?? DEFAULT_PUBLICATION;
    world.stdout.write(
      renderIssueJson({
        publication,
        day: found.grounds.now.day,
        plan: null,
        arranged: { groups: [], left: [] },
        outputs: [],
        diagnostics,
      }),
    );
  }
  world.stderr.write(prettyFindings(call, findings, { secret }));
  if (!secret) world.stderr.write(`编排单没有更新：有 ${diagnostics.length} 处差错，请改正后再运行\n`);
  return secret ? EXIT.classified : EXIT.errors;
}
