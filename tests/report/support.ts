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

/** All that acts on a terminal or hides: controls but line feeds, format and bidi characters, what is drawn as nothing, surrogates, non-characters. */
export const HOSTILE =
  /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

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
  "\u034f\u3164\ufe0f\u{e0100}\u{1d173}",
  "\ufdd0\ufffe\u{1ffff}",
].join("字");
