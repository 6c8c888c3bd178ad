import { visible } from "../base/visible.ts";
import type { Finding } from "../model/diagnostic.ts";
import {
  isOwnSheet,
  makeCommissionSheet,
  overviewOf,
  type Overview,
  type Window,
  isOwnCommissions,
  writeCommissions,
} from "../pipeline/coverage.ts";
import { print } from "../pipeline/print.ts";
import type { CoverageData } from "../report/coverage-data.ts";
import { isSealed, sealed } from "../report/coverage-escape.ts";
import { renderCoverageHtml } from "../report/coverage-html.ts";
import { renderCoverageJson } from "../report/coverage-json.ts";
import { renderCoverageSvg } from "../report/coverage-svg.ts";
import { renderCoverage } from "../report/coverage-text.ts";
import { renderLagsJson } from "../report/lags.ts";
import { locate } from "../report/locate.ts";
import { shorten } from "../report/shorten.ts";
import { addExamples } from "../cli/examples.ts";
import { EXIT, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { dataOf, nothing } from "./coverage/data.ts";
import { noLag, showLag, wantsLag } from "./coverage/lag.ts";
import { collect, targetsOf, writeOutputs, type Format, type Output, type Target } from "./coverage/targets.ts";
import { windowOf } from "./coverage/window.ts";
import { loadAllEntries, surveyLoaded } from "./entries.ts";
import { prettyFindings } from "./findings.ts";
import { openPublished } from "./ledger/open.ts";
import { shownPath } from "./paths.ts";
import { loadPaper } from "./publication.ts";
import type { Workspace } from "./workspace.ts";

/** `zhuanbao coverage`: the whole picture of what came in, what is lacking, and what to ask for. */
export const coverage: CommandModule = {
  define(command) {
    command
      .option("--month [月份]", "看哪个月，如 2026-11；不写月份或不写本选项，就是本月到今天")
      .option("--from <日期>", "从哪天报送的算起，当天算在内")
      .option("--to <日期>", "到哪天为止，当天算在内；不写则到今天")
      .option("--lag", "只看时差：发现、上报、收到、编发、解决之间各隔多久，按单位列表")
      .option("--json", "结果以 JSON 写到标准输出")
      .option("--html <文件>", "另写一页可以打印的网页，有表有图")
      .option("--svg <文件>", "另写一张单位和类别的图")
      .option("--commission <文件>", "按缺口写采编要目：.yaml 是清单，.docx 是约稿单；可以写两次", collect);
    addExamples(
      command,
      ["zhuanbao coverage", "本月到今天的全方位情况"],
      ["zhuanbao coverage --month 2026-10 --html out/十月.html", "十月的情况，另写一页网页"],
      ["zhuanbao coverage --lag --month 2026-10", "十月各单位从发现到上报、到解决各用多久"],
      ["zhuanbao coverage --commission out/约稿.yaml --commission out/约稿单.docx", "把缺口写成下一期采编要目"],
    );
  },

  async run(call) {
    const workspace = await openPublished(call);
    const { now, office, findings } = workspace.grounds;
    const window = windowOf(call, now.day, office.zone);
    const lag = wantsLag(call);
    const targets = targetsOf(call);
    const found = surveyLoaded(call.world, loadAllEntries(call.world, workspace), workspace);
    if (found.classified.length > 0) return stop(call, window, { findings: found.classified, secret: true });
    const faults = findings.filter(({ severity }) => severity === "error");
    if (faults.length > 0) return stop(call, window, { findings: faults, secret: false });
    if (lag) {
      showLag(call, found, window);
      return EXIT.clean;
    }
    return show(call, { workspace, window, targets, overview: overviewOf(found, window) });
  },
};

/** Nothing is counted of a run that stopped; of classified material nothing but its path is told. */
function stop(
  call: Call,
  window: Window,
  { findings, secret }: { readonly findings: readonly Finding[]; readonly secret: boolean },
): ExitCode {
  const { world, options } = call;
  const diagnostics = shorten(locate(findings));
  if (options["json"] === true)
    world.stdout.write(
      options["lag"] === true
        ? renderLagsJson(noLag(window), diagnostics)
        : renderCoverageJson(nothing(window), diagnostics),
    );
  world.stderr.write(prettyFindings(call, findings, { secret }));
  if (!secret) world.stderr.write(`没有统计：有 ${diagnostics.length} 处差错，请改正后再运行\n`);
  return secret ? EXIT.classified : EXIT.errors;
}

interface Job {
  readonly workspace: Workspace;
  readonly window: Window;
  readonly targets: readonly Target[];
  readonly overview: Overview;
}

async function show(call: Call, job: Job): Promise<ExitCode> {
  const { world, globals, options } = call;
  const data = dataOf(job.overview, job.workspace.grounds, job.window);
  const outputs: Output[] = [];
  const said: string[] = [];
  for (const target of job.targets) {
    const made = await contentOf(call, target, { job, data });
    if (made && "findings" in made) return stop(call, job.window, { findings: made.findings, secret: false });
    const shown = visible(shownPath(job.workspace.root, target.path));
    if (made) outputs.push({ ...target, ...made, isOwn: IS_OWN[target.format] });
    said.push(made ? `已写出 ${shown}` : `没有新的要约，没有写 ${shown}`);
  }
  writeOutputs(world, job.workspace.root, outputs);
  world.stdout.write(
    options["json"] === true
      ? renderCoverageJson(data, [])
      : renderCoverage(data, { colour: globals.colour, columns: world.stdout.columns }),
  );
  for (const line of said) world.stderr.write(`${line}\n`);
  return EXIT.clean;
}

/** The bytes of a file asked for, or the faults of a template or layout that keep it from being made; null where there is nothing to ask for. */
async function contentOf(
  { world }: Call,
  { format }: Target,
  { job: { workspace, window, overview }, data }: { readonly job: Job; readonly data: CoverageData },
): Promise<{ bytes: Uint8Array } | { findings: readonly Finding[] } | null> {
  const text = (content: string): { bytes: Uint8Array } => ({ bytes: new TextEncoder().encode(content) });
  if (format === "html") return text(sealed(renderCoverageHtml(data)));
  if (format === "svg") return text(sealed(renderCoverageSvg(data)));
  const rows = overview.coverage.gaps.filter(({ before }) => !before);
  if (rows.length === 0) return null;
  if (format === "yaml") {
    const open = data.gaps.filter(({ before }) => !before);
    return text(writeCommissions(open, `${data.office}：按 ${data.from} 至 ${data.to} 的报送情况，${open.length} 件`));
  }
  const { office, now } = workspace.grounds;
  const sheet = { office: office.name, day: now.day, ...window, rows };
  const { paper, findings } = makeCommissionSheet(sheet, loadPaper(world, workspace, "约稿单"));
  return paper === null ? { findings } : { bytes: await print(paper, "docx") };
}

const isMarked = (bytes: Uint8Array): boolean => isSealed(new TextDecoder().decode(bytes));

/** How a file that was made here is known. */
const IS_OWN: Readonly<Record<Format, (bytes: Uint8Array) => boolean>> = {
  html: isMarked,
  svg: isMarked,
  yaml: (bytes) => isOwnCommissions(new TextDecoder().decode(bytes)),
  docx: isOwnSheet,
};
