import { isoDay } from "../base/time.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { IssueRecord } from "../model/ledger.ts";
import type { Reason } from "../model/ranking.ts";
import type { Arranged } from "../pipeline/arrange.ts";
import { jsonDiagnostic, toJson } from "../report/json.ts";
import { countOf } from "../report/words.ts";

/** A file that was written, or would be. */
export interface OutputFile {
  readonly format: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages: number;
}

export interface IssueReport {
  readonly publication: string;
  readonly day: number;
  readonly plan: string | null;
  readonly arranged: Pick<Arranged, "groups" | "left">;
  readonly outputs: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Of a published issue. */
  readonly signed?: Pick<IssueRecord, "kind" | "number" | "total" | "signer" | "editor">;
  /** Keys of one command alone, behind those that all share. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The document of `compile --json` and `plan --json`; keys are stable. */
export function renderIssueJson(report: IssueReport): string {
  const { publication, day, plan, arranged, outputs, diagnostics, signed, more = {} } = report;
  return toJson({
    version: 1,
    publication,
    number: signed?.number ?? null,
    date: isoDay(day),
    plan,
    ...(signed && { kind: signed.kind, total: signed.total, signer: signed.signer, editor: signed.editor }),
    groups: arranged.groups.map(({ name, rows }) => ({
      name,
      entries: rows.map(({ row, item, merged }) => ({
        id: item.entry.id,
        title: row.printTitle ?? item.entry.title,
        unit: item.entry.unit,
        score: item.score,
        reasons: item.reasons.map(({ text, points }: Reason) => ({ text, points })),
        // Only where there are some: every other row has the keys of the contract and no more.
        ...(merged.length > 0 ? { merged: merged.map(({ id, title, unit }) => ({ id, title, unit })) } : {}),
      })),
    })),
    left: arranged.left.map(({ id, why }) => ({ id, why })),
    outputs,
    ...countOf(diagnostics),
    diagnostics: diagnostics.map(jsonDiagnostic),
    ...more,
  });
}
