import { isoDay } from "../base/time.ts";
import type { Finding } from "../model/diagnostic.ts";
import { addExamples } from "../cli/examples.ts";
import { rankingOf } from "../pipeline/draft-plan.ts";
import { changesSince, overviewOf, type Overview } from "../pipeline/themes.ts";
import { jsonDiagnostic, toJson } from "../report/json.ts";
import { countOf } from "../report/words.ts";
import { locate } from "../report/locate.ts";
import { shorten } from "../report/shorten.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { loadAllEntries, surveyLoaded } from "./entries.ts";
import { prettyFindings } from "./findings.ts";
import { openPublished } from "./ledger/open.ts";
import { dayOption } from "./options.ts";
import { changesJson, overviewJson } from "./themes/json.ts";
import { changeLines, overviewLines } from "./themes/lines.ts";

/** `zhuanbao themes`: what the leaders want to know, what answers it, and what is not covered. */
export const themes: CommandModule = {
  define(command) {
    command
      .option("--since <日期>", "阶段工作的新变化：从这一天到现在，各阶段关注点来了什么、比前一段多还是少")
      .option("--json", "结果以 JSON 写到标准输出");
    addExamples(
      command,
      ["zhuanbao themes", "各关注点、决策事项有多少条信息，哪些还没有"],
      ["zhuanbao themes --since 2026-11-16", "11 月 16 日以来阶段工作的新变化"],
    );
  },

  async run(call) {
    const { world, options } = call;
    const workspace = await openPublished(call);
    const since = sinceOf(call, workspace.grounds.office.zone, workspace.grounds.now.day);
    const found = surveyLoaded(world, loadAllEntries(world, workspace), workspace);
    if (found.classified.length > 0) return stop(call, found.classified, EXIT.classified);
    const faults = workspace.grounds.findings.filter(({ severity }) => severity === "error");
    if (faults.length > 0) return stop(call, faults, EXIT.errors);
    const context = rankingOf(found);
    const shown = shownOf(overviewOf(found.entries, context), since, context);
    world.stdout.write(options["json"] === true ? toJson(shown.json()) : `${shown.lines().join("\n")}\n`);
    return EXIT.clean;
  },
};

interface Shown {
  json(): object;
  lines(): string[];
}

/** The overview, or with a day what changed since then. */
function shownOf(overview: Overview, since: number | null, context: ReturnType<typeof rankingOf>): Shown {
  if (since === null)
    return { json: () => overviewJson(overview, context), lines: () => overviewLines(overview, context) };
  const changes = changesSince(since, overview, context);
  return { json: () => changesJson(since, changes, context), lines: () => changeLines(since, changes, context) };
}

/** Says what stands in the way; with --json as a document of its own. */
function stop(call: Call, findings: readonly Finding[], code: ExitCode): ExitCode {
  const { world, options } = call;
  const found = shorten(locate(findings));
  if (options["json"] === true)
    world.stdout.write(toJson({ version: 1, ...countOf(found), diagnostics: found.map(jsonDiagnostic) }));
  world.stderr.write(prettyFindings(call, findings, { secret: code === EXIT.classified }));
  return code;
}

function sinceOf({ options }: Call, zone: string, today: number): number | null {
  const day = dayOption(options, "since", zone);
  if (day !== null && day > today)
    throw new UsageError(`--since ${isoDay(day)} 在 ${isoDay(today)} 之后`, "请写以前的一天");
  return day;
}
