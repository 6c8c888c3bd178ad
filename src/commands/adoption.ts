import { isoDay } from "../base/time.ts";
import { padEnd, width } from "../base/width.ts";
import { visible } from "../base/visible.ts";
import { addExamples } from "../cli/examples.ts";

import { standing } from "../ledger/ledger.ts";
import {
  makeBulletin,
  printBulletin,
  type AdoptionGround,
  type Bulletin,
  type BulletinRow,
} from "../pipeline/adoption.ts";
import { toJson } from "../report/json.ts";
import { EXIT, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { windowOf } from "./coverage/window.ts";
import { loadAllEntries, surveyLoaded } from "./entries.ts";
import { prettyFindings } from "./findings.ts";
import { hasLedger, withLedger } from "./ledger/open.ts";
import { textOption } from "./options.ts";
import { checkPaperName, writePaper } from "./plan/paper.ts";
import { loadPaper } from "./publication.ts";
import { openOffice, type Workspace } from "./workspace.ts";

/** `zhuanbao adoption`: who sent how much in a month, how much of it was printed, and what became of it. */
export const adoption: CommandModule = {
  define(command) {
    command
      .option("--month [月份]", "看哪个月，如 2026-11；不写月份或不写本选项，就是本月到今天")
      .option("--from <日期>", "从哪天算起，当天算在内")
      .option("--to <日期>", "到哪天为止，当天算在内；不写则到今天")
      .option("-o, --output <文件>", "写成信息采用情况通报，.docx")
      .option("--all-titles", "不公开的刊物采用的篇目也列出来；不写只列公开的")
      .option("--json", "结果以 JSON 写到标准输出");
    addExamples(
      command,
      ["zhuanbao adoption", "本月到今天各单位报送、采用多少"],
      ["zhuanbao adoption --month 2026-10 -o out/十月通报.docx", "十月的信息采用情况通报"],
    );
  },

  async run(call) {
    const workspace = openOffice(call);
    const { now, office } = workspace.grounds;
    const window = windowOf(call, now.day, office.zone);
    const output = textOption(call.options, "output");
    if (output !== null) checkPaperName(output);
    const ground = await groundOf(call, workspace);
    if (typeof ground === "number") return ground;
    const allTitles = call.options["allTitles"] === true;
    const bulletin = makeBulletin(ground, { window, allTitles, office: office.name, day: now.day });
    if (call.options["json"] === true) call.world.stdout.write(toJson(jsonOf(bulletin, window)));
    else call.world.stdout.write(`${linesOf(bulletin).join("\n")}\n`);
    if (output === null) return EXIT.clean;
    const files = loadPaper(call.world, workspace, "信息采用情况通报");
    return (await writePaper(call, workspace, { path: output, ...printBulletin(bulletin, files) })) ?? EXIT.clean;
  },
};

/** What the count is made from; an exit code where nothing may be counted. */
async function groundOf(call: Call, workspace: Workspace): Promise<AdoptionGround | ExitCode> {
  const { world } = call;
  const found = surveyLoaded(world, loadAllEntries(world, workspace), workspace);
  if (found.classified.length > 0) {
    world.stderr.write(prettyFindings(call, found.classified, { secret: true }));
    return EXIT.classified;
  }
  const { office, profile, findings } = workspace.grounds;
  const faults = findings.filter(({ severity }) => severity === "error");
  if (faults.length > 0) {
    world.stderr.write(prettyFindings(call, faults));
    return EXIT.errors;
  }
  const ground = { office, figures: profile.figures, entries: found.entries };
  if (!hasLedger(world, workspace)) return { ...ground, issues: [], notes: [] };
  return withLedger(world, workspace, ({ ledger }) =>
    Promise.resolve({
      ...ground,
      issues: standing(ledger).map(({ record }) => record),
      notes: ledger.notes.map(({ record }) => record),
    }),
  );
}

function linesOf(bulletin: Bulletin): string[] {
  const { period, submitted, adopted, above, noted, groups, silent, publications, levels } = bulletin;
  const cells = 2 + Math.max(4, ...groups.flatMap(({ rows }) => rows.map(({ unit }) => width(visible(unit)))));
  const head = ["报送", ...publications.map((name) => `《${visible(name)}》`), ...levels, "批示", "得分", "累计"];
  return [
    `${period}：报送 ${submitted} 条，采用 ${adopted} 条，上级采用 ${above} 条，领导批示 ${noted} 条`,
    ...groups.flatMap(({ name, rows }) => [
      "",
      visible(name),
      `  ${padEnd("单位", cells)}${head.join("  ")}`,
      ...rows.map((row) => `  ${padEnd(visible(row.unit), cells)}${figuresOf(row, head)}`),
    ]),
    ...(silent.length > 0 ? ["", `没有报送的单位：${silent.map((unit) => visible(unit)).join("、")}`] : []),
  ];
}

/** Figures under the words of the head. */
function figuresOf({ submitted, own, above, noted, score, total }: BulletinRow, head: readonly string[]): string {
  const figures = [submitted, ...own, ...above, noted, score, total];
  return figures
    .map((figure, index) => padEnd(String(figure), 2 * (head[index]?.length ?? 1) + 2))
    .join("")
    .trimEnd();
}

function jsonOf(bulletin: Bulletin, { from, to }: { readonly from: number; readonly to: number }): object {
  const { submitted, adopted, above, noted, publications, levels, groups, titles, untold, silent } = bulletin;
  return {
    version: 1,
    from: isoDay(from),
    to: isoDay(to),
    submitted,
    adopted,
    above,
    noted,
    publications,
    levels,
    groups,
    titles,
    untold,
    silent,
  };
}
