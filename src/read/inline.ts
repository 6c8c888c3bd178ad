import type { Run } from "../model/body.ts";
import type { Span } from "./node.ts";

/** Hears of what a body may not hold; offsets are into the body text. */
export type Refuse = (at: Span, message: string, hint: string) => void;

interface Refusal {
  readonly sign: RegExp;
  readonly what: string;
  readonly hint: string;
}

/** Each pattern is linear: it looks at a bounded stretch only. */
const REFUSALS: readonly Refusal[] = [
  { sign: /!\[/u, what: "图片", hint: "正文不收图片，请写进“附件”" },
  { sign: /\]\(/u, what: "链接", hint: "请直接写出文字；网址可照写，不用方括号" },
  { sign: /\]\[/u, what: "链接", hint: "请直接写出文字" },
  { sign: /<!--|<\/?[a-zA-Z][a-zA-Z0-9-]{0,20}[\s/>]/u, what: "网页标签", hint: "请删去标签，只留文字" },
  { sign: /`/u, what: "反引号", hint: "请改用引号“”" },
  { sign: /~~/u, what: "删除线", hint: "要删的文字请直接删去" },
];

/** Reads one line into runs: only `**bold**` is markup, all else is text as it stands. */
export function readInline(line: string, offset: number, refuse: Refuse): Run[] {
  for (const { sign, what, hint } of REFUSALS) {
    const found = sign.exec(line);
    if (found) refuse(spanOf(offset + found.index, found[0].length), `正文里不受理${what}“${found[0].trim()}”`, hint);
  }
  const marks = boldMarks(line);
  if (marks.length % 2 === 1) {
    refuse(
      spanOf(offset + (marks.at(-1) ?? 0), 2),
      "加粗的“**”不成对",
      "请在要加粗的文字前后各写一个 **，或删去多余的",
    );
    return [{ text: line, bold: false }];
  }
  const cuts = [-2, ...marks, line.length];
  const parts = cuts.slice(1).map((end, index) => line.slice((cuts[index] ?? 0) + 2, end));
  return parts.map((text, index) => ({ text, bold: index % 2 === 1 })).filter(({ text }) => text !== "");
}

/** Two stars alone are markup. Longer runs mask a number (138****5678), two between digits are a power: both are text. */
function boldMarks(line: string): number[] {
  const found = Array.from(line.matchAll(/(?<!\*)\*\*(?!\*)/gu), ({ index }) => index);
  return found.filter((at) => !/\d/u.test(line[at - 1] ?? "") || !/\d/u.test(line[at + 2] ?? ""));
}

/** Cuts runs after `length` characters. */
export function cutRuns(runs: readonly Run[], length: number): [Run[], Run[]] {
  const head: Run[] = [];
  const rest: Run[] = [];
  let left = length;
  for (const { text, bold } of runs) {
    if (left > 0) head.push({ text: text.slice(0, left), bold });
    if (text.length > left) rest.push({ text: text.slice(Math.max(0, left)), bold });
    left -= text.length;
  }
  return [head, rest];
}

function spanOf(start: number, length: number): Span {
  return { start, end: start + length };
}
