import { isoDay } from "../../base/time.ts";
import { numberOf } from "../../base/matters.ts";
import { quote, visible } from "../../base/visible.ts";
import { undated } from "../../pipeline/period.ts";
import { isRefused } from "../../pipeline/arrivals.ts";
import { locate } from "../../report/locate.ts";
import { toJson } from "../../report/json.ts";
import { shorten } from "../../report/shorten.ts";
import type { Call } from "../command.ts";
import { urgentLeft } from "../compile/say.ts";
import { prettyFindings } from "../findings.ts";
import { renderIssueJson } from "../issue-json.ts";
import { shownPath } from "../paths.ts";
import { tellingFaults } from "../plan/faults.ts";
import { urgentWaiting } from "../urgent-waiting.ts";
import type { Done, Job } from "./job.ts";
import { showPeriod } from "./period.ts";

/** Entries named at most, of each kind. */
const MOST_NAMED = 10;

/** What somebody must know of a run nobody watched; nothing where all went well. */
export function tell(call: Call, job: Job, done: Done): void {
  const { workspace, publication } = job;
  const lines = [
    ...refusalLines(call, done),
    ...urgentLeft(done.found, done.arranged.left),
    ...urgentWaiting(call.world, workspace, done.found, { publication: publication.name }),
    ...tellingFaults(done.found),
    ...leftOut(job, done),
    ...keptLines(job, done),
    ...alreadyLines(job, done),
  ];
  for (const line of lines) call.world.stderr.write(`${line}\n`);
}

function refusalLines(call: Call, { kind, refusals }: Done): string[] {
  if (kind !== "refused") return [];
  const count = shorten(locate(refusals)).length;
  return [`${prettyFindings(call, refusals).trimEnd()}\n没有编成：有 ${count} 处差错，未写任何文件。请改正后再运行`];
}

/** Entries that are at fault, and those of which nobody knows when they were sent. */
function leftOut({ all }: Job, { found, kind, arranged }: Done): string[] {
  if (kind === "refused" || kind === "already") return [];
  const titles = new Map([...all.entries, ...found.entries].map(({ id, title }) => [id, title]));
  const faulty = [...arranged.left.filter(isRefused), ...undated(all)];
  return listed(
    `没有编入 ${faulty.length} 条，请改正：`,
    faulty,
    ({ id, why }) => `${named(id, titles)}：${quote(why, 120)}`,
  );
}

function keptLines({ workspace }: Job, { kept, plan }: Done): string[] {
  return kept.map(
    (path) =>
      `${visible(shownPath(workspace.root, path))} 已经有了，没有改动；要按${plan ? "新的编排单" : "编排单"}重编，请先移开它再运行`,
  );
}

function alreadyLines(
  { workspace, publication, span, planPath }: Job,
  { kind, issue, arrived, outputs }: Done,
): string[] {
  if (kind !== "already" && kind !== "completed") return [];
  const shown = [planPath, ...outputs.map(({ path }) => path)].map((path) => visible(shownPath(workspace.root, path)));
  const name = issue ? `已编发${issue.year}年${numberOf(issue)}` : "已生成";
  const what = kind === "already" ? `${name}，没有改动` : "已有编排单，补写了草稿";
  const plan = `zhuanbao plan --publication ${visible(publication.name)} --plan ${shown[0] ?? ""}`;
  return [
    `《${visible(publication.name)}》${showPeriod(span)} ${what}：${shown.join("、")}`,
    ...listed(
      `新到 ${arrived.length} 条，${issue ? "这一期已经编发，由下一周（月）的接着编入" : `要编入请运行 ${plan}`}：`,
      arrived,
      ({ id, title }) => `${quote(title, 60)}（${visible(id)}）`,
    ),
  ];
}

function named(id: string, titles: ReadonlyMap<string, string>): string {
  const title = titles.get(id) ?? "";
  return title === "" ? visible(id) : `${quote(title, 60)}（${visible(id)}）`;
}

function listed<T>(head: string, all: readonly T[], line: (one: T) => string): string[] {
  if (all.length === 0) return [];
  const more = all.length > MOST_NAMED ? [`  等 ${all.length} 条`] : [];
  return [head, ...all.slice(0, MOST_NAMED).map((one) => `  ${line(one)}`), ...more];
}

/** The line of the log. */
export function summary(done: Done): string {
  const printed = done.arranged.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const { kind } = done;
  const number = done.issue ? `${done.issue.year}年${numberOf(done.issue)}` : "";
  const words = {
    made: "已编成",
    completed: "已有编排单，补写了草稿",
    already: `${done.issue ? `已编发${number}` : "已生成"}，没有改动`,
    published: `已编发${number}`,
  };
  if (kind === "empty")
    return `本期没有信息${done.found.readings.length > 0 ? `（${done.found.readings.length} 条都不能编入）` : ""}`;
  if (kind === "refused") return `没有编成：有 ${done.refusals.length} 处差错`;
  const left = done.arranged.left.length;
  return `${words[kind]}，编入 ${printed} 条，未编入 ${left} 条，新到 ${done.arrived.length} 条`;
}

/** What `digest --json` says beyond the document of an issue: the period, what came of the run, and what has come in since. */
function moreOf({ span }: Job, { kind, arrived }: Done): Record<string, unknown> {
  return {
    period: { from: isoDay(span.from), to: isoDay(span.to) },
    status: kind,
    arrived: arrived.map(({ id, title }) => ({ id, title })),
  };
}

/** The document of `digest --json`; `issued` is that of `publish`, where it took a number. */
export function writeJson(call: Call, job: Job, done: Done, issued: Readonly<Record<string, unknown>> | null): void {
  const { workspace, publication, planPath, all } = job;
  if (issued) {
    call.world.stdout.write(toJson({ ...issued, ...moreOf(job, done) }));
    return;
  }
  const nothing = done.kind === "refused" || done.kind === "empty";
  const { groups, left } = done.arranged;
  call.world.stdout.write(
    renderIssueJson({
      publication: publication.name,
      day: workspace.grounds.now.day,
      plan: nothing ? null : shownPath(workspace.root, planPath),
      arranged: done.kind === "refused" ? { groups: [], left: [] } : { groups, left: [...left, ...undated(all)] },
      outputs: done.outputs.map((file) => ({ ...file, path: shownPath(workspace.root, file.path) })),
      diagnostics: shorten(locate(done.findings)),
      more: moreOf(job, done),
    }),
  );
}
