import { addExamples } from "../cli/examples.ts";
import { findClassified } from "../pipeline/gate.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { stopClassified } from "./compile/say.ts";
import type { Job } from "./digest/job.ts";
import { logged, type Noted } from "./digest/log.ts";
import { makeDigest } from "./digest/make.ts";
import { publishPlan, withIssue } from "./digest/publish.ts";
import { periodOf } from "./digest/period.ts";
import { formerPlan, periodPlanPath, stemOf } from "./digest/plan-file.ts";
import { summary, tell, writeJson } from "./digest/say.ts";
import { loadAllEntries, surveyLoaded } from "./entries.ts";
import { openPublished } from "./ledger/open.ts";
import { chosenFormats, textOption } from "./options.ts";
import { OUTPUT_FORMATS } from "./outputs.ts";
import { join, typedPath } from "./paths.ts";
import { choosePublication, DEFAULT_PUBLICATION, loadPublication, WEEKLY_PUBLICATION } from "./publication.ts";
import type { Workspace } from "./workspace.ts";

/** `zhuanbao digest`: plan and draft of a period, with nobody watching: it never asks, and what is there it never changes. */
export const digest: CommandModule = {
  define(command) {
    command
      .option("--week [哪周]", "编一周（周一至周日）：不写是本周，last 是上一周，也可以写 2026-W47")
      .option("--month [哪月]", "编一个月：不写是本月，last 是上月，也可以写 2026-11")
      .option("--from <日期>", "从哪天报送的编起，当天算在内")
      .option("--to <日期>", "编到哪天为止，当天算在内；不写则到今天")
      .option("--publication <刊物>", `编哪种刊物；不写则按周的是${WEEKLY_PUBLICATION}，其余的是${DEFAULT_PUBLICATION}`)
      .option("--format <格式>", "草稿的格式：docx、html、txt、md、pdf，可用逗号并列", "docx")
      .option("--publish", "直接编发：取期号、定日期、记入台账；不写则只出草稿，等编辑定稿")
      .option("--signer <姓名>", "签发人，与 --publish 同用")
      .option("--editor <姓名>", "责任编辑，与 --publish 同用")
      .option("--log <文件>", "日志写到哪里；不写则为 out/digest.log")
      .option("--json", "结果以 JSON 写到标准输出");
    addExamples(
      command,
      ["zhuanbao digest --week last", "编上一周的《每周信息》：编排单和草稿；已经编过的不动"],
      ["zhuanbao digest --month last --publication 参阅", "编上个月的《参阅》"],
      ["zhuanbao schedule --print cron", "印出放进 crontab 的一行，让它每周自己编"],
    );
  },

  async run(call) {
    const workspace = await openPublished(call);
    const { options } = call;
    const publication =
      textOption(options, "publication") ?? (options["week"] === undefined ? DEFAULT_PUBLICATION : WEEKLY_PUBLICATION);
    const noted: Noted = { publication, span: null, what: "" };
    return logged(call, workspace, { noted, work: () => work(call, workspace, noted) });
  },
};

async function work(call: Call, workspace: Workspace, noted: Noted): Promise<ExitCode> {
  const { world, options } = call;
  const { grounds } = workspace;
  const formats = chosenFormats(options, OUTPUT_FORMATS);
  refuseSigning(call);
  const span = periodOf(options, grounds.now.day, grounds.office.zone);
  noted.span = span;
  const { publication: name } = noted;
  const all = surveyLoaded(world, loadAllEntries(world, workspace, { mayBeEmpty: true }), workspace);
  if (all.classified.length > 0) return stop(call, all.classified, { noted, day: grounds.now.day });
  const publication = choosePublication(world, workspace, name);
  const planPath = periodPlanPath(workspace, name, span);
  const former = formerPlan(world, workspace, { path: planPath, publication: name, span });
  const secret = former ? findClassified(former.source, [], { values: former.reading.places }) : [];
  if (secret.length > 0) return stop(call, secret, { noted, day: grounds.now.day });
  const form = loadPublication(world, workspace, publication);
  const draftBase = join(typedPath(workspace.root, grounds.office.paths.out), `${stemOf(name, span)}-草稿`);
  const publish = options["publish"] === true;
  const job = { workspace, all, publication, form, span, planPath, draftBase, former, publish };
  return finish(call, { ...job, formats: publish ? [] : formats }, noted);
}

/** What cannot go together, or would be asked for, is refused before anything is written. */
function refuseSigning({ options }: Call): void {
  const signing = ["signer", "editor"].filter((name) => options[name] !== undefined);
  if (options["publish"] !== true && signing.length > 0)
    throw new UsageError(`--${signing[0] ?? ""} 要与 --publish 同用`, "只出草稿的，请去掉它；编发时再写");
  if (options["publish"] === true && signing.length < 2)
    throw new UsageError("--publish 要写明签发人和责任编辑", "请加 --signer 签发人 --editor 责任编辑");
}

/** Nothing of classified material is told, in the log not even where it is. */
function stop(
  call: Call,
  findings: Parameters<typeof stopClassified>[1],
  { noted, day }: { readonly noted: Noted; readonly day: number },
): ExitCode {
  noted.what = "遇到涉密信息，全部停下，没有编";
  return stopClassified(call, findings, { publication: noted.publication, day });
}

async function finish(call: Call, job: Job, noted: Noted): Promise<ExitCode> {
  const made = await makeDigest(call, job);
  const isPublished = job.publish && made.kind !== "refused" && made.kind !== "empty";
  const issued = isPublished ? await publishPlan(call, job.planPath) : null;
  if (issued && issued.json === null) {
    noted.what = "有编排单，没有编发，见上面的差错";
    return issued.code;
  }
  const done = issued?.json ? withIssue(made, job, issued.json) : made;
  noted.what = summary(done);
  if (call.options["json"] === true) writeJson(call, job, done, issued?.json ?? null);
  tell(call, job, done);
  return done.kind === "refused" ? EXIT.errors : EXIT.clean;
}
