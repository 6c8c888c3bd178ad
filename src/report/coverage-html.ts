import { barsSvg, tonesSvg } from "./coverage-bars.ts";
import { CSS } from "./coverage-css.ts";
import { activeUnits, namesShort, percent, type CoverageData } from "./coverage-data.ts";
import { MADE_HERE, markupText } from "./coverage-escape.ts";
import { entryLine, gapsHtml, listHtml, matrixHtml, paragraph, sectionHtml } from "./coverage-html-parts.ts";
import { themeMatrix, unitMatrix, unitThemeMatrix } from "./coverage-matrix.ts";
import { channelsInWords, problemInWords, researchInWords } from "./coverage-words.ts";

const MOST_LISTED = 50;
/** The newest of each sign. */
const MOST_OF_SIGN = 15;

/** The whole picture as one page by itself: no script, nothing from elsewhere, and a policy that would let nothing in. */
export function renderCoverageHtml(data: CoverageData): string {
  const { from, to, office } = data;
  const title = `全方位：${from} 至 ${to}`;
  return `<!DOCTYPE html>
${MADE_HERE}
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${CSS}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${paragraph(aboutOf(data), "sub")}
${cards(data)}
${tables(data)}${lists(data)}<footer>${markupText(office)}　内部资料　注意保存</footer>
</main>
</body>
</html>
`;
}

function aboutOf({ stopped, joint, unread, undated }: CoverageData): string {
  const parts = [
    stopped > 0 ? `${stopped} 条有须改正的差错，照样按已报送计算` : "",
    joint > 0 ? `${joint} 条是联合报送，各单位各算一条，合计只算一条` : "",
    unread > 0 ? `另有 ${unread} 条读不出来，没有计入` : "",
    undated > 0 ? `另有 ${undated} 条读不出报送时间，没有计入` : "",
  ].filter((part) => part !== "");
  return ["按报送时间统计，首尾两天都算在内", ...parts].join("；");
}

function cards(data: CoverageData): string {
  const { entries, unthemed, silent, signs, unusual, gaps, research, themes } = data;
  const { research: deep, news } = research;
  const shown: [string, string][] = [
    [String(entries), "条信息"],
    [String(activeUnits(data)), "个单位报送"],
    [String(silent.length), "个单位没有报送"],
    [themes.length === 0 ? "—" : String(unthemed.length), "条未对题"],
    [percent(unusual, entries), "来自正常渠道以外"],
    [percent(deep, deep + news), "研究占研究与动态"],
    [String(signs.length), "个苗头"],
    [String(gaps.filter(({ before }) => !before).length), "件要约稿"],
  ];
  const boxes = shown.map(([figure, what]) => `<div class="card"><b>${figure}</b><span>${what}</span></div>`);
  return `<div class="cards">${boxes.join("")}</div>`;
}

function tables(data: CoverageData): string {
  const silent = new Set(data.silent);
  const any = data.entries > 0;
  const pictures =
    `<div class="bars"><div><h3>各类别条数</h3>${barsSvg(data.categories, "各类别条数")}</div>` +
    `<div><h3>喜忧</h3>${tonesSvg(data.tone)}<h3>渠道</h3>${barsSvg(data.channels, "各渠道条数")}</div></div>`;
  return [
    any ? sectionHtml("类别、喜忧和渠道", pictures) : "",
    sectionHtml(
      "单位和类别",
      data.units.length === 0
        ? ""
        : matrixHtml(
            unitMatrix(data, ({ name }) => name),
            silent,
          ),
    ),
    sectionHtml("关注点和类别", data.themes.length === 0 ? "" : matrixHtml(themeMatrix(data))),
    sectionHtml("单位和关注点", data.themes.length === 0 || !any ? "" : matrixHtml(unitThemeMatrix(data), silent)),
  ].join("");
}

function lists(data: CoverageData): string {
  const { silent, unthemed, hot, signs, unanswered, problems, lopsided, gaps, entries } = data;
  const shares = [
    `渠道：${channelsInWords(data)}。`,
    `研究与动态：${researchInWords(data)}。`,
    ...lopsided.map(({ name, tone }) => `${name}：喜 ${tone.喜}、忧 ${tone.忧}、中 ${tone.中}。`),
  ];
  const topics = hot.map(
    ({ word, source, units, entries: own }) =>
      `${word}：${own.length} 条${units.length === 0 ? "" : `，${namesShort(units, units.length)}`}（${source}）`,
  );
  const kinds = signs.map(
    ({ kind, from, to, units, matters, entries: own }) =>
      paragraph(
        `${kind}：${from === to ? from : `${from} 至 ${to}`}，${units.length} 个单位 ${matters} 起（${units.join("、")}）`,
      ) + listHtml(own.toReversed().map(entryLine), MOST_OF_SIGN, "条"),
  );
  const open = unanswered.map(
    ({ name, id, day, days }) => `${name}（${id}）：${day ?? ""} 作出决定，${days} 天没有反响`,
  );
  return [
    entries === 0 ? "" : sectionHtml("渠道、研究与动态", shares.map((line) => paragraph(line)).join("\n")),
    sectionHtml(`没有报送的单位（${silent.length} 个）`, silent.length === 0 ? "" : paragraph(silent.join("、"))),
    sectionHtml(`未对题（${unthemed.length} 条）`, listHtml(unthemed.map(entryLine), MOST_LISTED, "条")),
    sectionHtml("热点", listHtml(topics, MOST_LISTED, "个")),
    sectionHtml("苗头", kinds.join("\n")),
    sectionHtml("决策无反响", listHtml(open, MOST_LISTED, "项")),
    sectionHtml(
      `久拖不决（${problems.length} 件）`,
      listHtml(
        problems.map((one) => `${entryLine(one)}：${problemInWords(one)}`),
        MOST_LISTED,
        "件",
      ),
    ),
    sectionHtml("采编要目", gaps.length === 0 ? paragraph("没有看出缺什么") : gapsHtml(gaps)),
  ].join("");
}
