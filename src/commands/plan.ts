import { visible } from "../base/visible.ts";
import { draft, type Draft } from "../pipeline/draft.ts";
import { findClassified } from "../pipeline/gate.ts";
import { survey, type Survey } from "../pipeline/survey.ts";
import { locate } from "../report/locate.ts";
import { shorten } from "../report/shorten.ts";
import { renderPretty } from "../report/pretty.ts";
import { addExamples } from "../cli/examples.ts";
import { EXIT, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { urgentLeft } from "./compile/say.ts";
import { loadAllEntries, loadNamedEntries, surveyLoaded, type Loaded } from "./entries.ts";
import { renderIssueJson } from "./issue-json.ts";
import { textOption } from "./options.ts";
import { dirname, shownPath, typedPath } from "./paths.ts";
import { loadPlan, planPath, type LoadedPlan } from "./plans.ts";
import { choosePublication, DEFAULT_PUBLICATION } from "./publication.ts";
import { openOffice, type Workspace } from "./workspace.ts";

/** `zhuanbao plan`: writes the plan of an issue, or brings it up to date and keeps the editor's hand. */
export const plan: CommandModule = {
  define(command) {
    command
      .argument("[路径...]", "只编排这些文件或目录里的信息（编排单里已有的照旧）；不写则为全部")
      .option("--publication <刊物>", "哪种刊物", DEFAULT_PUBLICATION)
      .option("--plan <文件>", "编排单写在哪里；不写则为 plans/<刊物>-<日期>.yaml")
      .option("--dry-run", "只说会排成什么样，不写文件")
      .option("--json", "结果以 JSON 写到标准输出");
    addExamples(
      command,
      ["zhuanbao plan", "写出今天一期的编排单"],
      ["zhuanbao plan --date 2026-11-23 --dry-run", "看看 11 月 23 日一期会怎样排"],
    );
  },

  async run(call) {
    const workspace = openOffice(call);
    const publication = textOption(call.options, "publication") ?? DEFAULT_PUBLICATION;
    const named = textOption(call.options, "plan");
    const path = named === null ? planPath(workspace, publication) : typedPath(call.globals.folder, named);
    const former = loadPlan(call.world, workspace, path);
    const found = surveyLoaded(loadEntries(call, workspace, former), workspace);
    const secret = [
      ...found.classified,
      ...(former ? findClassified(former.source, [], { values: former.reading.places }) : []),
    ];
    if (secret.length > 0) return stop(call, { ...found, classified: secret }, secret);
    const faults = [...workspace.grounds.findings, ...(former?.reading.findings ?? [])].filter(
      ({ severity }) => severity === "error",
    );
    if (faults.length > 0) return stop(call, found, faults);
    return writeDraft(call, { workspace, found, publication, path, former });
  },
};

/** Named paths, and with them what the plan already holds: nothing planned may fall out because it was not named. */
function loadEntries({ world, globals, args }: Call, workspace: Workspace, former: LoadedPlan | null): Loaded {
  if (args.length === 0) return loadAllEntries(world, workspace);
  const named = loadNamedEntries(
    world,
    workspace,
    args.map((path) => typedPath(globals.folder, path)),
  );
  if (!former?.reading.plan) return named;
  const { groups, dropped } = former.reading.plan;
  const planned = new Set([
    ...groups.flatMap(({ rows }) => rows.flatMap(({ id, merged }) => [id, ...merged])),
    ...dropped.map(({ id }) => id),
  ]);
  const all = survey(loadAllEntries(world, workspace).files, workspace.grounds, { whole: true });
  const kept = new Set(all.entries.filter(({ id }) => planned.has(id)).map(({ source }) => source.path));
  const paths = [...kept].map((path) => typedPath(workspace.root, path));
  return paths.length === 0
    ? named
    : loadNamedEntries(world, workspace, [...args.map((path) => typedPath(globals.folder, path)), ...paths]);
}

function stop({ world, globals, options }: Call, found: Survey, findings: Survey["findings"]): ExitCode {
  const diagnostics = shorten(locate(findings));
  const secret = found.classified.length > 0;
  const sources = secret ? new Map() : new Map(findings.map(({ at }) => [at.source.path, at.source]));
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
  world.stderr.write(renderPretty(diagnostics, { sources, colour: globals.colour, columns: world.stderr.columns }));
  if (!secret) world.stderr.write(`编排单没有更新：有 ${diagnostics.length} 处差错，请改正后再运行\n`);
  return secret ? EXIT.classified : EXIT.errors;
}

interface Job {
  readonly workspace: Workspace;
  readonly found: Survey;
  readonly publication: string;
  readonly path: string;
  readonly former: LoadedPlan | null;
}

function writeDraft(call: Call, { workspace, found, publication: name, path, former }: Job): ExitCode {
  const { world, options } = call;
  const publication = choosePublication(world, workspace, name);
  const shown = shownPath(workspace.root, path);
  const made = draft(found, publication, { path: shown, former: former?.source ?? null });
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
  for (const line of urgentLeft(found, made.arranged.left)) world.stderr.write(`${line}\n`);
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
  return EXIT.clean;
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
