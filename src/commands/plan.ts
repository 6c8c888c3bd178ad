import { visible } from "../base/visible.ts";
import { draft, type Draft } from "../pipeline/draft.ts";
import { makeOrderSheet } from "../pipeline/order-sheet.ts";
import { locate } from "../report/locate.ts";
import { shorten } from "../report/shorten.ts";
import { addExamples } from "../cli/examples.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { urgentLeft } from "./compile/say.ts";
import { renderIssueJson } from "./issue-json.ts";
import { textOption } from "./options.ts";
import { dirname, shownPath } from "./paths.ts";
import { diffOfEdits } from "./plan/edits.ts";
import { explainEntry } from "./plan/explain.ts";
import { arrangeByHand } from "./plan/interactive.ts";
import { tellingFaults } from "./plan/faults.ts";
import { showFor } from "./plan/leader.ts";
import { checkPaperName, writePaper } from "./plan/paper.ts";
import { prepare, type Job } from "./plan/prepare.ts";
import { urgentWaiting } from "./urgent-waiting.ts";
import { plansBefore } from "./plans.ts";
import { choosePublication, DEFAULT_PUBLICATION, loadPaper } from "./publication.ts";

/** `zhuanbao plan`: writes the plan of an issue, or brings it up to date and keeps the editor's hand; or shows it from one side. */
export const plan: CommandModule = {
  define(command) {
    command
      .argument("[路径...]", "只编排这些文件或目录里的信息（编排单里已有的照旧）；不写则为全部")
      .option("--publication <刊物>", "哪种刊物", DEFAULT_PUBLICATION)
      .option("--plan <文件>", "编排单写在哪里；不写则为 plans/<刊物>-<日期>.yaml")
      .option("--explain <编号>", "只看：这一条为什么排在这里、为什么没有编入；不写编排单")
      .option("--for <领导>", "只看：这位领导（姓名或职务）该知道的，请决定的在前；加 -o 写成一页纸")
      .option("-o, --output <文件>", "与 --for 同用：写成 DOCX")
      .option("--diff [编号]", "只看：改题、改文与原件相比改了哪里")
      .option("--interactive", "在终端里排：看次序、移动、不用、改题改文、合并，可以撤销，保存才写")
      .option("--sheet <文件>", "写出编排单，另写一份带得分和理由的编排表（DOCX），供定次序的会议用")
      .option("--dry-run", "只说会排成什么样，不写文件")
      .option("--json", "结果以 JSON 写到标准输出");
    addExamples(
      command,
      ["zhuanbao plan", "写出今天一期的编排单"],
      ["zhuanbao plan --date 2026-11-23 --dry-run", "看看 11 月 23 日一期会怎样排"],
      ["zhuanbao plan --explain 青石-2026-147", "看这一条为什么排在那里"],
      ["zhuanbao plan --for 县委书记 -o out/呈县委书记.docx", "给县委书记的一页纸"],
    );
  },

  async run(call) {
    const view = chosenView(call);
    const job = await prepare(call);
    if (typeof job === "number") return job;
    const publication = choosePublication(call.world, job.workspace, job.publication);
    const shown = shownPath(job.workspace.root, job.path);
    const former = job.former?.source ?? null;
    const [last] =
      former === null ? plansBefore(call.world, job.workspace, job.publication, job.workspace.grounds.now.day) : [];
    call.world.status.show("正在排序");
    const made = draft(job.found, publication, { path: shown, former, away: last?.plan.dropped ?? [] });
    return view === null ? writeDraft(call, job, made) : ((await show(call, job, made)) ?? EXIT.clean);
  },
};

const VIEWS = ["explain", "for", "diff", "interactive"] as const;

/** The one side from which the plan is to be looked at; null where it is to be written. */
function chosenView({ options }: Call): (typeof VIEWS)[number] | null {
  const given = VIEWS.filter((name) => options[name] !== undefined);
  const [view, other] = given;
  if (other !== undefined) throw new UsageError(`--${view} 与 --${other} 不能同时使用`, "请一次看一样");
  if (options["output"] !== undefined && view !== "for")
    throw new UsageError("-o 只与 --for 同用", "编排单写到别处用 --plan；编排表用 --sheet");
  for (const [name, flag] of TOGETHER) {
    if (view !== undefined && options[name] !== undefined && options[name] !== false)
      throw new UsageError(`--${view} 与 ${flag} 不能同时使用`, "请分两次运行");
  }
  refuseSheet(options);
  const output = textOption(options, "output");
  if (output !== null) checkPaperName(output);
  return view ?? null;
}

/** What writes, or is a document of its own, and has no place beside a view. */
const TOGETHER = [
  ["sheet", "--sheet"],
  ["json", "--json"],
  ["dryRun", "--dry-run"],
] as const;

/** What cannot be done with --sheet is refused before anything is looked at. */
function refuseSheet(options: Call["options"]): void {
  const path = textOption(options, "sheet");
  if (path === null) return;
  for (const [name, flag] of TOGETHER.slice(1))
    if (options[name] === true) throw new UsageError(`--sheet 与 ${flag} 不能同时使用`, "请分两次运行");
  checkPaperName(path);
}

function show(call: Call, job: Job, made: Draft): Promise<ExitCode | null> | null {
  const { options, world, globals } = call;
  if (options["interactive"] === true) return arrangeByHand(call, job, made);
  const leader = textOption(options, "for");
  if (leader !== null) return showFor(call, job, made, leader);
  const id = textOption(options, "explain");
  const text =
    id === null
      ? diffOfEdits(made, textOption(options, "diff"), globals.colour)
      : `${explainEntry(job.found, made, id).join("\n")}\n`;
  world.stdout.write(text);
  return null;
}

async function writeDraft(call: Call, job: Job, made: Draft): Promise<ExitCode> {
  const { world, options } = call;
  const { workspace, found, publication: name, path } = job;
  const shown = shownPath(workspace.root, path);
  if (options["dryRun"] !== true) {
    world.files.makeFolder(dirname(path));
    world.files.replace(path, new TextEncoder().encode(made.text));
  }
  if (options["json"] === true) {
    const diagnostics = shorten(locate(found.findings));
    const { day } = workspace.grounds.now;
    world.stdout.write(
      renderIssueJson({ publication: name, day, plan: shown, arranged: made.arranged, outputs: [], diagnostics }),
    );
    return EXIT.clean;
  }
  const aloud = [
    ...urgentLeft(found, made.arranged.left),
    ...urgentWaiting(world, workspace, found, { publication: name }),
    ...tellingFaults(found),
    ...withoutId(made, found),
  ];
  for (const line of aloud) world.stderr.write(`${line}\n`);
  const titles = new Map(found.entries.map(({ id, title }) => [id, title]));
  const lines = [
    ...describe(made, titles),
    "",
    ...(made.changes === null ? [] : [...describeChanges(made.changes), ""]),
  ];
  lines.push(
    `${options["dryRun"] === true ? "将写出" : "已写出"}编排单 ${visible(shown)}；改好次序后运行 zhuanbao compile`,
  );
  world.stdout.write(`${lines.join("\n")}\n`);
  return (await writeSheet(call, job, made)) ?? EXIT.clean;
}

/** Said while the editor still has the entries at hand, and not only as the issue is to be signed. */
function withoutId({ plan: { groups } }: Draft, { entries }: Job["found"]): string[] {
  const placed = new Set(groups.flatMap(({ rows }) => rows.flatMap(({ id, merged }) => [id, ...merged])));
  const count = entries.filter(({ id, idGiven }) => !idGiven && placed.has(id)).length;
  return count === 0 ? [] : [`编入的信息有 ${count} 条没有编号，编发（zhuanbao publish）以前请各加一行“编号: ”`];
}

async function writeSheet(call: Call, { workspace, found }: Job, made: Draft): Promise<ExitCode | null> {
  const path = textOption(call.options, "sheet");
  if (path === null) return null;
  const files = loadPaper(call.world, workspace, "编排表");
  return writePaper(call, workspace, { path, ...makeOrderSheet(found, made, files) });
}

/** The plan on screen: what goes where, why, and what stays out. */
function describe({ plan: { groups, dropped }, notes }: Draft, titles: ReadonlyMap<string, string>): string[] {
  const lines = groups.flatMap(({ name, rows }) => [
    visible(name),
    ...rows.flatMap((row) => [
      `  ${visible(row.printTitle ?? row.title)}${row.pinned ? "（固定）" : ""}`,
      `    ${visible(row.id)}  ${visible(notes.get(row.id) ?? "编辑编入")}`,
      ...row.merged.map((id) => `    并入 ${visible(id)}`),
    ]),
  ]);
  const out = dropped.map(({ id, why }) => {
    const title = titles.get(id);
    return `  ${visible(title ? `${title}（${id}）` : id)}：${visible(why ?? "编辑不用")}`;
  });
  return out.length === 0 ? lines : [...lines, "不用", ...out];
}

function describeChanges(changes: readonly string[]): string[] {
  return changes.length === 0
    ? ["与上次相比没有变化"]
    : ["与上次相比：", ...changes.map((line) => `  ${visible(line)}`)];
}
