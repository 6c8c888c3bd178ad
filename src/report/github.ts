import { visible } from "../base/visible.ts";
import type { Diagnostic, Severity } from "../model/diagnostic.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** Workflow commands, one line a finding: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`. */
export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ rule, severity, message, hint, file, line, column, endLine, endColumn }) => {
      const properties = { file, line, col: column, endLine, endColumn, title: rule };
      const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
      const text = hint === "" ? visible(message) : `${visible(message)}\n→ ${visible(hint)}`;
      return `::${COMMANDS[severity]} ${written.join(",")}::${data(text)}\n`;
    })
    .join("");
}

/** As the runner reads it back: a bare line break would end the command and begin another. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(visible(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
