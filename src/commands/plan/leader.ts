import { plannedIds } from "../../base/plan-ids.ts";
import { isoDay } from "../../base/time.ts";
import { quote, visible } from "../../base/visible.ts";
import { wrap } from "../../base/width.ts";
import type { Leader } from "../../model/office.ts";
import type { Draft } from "../../pipeline/draft.ts";
import {
  countViewed,
  itemOf,
  leadersNamed,
  leaderView,
  makeLeaderPage,
  partsOf,
  type LastTime,
  type LeaderView,
  type Viewed,
} from "../../pipeline/leader-page.ts";
import { UsageError, type Call, type ExitCode } from "../command.ts";
import { textOption } from "../options.ts";
import { plansBefore } from "../plans.ts";
import { loadPaper } from "../publication.ts";
import type { Job } from "./prepare.ts";
import { writePaper } from "./paper.ts";

/** `plan --for 领导`: what one leader should know of the issue, on screen, and with -o on one page of paper. */
export async function showFor(call: Call, job: Job, made: Draft, named: string): Promise<ExitCode | null> {
  const { world } = call;
  const leader = leaderNamed(job, named);
  const last = lastTime(call, job);
  const view = leaderView(job.found, made, leader, last);
  const output = textOption(call.options, "output");
  if (output === null) {
    world.stdout.write(`${onScreen(job, view, last, world.stdout.columns).join("\n")}\n`);
    return null;
  }
  const files = loadPaper(world, job.workspace, "领导专页");
  const { paper, shown, findings } = makeLeaderPage(job.found, view, { files, last });
  const code = await writePaper(call, job.workspace, { path: output, paper, findings });
  const left = countViewed(view) - shown;
  if (code === null && left > 0)
    world.stderr.write(`一页装不下，另有 ${left} 条没有列；全部的看 zhuanbao plan --for，不加 -o\n`);
  return code;
}

function leaderNamed({ found: { grounds } }: Job, named: string): Leader {
  const [leader, ...others] = leadersNamed(named, grounds.office);
  const listed = grounds.office.leaders.map(({ post, name }) => `${quote(post)}${quote(name)}`).join("、");
  if (!leader)
    throw new UsageError(
      `没有这位领导：${quote(named)}`,
      listed === "" ? "请在 zhuanbao.yaml 的“领导”里列出职务、姓名、分管" : `可写姓名或职务：${listed}`,
    );
  if (others.length > 0)
    throw new UsageError(
      `“${quote(named)}”不止一位：${[leader, ...others].map(({ post, name }) => `${quote(post)}${quote(name)}`).join("、")}`,
      "请写姓名",
    );
  return leader;
}

/** The plan of this publication before this day, or since a day that is named. */
function lastTime(call: Call, { workspace, publication }: Job): LastTime | null {
  const [last] = plansBefore(call.world, workspace, publication, workspace.grounds.now.day);
  if (!last) return null;
  return { known: plannedIds(last.plan), name: `${isoDay(last.day)} 的编排单` };
}

/** The page on screen, folded to its width. */
function onScreen({ found: { grounds } }: Job, view: LeaderView, last: LastTime | null, columns: number): string[] {
  const { leader } = view;
  const head = `呈${visible(leader.post)} ${visible(leader.name)}　${isoDay(grounds.now.day)}`;
  const since = last === null ? "之前没有编排单，无从比较新旧" : `与 ${visible(last.name)}相比，标“新”的是上次以来的`;
  const parts = partsOf(view);
  if (parts.length === 0) return [head, "没有与分管工作、关注点有关的信息"];
  return [
    head,
    since,
    ...parts.flatMap(({ name, items }) => ["", name, ...items.flatMap((one, at) => lines(one, at, columns))]),
  ];
}

const INDENT = "    ";

function lines(viewed: Viewed, at: number, columns: number): string[] {
  const { title, unit, fresh, gist, asks, why } = itemOf(viewed);
  const body = [gist, ...(asks === "" ? [] : [`请决定：${asks}`]), why === "" ? unit : `${unit}；${why}`];
  const folded = body.flatMap((line) => wrap(visible(line), Math.max(40, columns) - INDENT.length));
  return [
    `${String(at + 1).padStart(2)}. ${quote(title, 60)}${fresh ? "（新）" : ""}`,
    ...folded.map((line) => INDENT + line),
  ];
}
