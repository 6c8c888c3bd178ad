import { visible, visiblePath } from "../base/visible.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { SEVERITY_WORDS } from "./words.ts";

/** One line a finding, for grep and editors: `路径:行:列: 级别 消息 [规则]`. */
export function renderCompact(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ file, line, column, severity, message, rule }) => {
      return `${visiblePath(file)}:${line}:${column}: ${SEVERITY_WORDS[severity]} ${visible(message)} [${visible(rule)}]\n`;
    })
    .join("");
}
