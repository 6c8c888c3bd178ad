import type { Diagnostic, Finding } from "../../src/model/diagnostic.ts";
import type { Source } from "../../src/model/source.ts";

/** A finding on the first `text` in `source`; on the whole file where it is empty. */
export function findingAt(source: Source, text: string, more: Partial<Finding> = {}): Finding {
  const start = text === "" ? 0 : source.text.indexOf(text);
  const at = { source, start, end: start + text.length };
  return { rule: "bad-value", severity: "error", message: "消息", hint: "办法", at, entry: null, related: [], ...more };
}

export const DIAGNOSTIC: Diagnostic = {
  rule: "bad-value",
  severity: "error",
  message: "消息",
  hint: "办法",
  entry: "甲",
  file: "entries/甲.yaml",
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  related: [],
};

/** All that acts on a terminal or hides: C0 but line feeds, DEL, C1, bidi controls, zero-width characters, tags, surrogates. */
export const HOSTILE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]|[\u{e0000}-\u{e007f}]/u;

/** A text that holds all of them between letters. */
export const NASTY = [
  "\u001b[31m红\u001b[0m",
  "\u0007\b\r",
  "\u009b31m",
  "\u202e倒\u2066",
  "零\u200b宽\u200d\ufeff",
  "\u{e0041}",
  "\u061c\u00ad\u2028",
  "\ud800",
].join("字");
