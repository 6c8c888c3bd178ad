import { archiveOf, printedOf } from "../../base/archive.ts";
import { isoDay } from "../../base/time.ts";
import { visible } from "../../base/visible.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { Issue } from "../../pipeline/issue.ts";
import { isUrgentUnread } from "../../pipeline/legible.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { renderCompact } from "../../report/compact.ts";
import { locate } from "../../report/locate.ts";
import { shorten } from "../../report/shorten.ts";
import { renderPretty } from "../../report/pretty.ts";
import { EXIT, type Call, type ExitCode } from "../command.ts";
import { prettyFindings } from "../findings.ts";
import { renderIssueJson, type OutputFile } from "../issue-json.ts";

/** What compiling came to. */
export interface Result {
  readonly publication: string;
  readonly day: number;
  readonly plan: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly found: Survey;
  readonly issue: Issue;
}

const NOTHING = { arranged: { groups: [], left: [] }, outputs: [] };

/** Classified material: nothing but where it is, and nothing written. */
export function stopClassified(
  call: Call,
  found: Survey["classified"],
  { publication, day }: Pick<Result, "publication" | "day">,
): ExitCode {
  const { world, options } = call;
  if (options["json"] === true) {
    const diagnostics = shorten(locate(found));
    world.stdout.write(renderIssueJson({ publication, day, plan: null, ...NOTHING, diagnostics }));
  }
  world.stderr.write(prettyFindings(call, found, { secret: true }));
  return EXIT.classified;
}

/** Says what stands in the way, and only that; the JSON holds all that was found. `may` is whether the rest may go without it. */
export function refuse(call: Call, result: Result, { may = true } = {}): ExitCode {
  const { issue, diagnostics, found, ...rest } = result;
  const { world, globals, options } = call;
  if (options["json"] === true) {
    world.stdout.write(renderIssueJson({ ...rest, ...NOTHING, diagnostics }));
  }
  const own = issue.refusals
    .filter(({ entry }) => entry === null)
    .map(({ at }) => [at.source.path, at.source] as const);
  const errors = shorten(locate(issue.refusals));
  world.stderr.write(
    renderPretty(errors, {
      sources: new Map([...found.sources, ...own]),
      colour: globals.colour,
      columns: world.stderr.columns,
    }),
  );
  const canSkip = may && own.length === 0 && options["skipInvalid"] !== true;
  world.stderr.write(
    `没有编${may ? "成" : "发"}：有 ${errors.length} 处差错，未写任何文件。请改正后再运行${canSkip ? "；先编其余的，加 --skip-invalid" : ""}\n`,
  );
  return EXIT.errors;
}

/** The day a plan is of; null for none, and for that of a digest, which is of its period whatever day it is printed on. */
export function dateOf(plan: Plan | null): string | null {
  return plan?.period === null ? plan.date : null;
}

/** What the editor must know of what is printed all the same: a late or wrongly routed report goes up, and is said to be one. */
export function warn({ world }: Call, { found, issue, diagnostics, day }: Result, planDate: string | null): void {
  const say = (line: string): void => world.stderr.write(`${line}\n`);
  for (const line of urgentLeft(found, issue.arranged.left)) say(line);
  const printed = new Set(
    issue.arranged.groups.flatMap(({ rows }) =>
      rows.flatMap(({ item, merged }) => [item.entry.id, ...merged.map(({ id }) => id)]),
    ),
  );
  // What was found in entries that stay out is not of this issue; they are listed with why they stay out.
  const own = diagnostics.filter(({ entry }) => entry === null || printed.has(entry));
  const errors = own.filter(({ severity, entry }) => severity === "error" && entry !== null);
  if (errors.length > 0)
    say(
      `不拦下的差错 ${errors.length} 处（迟报、越序、等级、要素等，记作程序问题），照常编入，请编辑留意：\n${renderCompact(errors).trimEnd()}`,
    );
  const warnings = own.filter(({ severity }) => severity === "warning").length;
  if (warnings > 0) say(`编入的信息另有 ${warnings} 处提醒，校核（check）时可看`);
  if (planDate === null || planDate === isoDay(day)) return;
  say(`注意：编排单是 ${visible(planDate)} 的，本期日期印作 ${isoDay(day)}；要编今天的，请先运行 zhuanbao plan`);
}

/** Urgent reports that are not printed: said first and aloud, for they must go up another way, now. */
export function urgentLeft({ entries, readings, grounds }: Survey, left: Issue["arranged"]["left"]): string[] {
  const { category } = grounds.profile.urgent;
  // What was printed before has gone up; a later report under its id has not.
  const archive = archiveOf(grounds.published);
  const urgent = new Map(
    entries.flatMap((entry) => {
      const waits = entry.category === category && printedOf(entry, archive).length === 0;
      return waits ? [[entry.id, entry.title] as const] : [];
    }),
  );
  for (const reading of readings) if (isUrgentUnread(reading, category)) urgent.set(reading.id, "没有读出的紧急信息");
  const missing = left.flatMap(({ id, why }) => {
    const title = urgent.get(id);
    return title === undefined ? [] : [`  ${visible(title)}（${visible(id)}）：${visible(why)}`];
  });
  return missing.length === 0 ? [] : [`！紧急信息未编入 ${missing.length} 条，请立即处理，不要等本期：`, ...missing];
}

/** Says what was done; success is said last. `ordered` is what the order goes by. */
export function tell(
  { world, options }: Call,
  { publication, day, plan, issue, diagnostics, found }: Result,
  { outputs, ordered }: { outputs: readonly (OutputFile & { replaces: boolean })[]; ordered: string },
): void {
  if (options["json"] === true) {
    const files = outputs.map(({ format, path, bytes, sha256, pages }) => ({ format, path, bytes, sha256, pages }));
    world.stdout.write(
      renderIssueJson({ publication, day, plan, arranged: issue.arranged, outputs: files, diagnostics }),
    );
    return;
  }
  const { groups, left } = issue.arranged;
  const titles = new Map(found.entries.map(({ id, title }) => [id, title]));
  const lines = groups.flatMap(({ name, rows }) => [
    `${visible(name)}（${rows.length} 条）`,
    ...rows.map(
      ({ row, item }) => `  ${visible(row.printTitle ?? item.entry.title)}（${visible(item.entry.unit.join("、"))}）`,
    ),
  ]);
  const out = left.map(
    ({ id, why }) => `  ${visible(titles.get(id) ? `${titles.get(id)}（${id}）` : id)}：${visible(why)}`,
  );
  if (left.length > 0) lines.push(`未编入 ${left.length} 条`, ...out);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  lines.push("", `${visible(publication)} ${isoDay(day)}：${ordered}，编入 ${count} 条，${outputs[0]?.pages ?? 0} 页`);
  for (const { path, bytes, replaces } of outputs) {
    const done =
      options["dryRun"] === true
        ? `将写出 ${visible(path)}（未写）`
        : `已写出 ${visible(path)}（${Math.ceil(bytes / 1024)} KB${replaces ? "，替换了原有的同名文件" : ""}）`;
    lines.push(`  ${done}`);
  }
  world.stdout.write(`${lines.join("\n")}\n`);
}
