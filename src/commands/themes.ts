import { isoDay, parseMoment } from "../base/time.ts";
import { addExamples } from "../cli/examples.ts";
import { rankingOf } from "../pipeline/draft-plan.ts";
import { changesSince, overviewOf } from "../pipeline/themes.ts";
import { jsonDiagnostic, toJson } from "../report/json.ts";
import { countOf } from "../report/words.ts";
import { locate } from "../report/locate.ts";
import { renderPretty } from "../report/pretty.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { loadAllEntries, surveyLoaded } from "./entries.ts";
import { textOption } from "./options.ts";
import { changesJson, overviewJson } from "./themes/json.ts";
import { changeLines, overviewLines } from "./themes/lines.ts";
import { openOffice } from "./workspace.ts";

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
    const { world, globals, options } = call;
    const workspace = openOffice(call);
    const since = sinceOf(call, workspace.grounds.office.zone, workspace.grounds.now.day);
    const found = surveyLoaded(loadAllEntries(world, workspace), workspace);
    const look = { sources: new Map(), colour: globals.colour, columns: world.stderr.columns };
    if (found.classified.length > 0) return stop(call, locate(found.classified), look, EXIT.classified);
    const faults = workspace.grounds.findings.filter(({ severity }) => severity === "error");
    if (faults.length > 0) {
      const sources = new Map(faults.map(({ at }) => [at.source.path, at.source] as const));
      return stop(call, locate(faults), { ...look, sources }, EXIT.errors);
    }
    const context = rankingOf(found);
    const overview = overviewOf(found.entries, context);
    const changes = since === null ? null : changesSince(since, overview, context);
    if (options["json"] === true) {
      const json = changes === null ? overviewJson(overview, context) : changesJson(since as number, changes, context);
      world.stdout.write(toJson(json));
    } else {
      const lines =
        changes === null ? overviewLines(overview, context) : changeLines(since as number, changes, context);
      world.stdout.write(`${lines.join("\n")}\n`);
    }
    return EXIT.clean;
  },
};

/** Says what stands in the way; with --json as a document of its own. */
function stop(call: Call, found: Diagnostics, look: Parameters<typeof renderPretty>[1], code: ExitCode): ExitCode {
  const { world, options } = call;
  if (options["json"] === true)
    world.stdout.write(toJson({ version: 1, ...countOf(found), diagnostics: found.map(jsonDiagnostic) }));
  world.stderr.write(renderPretty(found, look));
  return code;
}

type Diagnostics = ReturnType<typeof locate>;

function sinceOf({ options }: Call, zone: string, today: number): number | null {
  const given = textOption(options, "since");
  if (given === null) return null;
  const moment = parseMoment(given, zone);
  if (moment === null) throw new UsageError(`--since 不是日期：${given}`, "写成 2026-11-16 或 2026年11月16日");
  if (moment.day > today)
    throw new UsageError(`--since ${isoDay(moment.day)} 在 ${isoDay(today)} 之后`, "请写以前的一天");
  return moment.day;
}
