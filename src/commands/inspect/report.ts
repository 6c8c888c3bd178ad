import { isoDay } from "../../base/time.ts";
import type { Finding } from "../../model/diagnostic.ts";
import type { Source } from "../../model/source.ts";
import { CHECKS, type Check } from "../../pipeline/checks.ts";
import { locate } from "../../report/locate.ts";
import type { SarifRule } from "../../report/sarif.ts";
import { countOf } from "../../report/words.ts";
import type { Report } from "../check/render.ts";
import type { Workspace } from "../workspace.ts";

/** What inspecting files came to. */
export interface Looked {
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
  readonly classified: readonly Finding[];
  readonly pages: number;
  readonly paragraphs: number;
}

/** The same report that `check` makes: a line is a paragraph, a column a character in it. */
export function reportOf({ root, grounds }: Workspace, looked: Looked): Report {
  const secret = looked.classified.length > 0;
  const diagnostics = locate(secret ? looked.classified : looked.findings);
  const files = looked.sources.length;
  const { errors, warnings, notes } = countOf(diagnostics);
  const size = secret ? "" : `（${looked.pages} 页、${looked.paragraphs} 段）`;
  return {
    command: "inspect",
    root,
    date: isoDay(grounds.now.day),
    files,
    entries: 0,
    diagnostics,
    sources: secret ? new Map() : new Map(looked.sources.map((source) => [source.path, source])),
    secret,
    cases: [],
    // What is said of the file as a whole is not about its first paragraph.
    framed: ({ message }) => /^约?第 \d+ 页第 \d+ 段/u.test(message),
    rules: () => CHECKS.map(sarifRule),
    summary: `检查 ${files} 个文件${size}：${errors} 个差错，${warnings} 个提醒，${notes} 个提示`,
  };
}

function sarifRule({ name, what, ground }: Check): SarifRule {
  const severity = ground.standing === "规定" ? "error" : ground.standing === "推荐" ? "warning" : "note";
  const basis = ground.basis === "" ? ground.standing : `${ground.standing}：${ground.basis}`;
  return { name, severity, summary: what, what: `${what}。依据：${basis}。`, mend: "" };
}
