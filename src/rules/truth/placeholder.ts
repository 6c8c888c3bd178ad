import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { EntryRule, Report } from "../rule.ts";
import { findBlanks } from "./blanks.ts";

/** So many places of one entry say enough. */
const MOST = 20;

/** ×× or XX for a figure, a date or a place; 待核实 where the facts should be settled. */
export const placeholder: EntryRule = {
  name: "placeholder",
  group: "truth",
  severity: "error",
  summary: "数字、日期、地点处留有空白或占位符，或非首报、续报仍写待核实",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["report"],
  *check(entry, { profile }) {
    const stage = entry.report?.stage;
    const words = stage === "首报" || stage === "续报" ? [] : profile.placeholders;
    let left = MOST;
    for (const text of texts(entry)) {
      for (const report of reportsOf(entry, text, words)) {
        if (left-- <= 0) return;
        yield report;
      }
    }
  },
};

interface Text {
  readonly path: string;
  readonly value: string;
}

function texts(entry: Entry): Text[] {
  const given: [string, string | null | undefined][] = [
    ["title", entry.title],
    ["reporter", entry.reporter],
    ["approver", entry.approver],
    ["place", entry.place],
    ["onsite.name", entry.onsite?.name],
    ...entry.sources.map((source, index): [string, string] => [`sources.${index}`, source]),
    ["body", entry.body.text],
  ];
  return given.flatMap(([path, value]) => (value ? [{ path, value }] : []));
}

function* reportsOf(entry: Entry, { path, value }: Text, words: readonly string[]): Generator<Report> {
  for (const { start, end } of findBlanks(value)) {
    yield {
      at: entry.places.within(path, start, end),
      message: `“${quote(context(value, start, end))}”中有占位符，应写实际的数字、日期或地点`,
      hint: "核实后填上；暂时不掌握的，如实写“正在核实”并作首报，核实后续报",
    };
  }
  for (const { start, end } of words.flatMap((word) => pendingAt(value, word))) {
    yield {
      at: entry.places.within(path, start, end),
      message: `正式信息仍写“${value.slice(start, end)}”，应为核实后的情况；只有首报、续报可以这样写`,
      hint: "核实后写明；确实来不及的，补上“报告: {阶段: 首报}”先报",
    };
  }
}

/** 等待定点医院、等待定损、接待定于… hold the letters, not the word. */
function pendingAt(text: string, word: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
    const end = start + word.length;
    if (/[接期对招优看虐]/u.test(text[start - 1] ?? "") || /[点向于岗损价]/u.test(text[end] ?? "")) continue;
    found.push({ start, end });
  }
  return found;
}

/** The blank with up to four characters on either side, not beyond a punctuation mark. */
function context(text: string, start: number, end: number): string {
  const before = /[^\s，。；：、！？]*$/u.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? "";
  const after = /^[^\s，。；：、！？]*/u.exec(text.slice(end, end + 4))?.[0] ?? "";
  return before + text.slice(start, end) + after;
}
