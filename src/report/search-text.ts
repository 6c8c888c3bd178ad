import { fold } from "../base/fold.ts";
import { quote, visible } from "../base/visible.ts";
import { fitted, width } from "../base/width.ts";
import type { PageOptions } from "./page.ts";
import { paintFor } from "./paint.ts";
import type { FoundEntry, SearchData } from "./search-data.ts";
import { marked, snippetOf, type Mark } from "./search-snippet.ts";

const INDENT = "    ";

/** What was found, on a terminal: two lines each, then the counts. */
export function renderSearch(data: SearchData, { colour, columns }: PageOptions): string {
  if (data.total === 0) return `${nothingLines(data).join("\n")}\n`;
  const paint = paintFor(colour);
  const page: Page = {
    words: data.words.map(fold),
    // Without colour the word is marked by signs, so that it is seen in a pipe as well.
    mark: colour ? (word) => paint.found(word) : (word) => `【${word}】`,
    faint: paint.faint,
    columns: Math.max(40, columns),
  };
  return `${[...data.found.flatMap((entry) => linesOf(entry, page)), countLine(data)].join("\n")}\n`;
}

interface Page {
  readonly words: readonly string[];
  readonly mark: Mark;
  readonly faint: (text: string) => string;
  readonly columns: number;
}

function linesOf(entry: FoundEntry, { words, mark, faint, columns }: Page): string[] {
  const [day, issue] = [entry.day === "" ? "日期不详" : entry.day, issueInWords(entry)];
  // The signs around words that are met take room as well.
  const signs = 4 * words.length;
  const title = fitted(entry.title, Math.max(20, columns - width(`${day} ${issue}　`) - signs));
  const units = quote(entry.units.join("、"), 16);
  const from = `${units}${entry.file === null ? "" : `（${visible(entry.file)}）`}`;
  const room = columns - INDENT.length - width(`${from}　`) - signs;
  const snippet = snippetOf(entry.text, words, Math.max(20, room));
  const below = [from, marked(snippet, words, mark)].filter((part) => part !== "").join("　");
  return [
    `${faint(day)} ${visible(issue)}　${marked(title, words, mark)}`,
    ...(below === "" ? [] : [`${INDENT}${below}`]),
  ];
}

/** 《信息专报》2026年第12期, 未登. */
function issueInWords({ issue, printed }: FoundEntry): string {
  if (issue === null) return printed ? "已登" : "未登";
  const { publication, kind, year, number, voided } = issue;
  return `《${publication}》${year}年${kind === "增刊" ? kind : ""}第${number}期${voided ? "（已作废）" : ""}`;
}

function countLine({ total, published, issues, elsewhere, found, unread }: SearchData): string {
  const other = total - published - elsewhere;
  const parts = [
    ...(published > 0 ? [`已登 ${published} 条，见于 ${issues} 期`] : []),
    ...(elsewhere > 0 ? [`已登、按原稿找到 ${elsewhere} 条`] : []),
    ...(other > 0 ? [`未登 ${other} 条`] : []),
  ];
  const rest = total > found.length ? `；列出 ${found.length} 条，看更多用 --limit` : "";
  return `找到 ${total} 条：${parts.join("；")}${rest}${unreadPart(unread)}`;
}

function nothingLines({ words, alone, unread }: SearchData): string[] {
  const what = words.length === 0 ? "" : `“${quote(words.join(" "), 60)}”`;
  const several = alone.length > 1;
  return [
    `没有找到${what}${unreadPart(unread)}`,
    ...alone.flatMap(({ word, count, near }) => [
      ...(several ? [`  只找“${quote(word)}”：${count === 0 ? "没有" : `${count} 条`}`] : []),
      ...(near === null ? [] : [`  没有“${quote(word)}”，是不是“${quote(near)}”？`]),
    ]),
    ...(alone.some(({ count }) => count > 0) && !several ? ["  放宽单位、地点、类别、时间的条件再找"] : []),
  ];
}

function unreadPart(unread: number): string {
  return unread === 0 ? "" : `（另有 ${unread} 条读不出来，没有找；用 zhuanbao check 看差错）`;
}
