import { quote, visible } from "../base/visible.ts";
import type { Entry } from "../model/entry.ts";
import { rareIn, type Paper } from "../pipeline/paper.ts";
import type { World } from "../world.ts";
import { findClassified } from "../pipeline/gate.ts";
import { layOut, type Issue } from "../pipeline/issue.ts";
import { ofPlan } from "../pipeline/period.ts";
import type { Survey } from "../pipeline/survey.ts";
import { locate } from "../report/locate.ts";
import { shorten } from "../report/shorten.ts";
import { addExamples } from "../cli/examples.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { dateOf, refuse, stopClassified, tell, warn, type Result } from "./compile/say.ts";
import { fontStates, installedFonts } from "./fonts.ts";
import { loadAllEntries, loadNamedEntries, surveyLoaded } from "./entries.ts";
import { openPublished } from "./ledger/open.ts";
import { chosenFormats, textOption } from "./options.ts";
import { makeOutputs, OUTPUT_FORMATS, writeOutputs, type OutputFormat } from "./outputs.ts";
import { shownPath, typedPath } from "./paths.ts";
import { loadPictures, mayBePrinted } from "./pictures.ts";
import { loadNamedPlan, newestOpenPlan, newestPlan, type LoadedPlan } from "./plans.ts";
import { choosePublication, DEFAULT_PUBLICATION, loadPublication } from "./publication.ts";
import { urgentWaiting } from "./urgent-waiting.ts";
import type { Workspace } from "./workspace.ts";

/** `zhuanbao compile`: plan → draft. */
export const compile: CommandModule = {
  define(command) {
    command
      .argument("[路径...]", "只编这些文件或目录里的信息；不写则按编排单，没有编排单则编全部")
      .option("--publication <刊物>", "编哪种刊物", DEFAULT_PUBLICATION)
      .option("--plan <文件>", "按这个编排单；不写则用该刊物最新的一份")
      .option("-o, --output <文件>", "写到哪里；不写则为 out/<刊物>-<日期>-草稿")
      .option("--format <格式>", "docx、html、txt、md、pdf，可用逗号并列", "docx")
      .option("--copy-number <号>", "这一份的份号，印成六位数在左上角")
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
    const formats = chosenFormats(call.options, OUTPUT_FORMATS);
    const workspace = await openPublished(call);
    const { world, globals, args } = call;
    const named = args.map((path) => typedPath(globals.folder, path));
    const loaded = named.length > 0 ? loadNamedEntries(world, workspace, named) : loadAllEntries(world, workspace);
    const found = surveyLoaded(world, loaded, workspace);
    const publication = textOption(call.options, "publication") ?? DEFAULT_PUBLICATION;
    if (found.classified.length > 0)
      return stopClassified(call, found.classified, { publication, day: workspace.grounds.now.day });
    return compileIssue(call, { found, workspace, publication, formats });
  },
};

interface Job {
  readonly found: Survey;
  readonly workspace: Workspace;
  readonly publication: string;
}

async function compileIssue(
  call: Call,
  { found: all, workspace, publication: name, formats }: Job & { formats: OutputFormat[] },
): Promise<ExitCode> {
  const { world, options } = call;
  const plan = choosePlan(call, workspace, name);
  const { day } = workspace.grounds.now;
  const secret = plan ? findClassified(plan.source, [], { values: plan.reading.places }) : [];
  if (secret.length > 0) return stopClassified(call, secret, { publication: name, day });
  const publication = choosePublication(world, workspace, name);
  mustBeOf(name, plan);
  const found = ofPlan(all, plan?.reading.plan ?? null);
  const { pictures, told } = loadPictures(world, workspace.root, mayBePrinted(found, plan?.reading.plan ?? null));
  world.status.show("正在排版");
  const issue = layOut(found, {
    publication,
    plan: plan?.reading ?? null,
    ...loadPublication(world, workspace, publication),
    skipInvalid: options["skipInvalid"] === true,
    day,
    pictures,
    copy: copyNumber(textOption(options, "copyNumber")),
  });
  const diagnostics = shorten(locate(issue.findings));
  const shownPlan = plan ? shownPath(workspace.root, plan.path) : null;
  const result = { publication: name, day, plan: shownPlan, diagnostics, found, issue };
  if (issue.refusals.length > 0) return refuse(call, result);
  if (!issue.print) throw new UsageError("没有可编入的信息", whatIsLeft(issue));
  const outputs = await makeOutputs(call, { workspace, formats, publication: name, print: issue.print });
  if (options["dryRun"] !== true) writeOutputs(world, outputs);
  const prints = printedEntries(issue).map(({ id }) => id);
  for (const id of prints) for (const line of told.get(id) ?? []) world.stderr.write(`${line}\n`);
  await sayAloud(call, workspace, { found, publication: name, prints, print: issue.print, outputs });
  warn(call, result, dateOf(plan?.reading.plan ?? null));
  const shown = outputs.map(({ file, replaces }) => {
    return { ...file, replaces, path: shownPath(workspace.root, file.path) };
  });
  tell(call, result, { outputs: shown, ordered: orderedBy(call, workspace, result) });
  return EXIT.clean;
}

function printedEntries({ arranged }: Issue): Entry[] {
  return arranged.groups.flatMap(({ rows }) => rows.flatMap(({ item, merged }) => [item.entry, ...merged]));
}

interface Said {
  readonly found: Survey;
  readonly publication: string;
  /** Ids of the entries. */
  readonly prints: readonly string[];
  readonly print: Paper;
  readonly outputs: Awaited<ReturnType<typeof makeOutputs>>;
}

/** What must not be overlooked: a PDF that is only to look at, and urgent reports that wait for nothing. */
async function sayAloud(
  { world }: Call,
  workspace: Workspace,
  { found, publication, prints, print, outputs }: Said,
): Promise<void> {
  const pdf = outputs.find(({ file }) => file.format === "pdf");
  if (pdf) await sayOfPdf(world, print, pdf.file.pages);
  for (const line of rareLines(print)) world.stderr.write(`${line}\n`);
  for (const line of urgentWaiting(world, workspace, found, { publication, prints })) world.stderr.write(`${line}\n`);
}

/** Characters that the text's own font lacks are set in another: to be looked at on paper. */
function rareLines(paper: Paper): string[] {
  const all = rareIn(paper);
  return [...new Set(all.map(({ font }) => font))].map((font) => {
    const chars = all.flatMap((rare) => (rare.font === font ? [visible(rare.char)] : []));
    return `本字库没有的字，改用“${visible(font)}”印：${chars.join("")}，请核对纸样`;
  });
}

/** A page set with other fonts than the layout's is only to look at; said, or it would pass for the paper. */
async function sayOfPdf(world: World, { layout, pages }: Paper, printed: number): Promise<void> {
  const installed = await installedFonts(world);
  const missing = installed === null ? [] : fontStates(layout, installed).filter(({ has }) => !has);
  if (missing.length > 0)
    world.stderr.write(
      `PDF 用的是替代字体（这台机器没有 ${missing.map(({ name }) => visible(name)).join("、")}），只供看样；正式打印请用装了这些字体的机器\n`,
    );
  if (printed !== pages) world.stderr.write(`PDF 是 ${printed} 页，按版式应为 ${pages} 页，请核对\n`);
}

function mustBeOf(publication: string, plan: LoadedPlan | null): void {
  const own = plan?.reading.plan?.publication ?? publication;
  if (own !== publication)
    throw new UsageError(`这份编排单是“${own}”的，不是“${publication}”的`, `请加 --publication ${own}`);
}

/** 份号 has six digits. */
const MOST_COPIES = 999_999;

function copyNumber(text: string | null): number | null {
  if (text === null) return null;
  const number = /^\d{1,6}$/u.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= MOST_COPIES) return number;
  throw new UsageError(`--copy-number 后应是份号，现为“${quote(text)}”`, "请写 1 至 999999 的数，如 --copy-number 12");
}

/** The plan asked for; else, where no paths are named, the newest one. */
function choosePlan(
  { world, globals, args, options }: Call,
  workspace: Workspace,
  publication: string,
): LoadedPlan | null {
  const named = textOption(options, "plan");
  if (named !== null) return loadNamedPlan(world, workspace, typedPath(globals.folder, named));
  return args.length > 0 ? null : newestOpenPlan(world, workspace, publication);
}

/** What the order goes by, in words: a plan that is done with is no plan, but an editor looks for it. */
function orderedBy({ world, args }: Call, workspace: Workspace, { plan, publication }: Result): string {
  if (plan !== null) return `按编排单 ${visible(plan)}`;
  const done = args.length > 0 ? null : newestPlan(world, workspace, publication);
  const why = done ? `编排单 ${visible(shownPath(workspace.root, done.path))} 已经编发` : "没有编排单";
  return `${why}，按系统排序编排`;
}

function whatIsLeft({ arranged }: Issue): string {
  const [first] = arranged.left;
  return first ? `共 ${arranged.left.length} 条都未编入，如 ${first.id}：${first.why}` : "请先用 zhuanbao new 录入信息";
}
