import { arrivals } from "../../pipeline/arrivals.ts";
import { draft, planOf } from "../../pipeline/draft.ts";
import { layOut, type Issue } from "../../pipeline/issue.ts";
import { issueOf } from "../../pipeline/late.ts";
import { ofPeriod, ofPlan } from "../../pipeline/period.ts";
import type { Survey } from "../../pipeline/survey.ts";
import type { PlanReading } from "../../pipeline/draft.ts";
import type { Call } from "../command.ts";
import { dirname, shownPath } from "../paths.ts";
import { loadPictures, mayBePrinted } from "../pictures.ts";
import type { LoadedPlan } from "../plans.ts";
import { createDrafts, draftPaths, draftsThere, makeDrafts } from "./drafts.ts";
import type { Done, Job } from "./job.ts";
import { lateFor } from "./late.ts";
import { formerPlan } from "./plan-file.ts";

/** Makes what is not there yet of a digest, and changes nothing that is. All is made before anything is written. */
export function makeDigest(call: Call, job: Job): Promise<Done> {
  return job.former === null ? first(call, job) : again(call, job, job.former);
}

/** No plan yet. Whoever creates its file has made the digest; another run that comes to it goes on from that file. */
async function first(call: Call, job: Job): Promise<Done> {
  const { world } = call;
  const { workspace, publication, span, planPath } = job;
  const found = ofPeriod(job.all, span, lateTo(call, job));
  const path = shownPath(workspace.root, planPath);
  const { text } = draft(found, publication, { path, former: null, period: span });
  const reading = planOf({ path, text }, workspace.grounds.office.zone);
  const issue = lay(call, found, job, reading);
  if (issue.refusals.length > 0) return done("refused", found, { issue, reading });
  if (!issue.print) return done("empty", found, { issue, reading: null });
  const drafts = await makeDrafts(call, job, issue.print);
  world.files.makeFolder(dirname(planPath));
  if (!world.files.create(planPath, new TextEncoder().encode(text))) {
    const former = formerPlan(world, workspace, { path: planPath, publication: publication.name, span });
    if (former) return { ...(await again(call, job, former)), kind: "already" };
  }
  const kept = createDrafts(world, drafts);
  return {
    ...done("made", found, { issue, reading }),
    kept,
    outputs: draftsThere(world, job, issue.print.pages),
  };
}

/** The plan is there: only a draft that is missing is made, from the plan as the editor left it. */
async function again(call: Call, job: Job, former: LoadedPlan): Promise<Done> {
  const { world } = call;
  const { workspace } = job;
  const { reading, source } = former;
  const found = ofPlan(job.all, reading.plan, lateTo(call, job));
  const issue = lay(call, found, job, reading);
  if (!reading.plan) return done("refused", found, { issue, reading });
  const arrived = arrivals(found, job.publication, { plan: reading.plan, source }).map(({ id, title }) => ({
    id,
    title,
  }));
  const there = draftsThere(world, job, issue.print?.pages ?? 0);
  // What is signed has no use for a draft.
  const issued = issueOf(reading.plan, workspace.grounds.published);
  if (issued || there.length === draftPaths(job).length)
    return { ...done("already", found, { issue, reading }), issue: issued, refusals: [], outputs: there, arrived };
  if (issue.refusals.length > 0) return done("refused", found, { issue, reading });
  if (!issue.print) return { ...done("empty", found, { issue, reading }), arrived };
  createDrafts(world, await makeDrafts(call, job, issue.print));
  const outputs = draftsThere(world, job, issue.print.pages);
  return { ...done("completed", found, { issue, reading }), outputs, arrived };
}

function lateTo({ world }: Call, { workspace, publication, span, all }: Job): ReadonlySet<string> {
  return lateFor(world, workspace, { publication: publication.name, span, all });
}

function lay({ world }: Call, found: Survey, job: Job, plan: PlanReading): Issue {
  const { publication, form, workspace } = job;
  const { pictures } = loadPictures(world, workspace.root, mayBePrinted(found, plan.plan));
  world.status.show("正在排版");
  return layOut(found, { ...form, publication, plan, pictures, skipInvalid: true, day: workspace.grounds.now.day });
}

interface Laid {
  readonly issue: Issue;
  readonly reading: PlanReading | null;
}

function done(kind: Done["kind"], found: Survey, { issue, reading }: Laid): Done {
  const { arranged, findings, refusals } = issue;
  const plan = reading?.plan ?? null;
  return { kind, found, plan, arranged, findings, refusals, issue: null, outputs: [], kept: [], arrived: [] };
}
