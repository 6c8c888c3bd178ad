import { isoDay } from "../base/time.ts";
import { visible } from "../base/visible.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { findClassified } from "../pipeline/gate.ts";
import { layOut, type Issue } from "../pipeline/issue.ts";
import { PRINT_FORMATS, type PrintFormat } from "../pipeline/print.ts";
import type { Survey } from "../pipeline/survey.ts";
import { renderCompact } from "../report/compact.ts";
import { locate } from "../report/locate.ts";
import { renderPretty } from "../report/pretty.ts";
import { addExamples } from "../cli/examples.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { loadAllEntries, loadNamedEntries, surveyLoaded } from "./entries.ts";
import { renderIssueJson, type OutputFile } from "./issue-json.ts";
import { chosenFormats, textOption } from "./options.ts";
import { makeOutputs, writeOutputs } from "./outputs.ts";
import { shownPath, typedPath } from "./paths.ts";
import { loadNamedPlan, newestPlan, type LoadedPlan } from "./plans.ts";
import { choosePublication, DEFAULT_PUBLICATION, loadPublication } from "./publication.ts";
import { openOffice, type Workspace } from "./workspace.ts";

const FORMATS = { now: PRINT_FORMATS, later: ["html", "pdf", "md"] } as const;

/** `zhuanbao compile`: plan → draft. */
export const compile: CommandModule = {
  define(command) {
    command
      .argument("[路径...]", "只编这些文件或目录里的信息；不写则按编排单，没有编排单则编全部")
      .option("--publication <刊物>", "编哪种刊物", DEFAULT_PUBLICATION)
      .option("--plan <文件>", "按这个编排单；不写则用该刊物最新的一份")
      .option("-o, --output <文件>", "写到哪里；不写则为 out/<刊物>-<日期>-草稿")
      .option("--format <格式>", "docx、txt，可用逗号并列", "docx")
      .option("--skip-invalid", "有差错的条目不编入，其余照编，并逐条说明")
      .option("--dry-run", "只说会编成什么样，不写文件")
      .option("--json", "结果以 JSON 写到标准输出");
    addExamples(
      command,
      ["zhuanbao compile", "按最新的编排单编成草稿"],
      ["zhuanbao compile --skip-invalid --date 2026-11-23", "编 11 月 23 日一期，有差错的先不编入"],
      ["zhuanbao compile -o 送审.docx --format docx,txt", "写成指定的文件，另出一份纯文本"],
    );
  },

  async run(call) {
    const formats = chosenFormats(call.options, FORMATS);
    const workspace = openOffice(call);
    const { world, globals, args } = call;
    const named = args.map((path) => typedPath(globals.folder, path));
    const loaded = named.length > 0 ? loadNamedEntries(world, workspace, named) : loadAllEntries(world, workspace);
    const found = surveyLoaded(loaded, workspace);
    const publication = textOption(call.options, "publication") ?? DEFAULT_PUBLICATION;
    if (found.classified.length > 0) return stopClassified(call, { found, workspace, publication });
    return compileIssue(call, { found, workspace, publication, formats });
  },
};

interface Job {
  readonly found: Survey;
  readonly workspace: Workspace;
  readonly publication: string;
}

async function compileIssue(call: Call, { found, workspace, publication: name, formats }: Job & { formats: PrintFormat[] }): Promise<ExitCode> {
  const { world, options } = call;
  const publication = choosePublication(world, workspace, name);
  const plan = choosePlan(call, workspace, name);
  if (plan?.reading.plan && plan.reading.plan.publication !== name) {
    throw new UsageError(`这份编排单是“${plan.reading.plan.publication}”的，不是“${name}”的`, `请加 --publication ${plan.reading.plan.publication}`);
  }
  const secret = plan ? findClassified(plan.source, []) : [];
  if (secret.length > 0) return stopClassified(call, { found: { ...found, classified: secret }, workspace, publication: name });
  const { day } = workspace.grounds.now;
  const sources = loadPublication(world, workspace, publication);
  const issue = layOut(found, { publication, plan: plan?.reading ?? null, ...sources, skipInvalid: options["skipInvalid"] === true, day });
  const diagnostics = locate(issue.findings);
  const shownPlan = plan ? shownPath(workspace.root, plan.path) : null;
  const result = { publication: name, day, plan: shownPlan, diagnostics, found, issue };
  if (issue.refusals.length > 0) return refuse(call, result);
  if (!issue.print) throw new UsageError("没有可编入的信息", whatIsLeft(issue));
  const outputs = await makeOutputs(call, { workspace, formats, publication: name, print: issue.print });
  if (options["dryRun"] !== true) writeOutputs(world, outputs);
  warn(call, { issue, diagnostics, day, planDate: plan?.reading.plan?.date ?? null });
  tell(call, { ...result, outputs: outputs.map(({ file }) => ({ ...file, path: shownPath(workspace.root, file.path) })) });
  return EXIT.clean;
}

/** The plan asked for; else, where no paths are named, the newest one. */
function choosePlan({ world, globals, args, options }: Call, workspace: Workspace, publication: string): LoadedPlan | null {
  const named = textOption(options, "plan");
  if (named !== null) return loadNamedPlan(world, workspace, typedPath(globals.folder, named));
  return args.length > 0 ? null : newestPlan(world, workspace, publication);
}

function whatIsLeft({ arranged }: Issue): string {
  const [first] = arranged.left;
  return first ? `共 ${arranged.left.length} 条都未编入，如 ${first.id}：${first.why}` : "请先用 zhuanbao new 录入信息";
}

/** Classified material: nothing but where it is, and nothing written. */
function stopClassified(call: Call, { found, workspace, publication }: Job): ExitCode {
  const diagnostics = locate(found.classified);
  const { day } = workspace.grounds.now;
  if (call.options["json"] === true) {
    call.world.stdout.write(renderIssueJson({ publication, day, plan: null, arranged: { groups: [], left: [] }, outputs: [], diagnostics }));
  }
  call.world.stderr.write(renderPretty(diagnostics, { sources: new Map(), colour: call.globals.colour, columns: call.world.stderr.columns }));
  return EXIT.classified;
}

interface Result {
  readonly publication: string;
  readonly day: number;
  readonly plan: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly found: Survey;
  readonly issue: Issue;
}

/** Says what stands in the way, and only that; the JSON holds all that was found. */
function refuse(call: Call, { issue, diagnostics, found, ...rest }: Result): ExitCode {
  const { world, globals, options } = call;
  if (options["json"] === true) {
    world.stdout.write(renderIssueJson({ ...rest, diagnostics, arranged: { groups: [], left: [] }, outputs: [] }));
  }
  const own = issue.refusals.filter(({ entry }) => entry === null).map(({ at }) => [at.source.path, at.source] as const);
  const errors = locate(issue.refusals);
  world.stderr.write(renderPretty(errors, { sources: new Map([...found.sources, ...own]), colour: globals.colour, columns: world.stderr.columns }));
  const canSkip = own.length === 0 && options["skipInvalid"] !== true;
  world.stderr.write(`没有编成：有 ${errors.length} 处差错，未写任何文件。请改正后再运行${canSkip ? "；先编其余的，加 --skip-invalid" : ""}\n`);
  return EXIT.errors;
}

interface Remarks {
  readonly issue: Issue;
  readonly diagnostics: readonly Diagnostic[];
  readonly day: number;
  readonly planDate: string | null;
}

/** What the editor must know of what is printed all the same: a late or wrongly routed report goes up, and is said to be one. */
function warn({ world }: Call, { issue, diagnostics, day, planDate }: Remarks): void {
  const printed = new Set(issue.arranged.groups.flatMap(({ rows }) => rows.flatMap(({ item, merged }) => [item.entry.id, ...merged.map(({ id }) => id)])));
  const errors = diagnostics.filter(({ severity, entry }) => severity === "error" && entry !== null && printed.has(entry));
  if (errors.length > 0) world.stderr.write(`程序问题 ${errors.length} 处，照常编入，请编辑留意：\n${renderCompact(errors)}`);
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  if (warnings > 0) world.stderr.write(`另有 ${warnings} 处提醒，可用 zhuanbao check 查看\n`);
  if (planDate !== null && planDate !== isoDay(day)) {
    world.stderr.write(`注意：编排单是 ${visible(planDate)} 的，本期日期印作 ${isoDay(day)}；要编今天的，请先运行 zhuanbao plan\n`);
  }
}

/** Says what was done; success is said last. */
function tell({ world, options }: Call, { publication, day, plan, issue, diagnostics, outputs }: Result & { outputs: readonly OutputFile[] }): void {
  if (options["json"] === true) {
    world.stdout.write(renderIssueJson({ publication, day, plan, arranged: issue.arranged, outputs, diagnostics }));
    return;
  }
  const { groups, left } = issue.arranged;
  const lines = groups.flatMap(({ name, rows }) => [
    `${name}（${rows.length} 条）`,
    ...rows.map(({ row, item }) => `  ${visible(row.printTitle ?? item.entry.title)}（${visible(item.entry.unit.join("、"))}）`),
  ]);
  if (left.length > 0) lines.push(`未编入 ${left.length} 条`, ...left.map(({ id, why }) => `  ${visible(id)}：${visible(why)}`));
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const planned = plan === null ? "没有编排单，按系统排序编排" : `按编排单 ${visible(plan)}`;
  lines.push("", `${publication} ${isoDay(day)}：${planned}，编入 ${count} 条，${outputs[0]?.pages ?? 0} 页`);
  for (const { path, bytes } of outputs) {
    lines.push(options["dryRun"] === true ? `  将写出 ${visible(path)}（未写）` : `  已写出 ${visible(path)}（${Math.ceil(bytes / 1024)} KB）`);
  }
  world.stdout.write(`${lines.join("\n")}\n`);
}
