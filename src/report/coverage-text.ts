import { maskPersonal } from "../base/personal.ts";
import { quote, visible } from "../base/visible.ts";
import { wrap } from "../base/width.ts";
import { activeUnits, namesShort, type CoverageData, type ListedEntry } from "./coverage-data.ts";
import { channelsInWords, problemInWords, researchInWords, tonesInWords } from "./coverage-words.ts";
import { themeMatrix, unitMatrix } from "./coverage-matrix.ts";
import { renderMatrix } from "./coverage-table.ts";
import type { PageOptions } from "./page.ts";
import { paintFor, type Paint } from "./paint.ts";

/** Rows of a list; the rest are counted. */
const MOST_LISTED = 10;
const MOST_NAMED = 12;
const LONGEST_TITLE = 40;

/** The whole picture on a terminal: what came in, then what is lacking. */
export function renderCoverage(data: CoverageData, { colour, columns }: PageOptions): string {
  const paint = paintFor(colour);
  const page: Page = { paint, room: Math.max(20, columns - 4) };
  const blocks = [
    headOf(data, page),
    data.entries === 0
      ? []
      : section(
          "单位和类别",
          renderMatrix(
            unitMatrix(data, ({ short }) => short),
            { paint, columns },
          ),
          page,
        ),
    data.themes.length === 0 ? [] : section("关注点和类别", renderMatrix(themeMatrix(data), { paint, columns }), page),
    ...(data.entries === 0 ? [] : [sharesOf(data, page), unthemedOf(data, page)]),
    silentOf(data, page),
    hotOf(data, page),
    signsOf(data, page),
    unansweredOf(data, page),
    problemsOf(data, page),
    gapsOf(data, page),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

interface Page {
  readonly paint: Paint;
  readonly room: number;
}

function section(title: string, lines: readonly string[], { paint }: Page): string[] {
  return [paint.title(title), ...lines];
}

/** Wrapped, the second line and the rest further in. */
function item(text: string, { room }: Page, indent = "  "): string[] {
  return wrap(text, room - indent.length).map((line, index) => (index === 0 ? indent : `${indent}  `) + line);
}

function headOf(data: CoverageData, page: Page): string[] {
  const { from, to, entries, stopped, unread, undated, joint } = data;
  const listed = data.units.filter((unit) => unit.listed);
  const among =
    listed.length === 0 ? "" : `（名单上 ${listed.length} 个单位中的 ${activeUnits({ units: listed })} 个）`;
  const lines = [`${entries} 条信息，来自 ${activeUnits(data)} 个单位${among}`];
  if (stopped > 0) lines.push(`其中 ${stopped} 条有须改正的差错，照样按已报送计算`);
  if (joint > 0) lines.push(`其中 ${joint} 条是联合报送，各单位各算一条，合计只算一条`);
  if (unread > 0) lines.push(`另有 ${unread} 条读不出来，没有计入；用 zhuanbao check 看差错`);
  if (undated > 0) lines.push(`另有 ${undated} 条读不出报送时间，没有计入`);
  return section(
    `全方位：${from} 至 ${to}`,
    lines.flatMap((line) => item(line, page)),
    page,
  );
}

function sharesOf(data: CoverageData, page: Page): string[] {
  const lopsided = data.lopsided.map(
    ({ name, tone }) => `${quote(name)}（喜 ${tone.喜}、忧 ${tone.忧}、中 ${tone.中}）`,
  );
  const lines = [
    `喜忧：${tonesInWords(data.tone)}`,
    ...(lopsided.length === 0 ? [] : [`绝大多数是喜的单位：${namesShort(lopsided, MOST_NAMED)}`]),
    `渠道：${channelsInWords(data)}`,
    `研究与动态：${researchInWords(data)}`,
  ];
  return section(
    "比例",
    lines.flatMap((line) => item(line, page)),
    page,
  );
}

function unthemedOf({ unthemed, themes }: CoverageData, page: Page): string[] {
  if (themes.length === 0) return section("未对题", ["  这段时间没有有效的关注点"], page);
  if (unthemed.length === 0) return section("未对题", ["  每条都对上了关注点"], page);
  return section(`未对题：${unthemed.length} 条没有对上当天有效的关注点`, listed(unthemed, page), page);
}

function listed(entries: readonly ListedEntry[], page: Page): string[] {
  const lines = entries.slice(0, MOST_LISTED).flatMap((entry) => item(entryInWords(entry), page));
  return entries.length > MOST_LISTED ? [...lines, `  另有 ${entries.length - MOST_LISTED} 条`] : lines;
}

/** `11-18 青石镇 标题（编号）`. */
function entryInWords({ id, title, day, units }: ListedEntry): string {
  const whose = units.length === 0 ? "" : `${quote(units.join("、"))} `;
  return `${day.slice(5)} ${whose}${quote(title, LONGEST_TITLE)}（${visible(maskPersonal(id))}）`;
}

function silentOf({ silent }: CoverageData, page: Page): string[] {
  if (silent.length === 0) return [];
  return section(
    `没有报送的单位：${silent.length} 个`,
    item(
      namesShort(
        silent.map((name) => quote(name)),
        silent.length,
      ),
      page,
    ),
    page,
  );
}

function hotOf({ hot }: CoverageData, page: Page): string[] {
  if (hot.length === 0) return [];
  const lines = hot.slice(0, MOST_LISTED).flatMap(({ word, source, units, entries }) => {
    const who =
      units.length === 0
        ? ""
        : `，${namesShort(
            units.map((name) => quote(name)),
            MOST_NAMED,
          )}`;
    return item(`${quote(word)}：${entries.length} 条${who}（${quote(source)}）`, page);
  });
  return section("热点", hot.length > MOST_LISTED ? [...lines, `  另有 ${hot.length - MOST_LISTED} 个`] : lines, page);
}

/** Of each sign the newest entries first: what is going on now matters most. */
function signsOf({ signs }: CoverageData, page: Page): string[] {
  if (signs.length === 0) return [];
  const lines = signs.flatMap(({ kind, from, to, units, matters, entries }) => [
    ...item(
      `${quote(kind)}：${from === to ? from : `${from} 至 ${to}`}，${units.length} 个单位 ${matters} 起（${namesShort(
        units.map((name) => quote(name)),
        MOST_NAMED,
      )}）`,
      page,
    ),
    ...listed(entries.toReversed(), page).map((line) => `  ${line}`),
  ]);
  return section("苗头：几天里几个单位报来同类的事", lines, page);
}

function unansweredOf({ unanswered }: CoverageData, page: Page): string[] {
  if (unanswered.length === 0) return [];
  const lines = unanswered.flatMap(({ id, name, day, days, limit }) =>
    item(`${quote(name)}（${quote(id)}）：${day ?? ""} 作出决定，${days} 天没有反响（限 ${limit} 天）`, page),
  );
  return section("决策无反响", lines, page);
}

function problemsOf({ problems }: CoverageData, page: Page): string[] {
  if (problems.length === 0) return [];
  const lines = problems
    .slice(0, MOST_LISTED)
    .flatMap((one) => item(`${one.day.slice(0, 5)}${entryInWords(one)}：${problemInWords(one)}`, page));
  const more = problems.length > MOST_LISTED ? [`  另有 ${problems.length - MOST_LISTED} 件`] : [];
  return section(`久拖不决：${problems.length} 件提出以后没有反馈、终报`, [...lines, ...more], page);
}

function gapsOf({ gaps }: CoverageData, page: Page): string[] {
  if (gaps.length === 0) return section("采编要目", ["  没有看出缺什么"], page);
  const lines = gaps.flatMap(({ id, topic, units, due, why, before }) => {
    const who =
      units.length === 0
        ? "各单位"
        : namesShort(
            units.map((name) => quote(name)),
            MOST_NAMED,
          );
    const asked = before ? `已经约过：${quote(id)}` : `${quote(id)}　约 ${who}`;
    return [
      ...item(quote(topic, 60), page),
      ...item(`${asked}${due === null ? "" : `，${due} 截止`}。${quote(why, 80)}`, page, "    "),
    ];
  });
  return section("采编要目：缺什么，向谁约", lines, page);
}
