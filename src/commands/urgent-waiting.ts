import { joinEvents } from "../base/events.ts";
import { quote, visible } from "../base/visible.ts";
import type { Survey } from "../pipeline/survey.ts";
import type { World } from "../world.ts";
import { plansBefore } from "./plans.ts";
import type { Workspace } from "./workspace.ts";

/** Events named at most. */
const MOST_NAMED = 5;

/** An issue as far as it is known: its publication, and the ids it prints. */
interface Issue {
  readonly publication: string;
  readonly prints?: readonly string[];
  /** Whether it has its number. */
  readonly isNumbered?: boolean;
}

/**
 * Urgent events still open that no issue of the urgent publication has told of: they do not wait for a brief. One line
 * each, below a line that says so. An issue of that publication itself, which tells of one event, says which others wait.
 */
export function urgentWaiting(world: World, workspace: Workspace, found: Survey, issue: Issue): string[] {
  const { profile } = workspace.grounds;
  const { category } = profile.urgent;
  const [express] = profile.categories.get(category)?.suits ?? [];
  if (express === undefined || (express === issue.publication && issue.prints === undefined)) return [];
  const open = joinEvents(found.entries.filter((entry) => entry.category === category || entry.report !== null))
    .map(({ newest, earlier }) => ({ newest, reports: [newest, ...earlier] }))
    .filter(({ newest, reports }) => {
      return reports.some((entry) => entry.category === category) && newest.report?.stage !== "终报";
    });
  // Old plans are read only where something may be waiting.
  if (open.length === 0) return [];
  const urgent = new Set(open.flatMap(({ reports }) => reports.map(({ id }) => id)));
  const now = express === issue.publication ? (issue.prints ?? []) : [];
  const isIssue = express === issue.publication && issue.isNumbered === true;
  const told = new Set([...toldBy(world, workspace, { express, urgent, isIssue }), ...now]);
  const waiting = open.filter(({ reports }) => !reports.some(({ id }) => told.has(id)));
  if (waiting.length === 0) return [];
  const rest =
    express === issue.publication
      ? "本刊一期只编一件，请接着另编"
      : `先单独编发，不要等《${visible(issue.publication)}》`;
  return [
    `！还没有出过《${visible(express)}》的紧急信息 ${waiting.length} 件，${rest}：`,
    ...waiting
      .slice(0, MOST_NAMED)
      .map(
        ({ newest }) =>
          `  ${quote(newest.title, 60)}（${visible(newest.id)}）${newest.report ? `，${newest.report.stage}` : ""}`,
      ),
    ...(waiting.length > MOST_NAMED ? [`  等 ${waiting.length} 件`] : []),
  ];
}

/** What the express has told of: what it printed; of an office that numbers no issues of it, the one event that each of its plans prints. */
function toldBy(
  world: World,
  workspace: Workspace,
  { express, urgent, isIssue }: { express: string; urgent: ReadonlySet<string>; isIssue: boolean },
): string[] {
  const { published, now } = workspace.grounds;
  const issued = published.filter((one) => one.publication === express);
  if (issued.length > 0 || isIssue) return issued.map(({ id }) => id);
  return [...plansBefore(world, workspace, express, now.day + 1)].flatMap(({ plan }) => {
    const rows = plan.groups.flatMap((group) => group.rows);
    const row = rows.find(({ id }) => urgent.has(id)) ?? rows[0];
    return row ? [row.id, ...row.merged] : [];
  });
}
