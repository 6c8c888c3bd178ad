import type { YAMLError } from "yaml";
import type { Span } from "./node.ts";
import type { Fault, Reading } from "./reading.ts";

/** Where a document stands in its source, and at which offset its parsed text begins. */
interface Stretch extends Span {
  readonly from: number;
}

/** Reports what broke a document; also of one that is a single plain text, where a colon is why. */
export function reportErrors(reading: Reading, errors: readonly YAMLError[], { from, ...span }: Stretch): void {
  const firstError = errors.reduce((first, { pos }) => Math.min(first, pos[0] + from), Infinity);
  const glued = gluedKey(reading.source.text, span, firstError);
  // One key without its colon breaks all that follows: the rest is no fault of its own.
  if (glued) return reading.add(glued);
  for (const error of errors) {
    // A hostile document holds an error in every few characters: looking round each would take minutes.
    if (reading.full) break;
    reportError(reading, error, from);
  }
}

/** A key at the edge of its line with a full-width colon, or with no space after a half-width one: YAML takes it for text. */
const GLUED = /^(?:- )?(?<key>\p{Script=Han}{1,8}|[a-z]{2,12})(?:：|:(?=\S))/mu;

/** The first key of a document that is none for its colon. Null where another fault, at `firstError`, stands on a line before it. */
function gluedKey(text: string, { start, end }: Span, firstError: number): Fault | null {
  const found = GLUED.exec(text.slice(start, end));
  const key = found?.groups?.["key"];
  if (!found || key === undefined || firstError < start + found.index) return null;
  const close = start + found.index + found[0].length;
  return {
    rule: "syntax",
    at: { start: close - key.length - 1, end: close },
    message: `“${key}”后面要用半角冒号加一个空格，写成“${key}: ”`,
    hint: "键和值之间都这样写；这样的各行一并改好，再看别的差错",
  };
}

const MESSAGES: Readonly<Record<string, string>> = {
  BAD_INDENT: "缩进不对",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个“键: 值”，或缩进不对",
  BLOCK_IN_FLOW: "方括号、花括号里不能换行写“- ”或“键:”",
  BAD_ALIAS: "YAML 别名不受理",
  BAD_DQ_ESCAPE: "双引号里的反斜杠写法不对",
  BAD_SCALAR_START: "值不能以这个符号开头",
  MISSING_CHAR: "少了引号、括号或逗号",
  MULTILINE_IMPLICIT_KEY: "键写到了两行，或少了“: ”",
  NON_STRING_KEY: "键只能是文字",
  TAB_AS_INDENT: "缩进用了制表符（Tab）",
  UNEXPECTED_TOKEN: "这里不该有这些内容",
  RESOURCE_EXHAUSTION: "YAML 嵌套过深",
};

function reportError(reading: Reading, error: YAMLError, from: number): void {
  const start = error.pos[0] + from;
  const line = lineAround(reading.source.text, start);
  const fullWidthColon = /^\s*(?:-\s*)?[^\s：:#]{1,8}：/u.test(line);
  reading.fault(
    "syntax",
    { start, end: Math.max(Math.min(error.pos[1] + from, reading.source.text.length), start) },
    `YAML 写法有误：${MESSAGES[error.code] ?? "无法解析"}`,
    fullWidthColon
      ? "键后的冒号要用半角“: ”，并空一格"
      : "每行写“键: 值”，冒号为半角并空一格；同级缩进对齐，用空格不用 Tab；值里有特殊符号时用引号括起来",
  );
}

function lineAround(text: string, at: number): string {
  const start = text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end);
}
