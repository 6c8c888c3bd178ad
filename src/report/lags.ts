import { maskPersonal } from "../base/personal.ts";
import { quote } from "../base/visible.ts";
import { padEnd, width, wrap } from "../base/width.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { jsonDiagnostic, toJson } from "./json.ts";
import type { PageOptions } from "./page.ts";
import { paintFor } from "./paint.ts";
import { countOf } from "./words.ts";

interface Spread {
  readonly count: number;
  readonly median: number;
  readonly longest: number;
}

/** A row of the table; times in minutes. */
export interface LagRowData {
  readonly name: string | null;
  readonly entries: number;
  readonly late: number;
  readonly open: number;
  readonly reported: Spread | null;
  readonly taken: Spread | null;
  readonly printed: Spread | null;
  readonly solved: Spread | null;
}

export interface LagData {
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly rows: readonly LagRowData[];
  readonly total: LagRowData;
}

const STEPS = [
  ["reported", "发现→上报"],
  ["taken", "上报→收到"],
  ["printed", "收到→编发"],
  ["solved", "发现→解决"],
] as const;

const UNSIGNED = "未署名";

/** The lag table on a terminal: of each step the middle one and the longest. */
export function renderLags({ from, to, rows, total }: LagData, { colour, columns }: PageOptions): string {
  const paint = paintFor(colour);
  const title = paint.title(`时差：${from} 至 ${to} 报送的 ${total.entries} 条`);
  if (rows.length === 0) return `${title}\n  这段时间没有信息\n`;
  const head = ["条数", "迟报", ...STEPS.map(([, name]) => name), "未了", "单位"];
  const cells = [...rows, { ...total, name: "合计" }].map((row) => [
    String(row.entries),
    String(row.late),
    ...STEPS.map(([step]) => spreadInWords(row[step])),
    String(row.open),
    quote(row.name ?? UNSIGNED),
  ]);
  const widths = head.map((name, at) => Math.max(width(name), ...cells.map((row) => width(row[at] ?? ""))));
  // Names come last, where no width can push a column out of line.
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, at) => (at === row.length - 1 ? cell : padEnd(cell, widths[at] ?? 0))).join("  ")}`;
  const note = wrap(NOTE, Math.max(20, columns - 4)).map((text) => `  ${text}`);
  return `${[title, line(head), ...cells.map(line), "", ...note].join("\n")}\n`;
}

const NOTE =
  "每格是中位数／最长，“–”是都没有写时间；发现是事发（没有写的按接报），解决是终报或反馈，只写到日的按整日算";

function spreadInWords(spread: Spread | null): string {
  return spread === null ? "–" : `${inWords(spread.median)}／${inWords(spread.longest)}`;
}

/** `35分` `2.5时` `3.2天`: as short as a cell must be. */
function inWords(minutes: number): string {
  if (minutes < 60) return `${Math.round(minutes)}分`;
  const hours = minutes / 60;
  return hours < 48 ? `${oneDigit(hours)}时` : `${oneDigit(hours / 24)}天`;
}

function oneDigit(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The document of `coverage --lag --json`; keys are stable, times in minutes. */
export function renderLagsJson({ from, to, rows, total }: LagData, diagnostics: readonly Diagnostic[]): string {
  const rowOf = ({ name, entries, late, open, ...steps }: LagRowData): object => ({
    name: name === null ? null : maskPersonal(name),
    entries,
    late,
    open,
    ...Object.fromEntries(STEPS.map(([step]) => [step, steps[step]])),
  });
  return toJson({
    version: 1,
    from,
    to,
    units: rows.map(rowOf),
    total: rowOf(total),
    ...countOf(diagnostics),
    diagnostics: diagnostics.map(jsonDiagnostic),
  });
}
