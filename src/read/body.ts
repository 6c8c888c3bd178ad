import type { Body, BodyBlock, Heading, Run, Table } from "../model/body.ts";
import { cutRuns, readInline, type Refuse } from "./inline.ts";

interface Line {
  /** Without leading and trailing white space, U+3000 too. */
  readonly text: string;
  readonly offset: number;
}

/** Reads the small Markdown of bodies (docs/使用手册.md). Every line is a block of its own; what is not of the subset is refused, and kept as text. */
export function readBody(text: string, refuse: Refuse): Body {
  const lines = splitLines(text);
  const blocks: BodyBlock[] = [];
  for (let at = 0; at < lines.length;) {
    const count = (lines[at] as Line).text.startsWith("|") ? tableLength(lines, at) : 0;
    if (count > 0) blocks.push(readTable(lines.slice(at, at + count), refuse));
    else blocks.push(readLine(lines[at] as Line, refuse));
    at += Math.max(1, count);
  }
  return { text, blocks };
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const raw of text.split("\n")) {
    const lead = /^\s*/u.exec(raw)?.[0].length ?? 0;
    const trimmed = raw.trim();
    if (trimmed !== "") lines.push({ text: trimmed, offset: offset + lead });
    offset += raw.length + 1;
  }
  return lines;
}

const REFUSED_LINES: readonly (readonly [RegExp, string, string])[] = [
  [/^>/u, "引用“>”", "请删去行首的 >"],
  [/^(?:```|~~~)/u, "代码框", "请删去这一行的记号"],
  [/^(?:[-*_]\s*){3,}$/u, "分隔线", "请删去这一行"],
  [/^=+$/u, "标题下的等号线", "标题请写成“一、……”或“# ……”"],
  [/^\+\s/u, "“+ ”列表", "列表请用“- ”"],
  [/^\[[^\]]{1,40}\]:/u, "链接定义", "请直接写出文字"],
  [/^#{5,}/u, "五级以上标题", "标题最多四级：一、（一）1.（1）"],
  [/^#{1,4}[^\s#]/u, "“#”后没有空格的标题", "标题请在 # 后空一格；若“#”是文字，请改写"],
];

/** 一、 · （一） · 1. · （1）; `1.5亿元` is no heading. */
const NUMBERED: readonly RegExp[] = [
  /^[一二三四五六七八九十百]+、/u,
  /^[（(][一二三四五六七八九十百]+[）)]/u,
  /^\d{1,2}[.．](?![\d.])/u,
  /^[（(]\d{1,2}[）)]/u,
];

function readLine({ text, offset }: Line, refuse: Refuse): BodyBlock {
  const marks = /^(#{1,4})\s+/u.exec(text);
  const content = marks ? text.slice(marks[0].length) : text;
  const start = offset + text.length - content.length;
  // Units write their headings bold: the number counts, and a heading is never bold.
  const numbered = NUMBERED.findIndex((form) => form.test(content.replace(/^\*\*/u, "")));
  if (numbered >= 0) return heading(numbered, readInline(content, start, refuse));
  if (marks) return heading((marks[1] as string).length - 1, readInline(content, start, refuse));
  const refused = REFUSED_LINES.find(([form]) => form.test(text));
  if (refused) refuse({ start: offset, end: offset + text.length }, `正文里不受理${refused[1]}`, refused[2]);
  const item = /^[-*]\s+/u.exec(text);
  if (!item || refused) return { kind: "paragraph", runs: readInline(text, offset, refuse) };
  const sign = item[0].length;
  return { kind: "list-item", runs: readInline(text.slice(sign), offset + sign, refuse) };
}

/** A first- or second-level heading ends at its full stop; what runs on after it is text (实务). */
function heading(index: number, written: Run[]): Heading {
  const runs = unboldFirst(written);
  const level = (index + 1) as Heading["level"];
  const text = runs.map((run) => run.text).join("");
  const stop = index < 2 ? text.indexOf("。") + 1 : 0;
  const [head, rest] = stop > 0 && stop < text.length ? cutRuns(runs, stop) : [runs, []];
  return { kind: "heading", level, head, rest };
}

/** Bold that begins at the number marks the heading, not words in it. */
function unboldFirst([first, ...rest]: Run[]): Run[] {
  return first ? [{ text: first.text, bold: false }, ...rest] : rest;
}

function tableLength(lines: readonly Line[], from: number): number {
  const isSeparator = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/u.test(lines[from + 1]?.text ?? "");
  if (!isSeparator) return 0;
  let count = 2;
  while (lines[from + count]?.text.startsWith("|")) count++;
  return count;
}

function readTable(lines: readonly Line[], refuse: Refuse): Table {
  const [head, , ...rows] = lines.map((line) => cellsOf(line, refuse));
  const width = head?.length ?? 0;
  rows.forEach((row, index) => {
    const line = lines[index + 2] as Line;
    if (row.length === width) return;
    const at = { start: line.offset, end: line.offset + line.text.length };
    refuse(at, `表格这一行有 ${row.length} 格，表头有 ${width} 格`, "请使每行的格数与表头一致，空格子也要写出 |");
  });
  return { kind: "table", head: head ?? [], rows };
}

function cellsOf({ text, offset }: Line, refuse: Refuse): Run[][] {
  const inner = text.endsWith("|") && text.length > 1 ? text.slice(0, -1) : text;
  let at = offset + 1;
  return inner
    .slice(1)
    .split("|")
    .map((raw) => {
      const start = at + (/^\s*/u.exec(raw)?.[0].length ?? 0);
      at += raw.length + 1;
      return readInline(raw.trim(), start, refuse);
    });
}
