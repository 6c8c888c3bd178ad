import { isoDay } from "../../base/time.ts";
import { quote, visible } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Theme } from "../../model/office.ts";
import type { Overview, ThemeChange, ThemeState } from "../../pipeline/themes.ts";
import type { Moment } from "../../model/moment.ts";

interface Now {
  readonly now: Moment;
}

/** Entries named below a theme. */
const MOST_NAMED = 5;

/** The overview as people read it. */
export function overviewLines(overview: Overview, { now }: Now): string[] {
  if (overview.themes.length === 0 && overview.decisions.length === 0)
    return ["还没有关注点和决策事项：写在 zhuanbao.yaml 的“关注”“决策”里，编排才能按领导关心的排"];
  const { unthemed } = overview;
  return [
    ...themeParts(overview, now),
    ...decisionParts(overview),
    ...part(`未对题的信息 ${unthemed.length} 条`, named(unthemed)),
  ];
}

function themeParts({ themes }: Overview, now: Moment): string[] {
  const current = themes.filter(({ state }) => state === "在期");
  const over = themes.filter(({ state }) => state === "已过");
  const spans = (list: readonly ThemeState[]): string[] =>
    list.map(({ theme }) => `  ${visible(theme.name)}　${spanOf(theme)}`);
  const late = over.filter((one) => one.late.length > 0);
  return [
    `${isoDay(now.day)} 在期的关注点 ${current.length} 个`,
    ...current.flatMap(themeLines),
    ...part(
      "还没有信息的",
      current.filter(({ entries }) => entries.length === 0).map(({ theme }) => `  ${visible(theme.name)}`),
    ),
    ...part(
      "已经到期，此后还有信息说到的（要不要续）",
      late.map(
        ({ theme, late: entries }) =>
          `  ${visible(theme.name)}　${isoDay(theme.to ?? 0)} 到期，此后 ${entries.length} 条`,
      ),
    ),
    ...part("还没有开始的", spans(themes.filter(({ state }) => state === "未到"))),
    ...part("已经到期的", spans(over.filter((one) => one.late.length === 0))),
  ];
}

function decisionParts({ decisions, unanswered }: Overview): string[] {
  return [
    ...part(
      `决策事项 ${decisions.length} 个`,
      decisions.map(({ decision: { name, day, stage }, entries }) =>
        [
          `  ${visible(name)}`,
          ...(day === null ? [] : [isoDay(day)]),
          ...(stage === null ? [] : [stage]),
          `${entries.length} 条`,
        ].join("　"),
      ),
    ),
    ...part(
      "无反响的",
      unanswered.map(
        ({ decision, days, limit }) => `  ${visible(decision.name)}　作出已 ${days} 天，超过 ${limit} 天没有反馈、反响`,
      ),
    ),
  ];
}

function themeLines({ theme, entries }: ThemeState): string[] {
  const [newest] = entries;
  const last = newest?.submitted ? `，最近 ${isoDay(newest.submitted.day)}` : "";
  const about = [
    `${theme.term}${spanOf(theme) === "" ? "" : ` ${spanOf(theme)}`}`,
    `权重 ${theme.weight}`,
    ...(theme.leader === null ? [] : [`${visible(theme.leader)}关心`]),
    ...(theme.source === null ? [] : [`来自${visible(theme.source)}`]),
  ];
  return [`  ${visible(theme.name)}　${entries.length} 条${last}`, `      ${about.join("，")}`];
}

function spanOf({ from, to }: Theme): string {
  if (from === null && to === null) return "";
  return `${from === null ? "" : `${isoDay(from)} `}${to === null ? "起" : `${from === null ? "到" : "至"} ${isoDay(to)}`}`;
}

/** A part with its head; nothing where it is empty. */
function part(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", head, ...lines];
}

function named(entries: readonly Entry[]): string[] {
  const lines = entries.slice(0, MOST_NAMED).map(entryLine);
  return entries.length > MOST_NAMED ? [...lines, `  另有 ${entries.length - MOST_NAMED} 条`] : lines;
}

function entryLine({ title, unit, id, submitted }: Entry): string {
  const day = submitted ? `${isoDay(submitted.day)} ` : "";
  return `  ${day}${quote(title, 40)}（${quote(unit.join("、"), 30)}，${visible(id)}）`;
}

/** The changes of stage work as people read them. */
export function changeLines(since: number, changes: readonly ThemeChange[], { now }: Now): string[] {
  const head = `${isoDay(since)} 至 ${isoDay(now.day)} 阶段工作的新变化`;
  if (changes.length === 0) return [head, "这段时间没有阶段关注点"];
  return [
    head,
    ...changes.flatMap(({ theme, began, ended, since: entries, before, newUnits }) => {
      const state = began ? "　新起" : ended ? `　${isoDay(theme.to ?? 0)} 已到期` : "";
      const more = [
        `${entries.length} 条，前一段 ${before} 条`,
        ...(newUnits.length === 0 ? [] : [`首次报送的单位：${visible(newUnits.join("、"))}`]),
      ];
      return ["", `${visible(theme.name)}${state}`, `  ${more.join("；")}`, ...named(entries)];
    }),
  ];
}
