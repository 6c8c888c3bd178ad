import { visible } from "../../base/visible.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Publication } from "../../model/office.ts";
import { findClassified } from "../../pipeline/gate.ts";
import { layOut, type Issue } from "../../pipeline/issue.ts";
import { ofPlan } from "../../pipeline/period.ts";
import { owedForIssue } from "../../pipeline/owed-for-issue.ts";
import type { Printable } from "../../pipeline/signed.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { locate } from "../../report/locate.ts";
import { shorten } from "../../report/shorten.ts";
import { isReserved } from "../../ledger/series.ts";
import { UsageError, type Call, type ExitCode } from "../command.ts";
import { dateOf, refuse, stopClassified } from "../compile/say.ts";
import { loadAllEntries, surveyLoaded } from "../entries.ts";
import { openPublished } from "../ledger/open.ts";
import { dayOption, textOption } from "../options.ts";
import { shownPath, typedPath } from "../paths.ts";
import { loadPictures, mayBePrinted } from "../pictures.ts";
import { loadNamedPlan, newestPlan, type LoadedPlan } from "../plans.ts";
import { choosePublication, DEFAULT_PUBLICATION, loadPublication } from "../publication.ts";
import type { Workspace } from "../workspace.ts";

/** An issue that may be signed: all checked again, and laid out. */
export interface Ready {
  readonly workspace: Workspace;
  readonly found: Survey;
  readonly publication: Publication;
  /** File of the plan, relative to the office. */
  readonly plan: string;
  readonly planDate: string | null;
  readonly supplement: boolean;
  /** Day of the issue, since 1970-01-01. */
  readonly day: number;
  readonly issue: Printable;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks everything again; an exit code where classified material or a fault stands in the way. */
export async function prepareIssue(call: Call): Promise<Ready | ExitCode> {
  const { world } = call;
  const workspace = await openPublished(call);
  const all = surveyLoaded(world, loadAllEntries(world, workspace), workspace);
  const day = dayOption(call.options, "on", workspace.grounds.office.zone) ?? workspace.grounds.now.day;
  const given = textOption(call.options, "publication");
  if (all.classified.length > 0)
    return stopClassified(call, all.classified, { publication: given ?? DEFAULT_PUBLICATION, day });
  const plan = choosePlan(call, workspace, given ?? DEFAULT_PUBLICATION);
  const name = given ?? plan.reading.plan?.publication ?? DEFAULT_PUBLICATION;
  const secret = findClassified(plan.source, [], { values: plan.reading.places });
  if (secret.length > 0) return stopClassified(call, secret, { publication: name, day });
  const publication = checkedPublication(call, workspace, { name, plan });
  const found = ofPlan(all, plan.reading.plan);
  const { pictures, told } = loadPictures(world, workspace.root, mayBePrinted(found, plan.reading.plan));
  world.status.show("正在排版");
  const laid = layOut(found, {
    publication,
    plan: plan.reading,
    ...loadPublication(world, workspace, publication),
    pictures,
    skipInvalid: false,
    day,
  });
  const issue = withOwed(laid, found);
  const diagnostics = shorten(locate(issue.findings));
  const shown = shownPath(workspace.root, plan.path);
  if (issue.refusals.length > 0)
    return refuse(call, { publication: name, day, plan: shown, diagnostics, found, issue }, { may: false });
  for (const line of [...told.values()].flat()) world.stderr.write(`${line}\n`);
  if (!isPrintable(issue)) throw new UsageError("编排单里没有可编发的信息", "请先运行 zhuanbao plan");
  const { supplement } = plan.reading.plan as NonNullable<LoadedPlan["reading"]["plan"]>;
  const planDate = dateOf(plan.reading.plan);
  return { workspace, found, publication, plan: shown, planDate, supplement, day, issue, diagnostics };
}

function isPrintable(issue: Issue): issue is Printable {
  return issue.edition !== null && issue.form !== null;
}

/** What a draft may lack and a signed issue may not. */
function withOwed(issue: Issue, { grounds }: Survey): Issue {
  const owed = issue.edition ? owedForIssue(issue.edition, grounds.profile.urgent.category) : [];
  return { ...issue, refusals: [...issue.refusals, ...owed], findings: [...issue.findings, ...owed] };
}

/** The plan named, else the newest of the publication: also one that is published, which then is found again. */
function choosePlan({ world, globals, args }: Call, workspace: Workspace, publication: string): LoadedPlan {
  const [named, other] = args;
  if (other !== undefined) throw new UsageError("一次只编发一份编排单", "请分几次运行");
  if (named !== undefined) return loadNamedPlan(world, workspace, typedPath(globals.folder, named));
  const newest = newestPlan(world, workspace, publication);
  if (newest) return newest;
  throw new UsageError(`没有《${publication}》的编排单`, "编发按编排单：请先运行 zhuanbao plan，核对次序后再编发");
}

function checkedPublication(
  { world }: Call,
  workspace: Workspace,
  { name, plan }: { name: string; plan: LoadedPlan },
): Publication {
  const own = plan.reading.plan?.publication;
  if (own !== undefined && own !== name)
    throw new UsageError(
      `这份编排单是“${own}”的，不是“${name}”的`,
      `请去掉 --publication，或写成 --publication ${own}`,
    );
  if (isReserved(name))
    throw new UsageError(`刊物名“${visible(name)}”与台账自用的名称相同，不能编号`, "请在 zhuanbao.yaml 里给刊物改名");
  return choosePublication(world, workspace, name);
}
