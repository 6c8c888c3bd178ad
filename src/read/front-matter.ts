import type { Span, TextNode } from "./node.ts";
import type { Reading } from "./reading.ts";

/** A Markdown file taken apart: offsets of its front matter, and the text below it. */
export interface MarkdownParts {
  readonly from: number;
  readonly to: number;
  readonly body: TextNode | null;
}

/** Splits at the two `---` lines. Only YAML is taken as front matter: nothing in an entry is ever run. */
export function splitMarkdown(reading: Reading): MarkdownParts | null {
  const { text } = reading.source;
  if (text.trim() === "") return null;
  const opening = /^---[^\S\n]*(?:\n|$)/u.exec(text);
  if (!opening) return refuse(reading, { start: 0, end: firstLine(text) });
  const closing = /^---[^\S\n]*$/mu.exec(text.slice(opening[0].length));
  if (!closing) {
    reading.fault("syntax", { start: 0, end: 3 }, "信息头没有结束", "请在信息头之后另起一行写 ---，再写正文");
    return null;
  }
  const to = opening[0].length + closing.index;
  return { from: opening[0].length, to, body: bodyNode(text, to + closing[0].length) };
}

function bodyNode(text: string, from: number): TextNode | null {
  const rest = text.slice(from);
  const lead = /^\s*\n/u.exec(rest)?.[0].length ?? 0;
  const value = rest.slice(lead).trimEnd();
  const start = from + lead;
  return value === "" ? null : { kind: "text", value, style: "plain", start, end: start + value.length };
}

function refuse(reading: Reading, at: Span): null {
  reading.fault(
    "syntax",
    at,
    "Markdown 要以一行 --- 开头，下面写信息头",
    "第一行只写 ---，再写“标题: …”等，再写一行 ---，之后是正文",
  );
  return null;
}

function firstLine(text: string): number {
  const end = text.indexOf("\n");
  return end < 0 ? text.length : end;
}
